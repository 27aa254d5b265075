# Two targets do all: make demo, make test. The others are for those who work on heardback.
GO ?= go
export HEARDBACK_CORPUS ?= $(abspath ../shared/corpus)

export VERSION ?= 0.1.0
# The time that stands in what is built: that of the last change, so that the same source gives the same files.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: build release man package demo test test-full test-thunderbird tools check fuzz bench soak clean

build:
	CGO_ENABLED=0 $(GO) build -trimpath -o heardback ./cmd/heardback

# Static binaries for all platforms with checksums in dist/, built twice to show that they are reproducible.
release:
	contrib/release $(VERSION) $(TARGETS)

# Man pages and completions in dist/docs.
man:
	$(GO) run -tags docs ./cmd/heardback man dist/docs

# A Debian package for this machine in dist/. nfpm is a tool of contrib/package, which has a module of its own.
package: export ARCH := $(shell $(GO) env GOARCH)
package: man
	contrib/release $(VERSION) linux/$(ARCH)
	mkdir -p dist/package && cp dist/heardback-linux-$(ARCH) dist/package/heardback
	$(GO) -C contrib/package build -o $(CURDIR)/dist/package/nfpm github.com/goreleaser/nfpm/v2/cmd/nfpm
	dist/package/nfpm package --config contrib/package/nfpm.yaml --packager deb --target dist/
	rm -r dist/package

# The main job on an embedded IMAP server with a sample mailbox.
demo:
	@$(GO) run ./cmd/heardback demo

# Everything that a change must pass, with seeded samples of the long tests.
test: tools check
	$(GO) test -race -timeout 20m ./...

# All of them: every kill point, all generated worlds, browser, real mail clients, packages.
test-full:
	@contrib/test-tools full
	HEARDBACK_FULL=1 HEARDBACK_WORLDS=1000 HEARDBACK_REQUIRE=$(shell test "$$(id -u)" = 0 && test -e /etc/debian_version && echo 1) $(GO) test -timeout 60m ./...

# Drafts and a digest in Thunderbird, on an X server without a screen.
test-thunderbird:
	@contrib/test-tools thunderbird
	HEARDBACK_THUNDERBIRD=1 $(GO) test -count=1 -timeout 20m -run Thunderbird ./cmd/heardback

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

# MESSAGES and DELIVERIES scale the comparisons on a private Dovecot, IDLE is how long the idling daemon is watched, IMPORT how many MB are
# imported; see docs/performance.md.
bench: export HEARDBACK_BENCH_MESSAGES := $(MESSAGES)
bench: export HEARDBACK_BENCH_DELIVERIES := $(DELIVERIES)
bench: export HEARDBACK_BENCH_IDLE := $(IDLE)
bench: export HEARDBACK_BENCH_IMPORT := $(IMPORT)
bench:
	@contrib/test-tools bench
	$(GO) test -run '^$$' -bench . -benchmem -timeout 0 ./...

clean:
	rm -rf heardback dist
