# Two targets do all: make demo, make test. The others are for those who work on heardback.
GO ?= go
export HEARDBACK_CORPUS ?= $(abspath ../shared/corpus)

.PHONY: build demo test test-full tools check fuzz bench soak clean

build:
	CGO_ENABLED=0 $(GO) build -trimpath -o heardback ./cmd/heardback

# The main job on an embedded IMAP server with a sample mailbox.
demo:
	@$(GO) run ./cmd/heardback demo

# Everything that a change must pass, with seeded samples of the long tests.
test: tools check
	$(GO) test -race -timeout 20m ./...

# All of them: every kill point, every generated world, real mail clients.
test-full:
	@contrib/test-tools full
	HEARDBACK_FULL=1 HEARDBACK_REQUIRE=$(shell test "$$(id -u)" = 0 && test -e /etc/debian_version && echo 1) $(GO) test -timeout 60m ./...

# What the tests need from Debian, where this is root on Debian; elsewhere the tests that need it say that they are skipped.
tools:
	@contrib/test-tools

check:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "not formatted: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

fuzz:
	contrib/fuzz $(FUZZTIME)

# The daemon under mail that keeps arriving, for SOAK (10m): it must not grow.
soak: tools
	HEARDBACK_SOAK=$(or $(SOAK),10m) $(GO) test -run TestDaemon -timeout 0 -v ./cmd/heardback

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf heardback dist
