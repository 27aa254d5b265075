package imap_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"heardback/mailbox/imap"
	"heardback/mailbox/imap/cert"
	"heardback/mailbox/imap/embedded"
)

// secure serves an embedded server over TLS on loopback and returns the account of a client that trusts its certificate.
func secure(t *testing.T, o embedded.Options, notAfter time.Time) (*embedded.Server, imap.Account, cert.Pair) {
	t.Helper()
	pair, err := cert.New(time.Now().Add(-48*time.Hour), notAfter)
	if err != nil {
		t.Fatal(err)
	}
	config, err := pair.Config()
	if err != nil {
		t.Fatal(err)
	}
	ln, err := tls.Listen("tcp", "127.0.0.1:0", config)
	if err != nil {
		t.Fatal(err)
	}
	s := embedded.New(o)
	t.Cleanup(func() { s.Close() })
	s.Serve(ln)
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pair.Cert, 0o600); err != nil {
		t.Fatal(err)
	}
	a := account(s)
	a.TLS, a.Dial, a.CAFile, a.Port = "implicit", nil, ca, ln.Addr().(*net.TCPAddr).Port
	return s, a, pair
}

func check(t *testing.T, a imap.Account) error {
	t.Helper()
	c, err := imap.New(a)
	if err != nil {
		return err
	}
	defer c.Close()
	_, err = c.Check(t.Context())
	return err
}

func TestCertificates(t *testing.T) {
	s, good, pair := secure(t, embedded.Options{}, time.Now().Add(time.Hour))
	expiredServer, expired, _ := secure(t, embedded.Options{}, time.Now().Add(-time.Hour))
	if err := check(t, good); err != nil {
		t.Errorf("a good certificate: %v", err)
	}
	pinned := good
	pinned.CAFile, pinned.Pin = "", fmt.Sprintf("SHA256:%X", sha256.Sum256(pair.DER))
	if err := check(t, pinned); err != nil {
		t.Errorf("the pinned certificate: %v", err)
	}
	stranger, other, wrongPin, old := good, good, pinned, good
	stranger.CAFile = ""
	other.Host = "127.0.0.1.example"
	other.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, fmt.Sprint("127.0.0.1:", good.Port))
	}
	wrongPin.Pin = strings.Repeat("ab", 32)
	old.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		// A server that knows no TLS 1.2.
		near, far := net.Pipe()
		config, err := pair.Config()
		if err != nil {
			return nil, err
		}
		config.MaxVersion = tls.VersionTLS11
		go func() {
			defer far.Close()
			if err := tls.Server(far, config).Handshake(); err == nil {
				t.Error("TLS 1.1 was good enough")
			}
		}()
		return near, nil
	}
	for name, a := range map[string]imap.Account{
		"expired": expired, "of an unknown authority": stranger, "for another host": other, "not the pinned one": wrongPin, "TLS 1.1": old,
	} {
		err := check(t, a)
		if !imap.Is(err, imap.BadCertificate) {
			t.Errorf("%s: got %v", name, err)
		}
		t.Logf("%s: %v", name, err)
	}
	for _, s := range []*embedded.Server{expiredServer} {
		if got := s.Commands(); len(got) > 0 && len(got[0]) > 0 {
			t.Errorf("commands went to a server that is not trusted: %v", got)
		}
	}
	lawful(t, s)
}

// Over STARTTLS nothing but STARTTLS is said in the clear, and what the server slips in behind its OK is not believed.
func TestStartTLS(t *testing.T) {
	pair, err := cert.New(time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pair.Cert, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct{ greeting, answer string }{
		"not offered":        {"* OK hello", "s BAD what?"},
		"refused":            {"* OK hello", "s NO not today"},
		"logged in already":  {"* PREAUTH hello", ""},
		"no mail server":     {"SSH-2.0-server", ""},
		"answers slipped in": {"* OK hello", "s OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nT1 OK done"},
	} {
		t.Run(name, func(t *testing.T) {
			var mu sync.Mutex
			var heard strings.Builder
			a := imap.Account{
				Name: "test", Host: "localhost", TLS: "starttls", CAFile: ca, Username: "robin", Timeout: 5 * time.Second,
				Secret: func(context.Context) (string, error) { return "the-secret", nil },
				Dial: func(context.Context, string, string) (net.Conn, error) {
					near, far := net.Pipe()
					go func() {
						defer far.Close()
						fmt.Fprint(far, row.greeting+"\r\n")
						line, err := bufio.NewReader(far).ReadString('\n')
						if err != nil {
							return
						}
						mu.Lock()
						heard.WriteString(line)
						mu.Unlock()
						go fmt.Fprint(far, row.answer+"\r\n")
						rest, _ := io.ReadAll(io.LimitReader(far, 4096))
						mu.Lock()
						heard.Write(rest)
						mu.Unlock()
					}()
					return near, nil
				},
			}
			if err := check(t, a); !imap.Is(err, imap.BadCertificate) {
				t.Errorf("got %v", err)
			}
			mu.Lock()
			defer mu.Unlock()
			said := heard.String()
			if strings.Contains(said, "secret") || strings.Contains(said, "robin") || strings.Contains(said, "LOGIN") || strings.Contains(said, "AUTH") {
				t.Errorf("said in the clear: %q", said)
			}
		})
	}
}

func TestLogin(t *testing.T) {
	s := embedded.New(embedded.Options{User: "robin", Password: "pass wörd\\\"", Token: "a-token"})
	defer s.Close()
	secret := func(v string) func(context.Context) (string, error) {
		return func(context.Context) (string, error) { return v, nil }
	}
	for _, row := range []struct {
		auth, secret string
		want         imap.Kind
	}{
		{"", "pass wörd\\\"", ""},
		{"password", "wrong", imap.LoginRefused},
		{"xoauth2", "a-token", ""},
		{"xoauth2", "stale", imap.LoginRefused},
		{"oauthbearer", "a-token", ""},
		{"oauthbearer", "stale", imap.LoginRefused},
		{"password", "", imap.BadConfig},
		{"password", "two\r\nlines", imap.BadConfig},
		{"kerberos", "ticket", imap.BadConfig},
	} {
		a := account(s)
		a.Auth, a.Secret = row.auth, secret(row.secret)
		err := check(t, a)
		if row.want == "" && err != nil || row.want != "" && !imap.Is(err, row.want) {
			t.Errorf("%s with %q: got %v, want %q", row.auth, row.secret, err, row.want)
		}
		if err != nil && row.secret != "" && strings.Contains(err.Error(), row.secret) {
			t.Errorf("the error holds the secret: %v", err)
		}
	}
	for _, commands := range s.Commands() {
		for _, c := range commands {
			if strings.Contains(c, "token") || strings.Contains(c, "pass") {
				t.Errorf("recorded: %s", c)
			}
		}
	}
}

// A token command is asked once more after a refusal, since it may have refreshed the token meanwhile.
func TestLoginAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{User: "robin", Password: "p", Token: "fresh"})
		defer s.Close()
		asked := 0
		a := account(s)
		a.Auth, a.LoginAgain = "xoauth2", 30*time.Second
		a.Secret = func(context.Context) (string, error) {
			if asked++; asked > 1 {
				return "fresh", nil
			}
			return "stale", nil
		}
		began := time.Now()
		if err := check(t, a); err != nil {
			t.Error(err)
		}
		if asked != 2 || time.Since(began) != 30*time.Second {
			t.Errorf("asked %d times in %s", asked, time.Since(began))
		}
	})
}

func TestConfiguration(t *testing.T) {
	secret := func(context.Context) (string, error) { return "x", nil }
	good := imap.Account{Name: "work", Host: "imap.example.com", Username: "robin", Secret: secret}
	if _, err := imap.New(good); err != nil {
		t.Errorf("a good one: %v", err)
	}
	for name, change := range map[string]func(*imap.Account){
		"no host":             func(a *imap.Account) { a.Host = "" },
		"no user":             func(a *imap.Account) { a.Username = "" },
		"no secret":           func(a *imap.Account) { a.Secret = nil },
		"plain text far away": func(a *imap.Account) { a.TLS = "none" },
		"unknown tls":         func(a *imap.Account) { a.TLS = "maybe" },
		"missing CA file":     func(a *imap.Account) { a.CAFile = "/nowhere/ca.pem" },
		"bad pin":             func(a *imap.Account) { a.Pin = "abc" },
	} {
		a := good
		change(&a)
		_, err := imap.New(a)
		if !imap.Is(err, imap.BadConfig) || !strings.HasPrefix(err.Error(), "account work: ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	a := good
	a.Secret = func(context.Context) (string, error) { return "", errors.New("the command failed") }
	if err := check(t, a); !imap.Is(err, imap.BadConfig) {
		t.Errorf("a secret that cannot be had: %v", err)
	}
}

func TestUnreachable(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := ln.Addr().(*net.TCPAddr).Port
	ln.Close() // nobody listens there now
	a := imap.Account{
		Name: "test", Host: "127.0.0.1", Port: port, TLS: "none", Username: "robin", Timeout: time.Second,
		Secret: func(context.Context) (string, error) { return "x", nil },
	}
	if err := check(t, a); !imap.Is(err, imap.Unreachable) {
		t.Errorf("a closed port: %v", err)
	}
	a.Host, a.TLS = "no-such-host.invalid", "implicit"
	if err := check(t, a); !imap.Is(err, imap.Unreachable) {
		t.Errorf("an unknown host: %v", err)
	}
	// A server in plain text where TLS is expected.
	plain := embedded.New(embedded.Options{})
	defer plain.Close()
	at, err := plain.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a.Host, a.Port = "127.0.0.1", at.Port
	if err := check(t, a); !imap.Is(err, imap.BadCertificate) || !strings.Contains(err.Error(), "starttls") {
		t.Errorf("plain text instead of TLS: %v", err)
	}
}

func TestBackoff(t *testing.T) {
	b := imap.Backoff{Base: time.Second, Cap: time.Minute, Rand: func() float64 { return 0 }}
	var got []time.Duration
	for range 8 {
		got = append(got, b.After(errors.New("x")))
	}
	want := []time.Duration{1, 2, 4, 8, 16, 32, 60, 60}
	for i := range want {
		if got[i] != want[i]*time.Second {
			t.Errorf("wait %d: %s, want %s", i, got[i], want[i]*time.Second)
		}
	}
	b.Reset()
	b.Rand = func() float64 { return 1 }
	if got := b.After(errors.New("x")); got != time.Second/2 {
		t.Errorf("with all the jitter there is: %s", got)
	}
	if got := b.After(&imap.Error{Kind: imap.Limited}); got < 2*time.Minute {
		t.Errorf("after being asked to slow down: %s", got)
	}
}
