package provider

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
)

// Resolver is the part of *net.Resolver that is asked.
type Resolver interface {
	LookupMX(ctx context.Context, domain string) ([]*net.MX, error)
	LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
}

// Finder asks the network about the domain of an address, never about the address itself.
type Finder struct {
	Resolver Resolver
	Client   *http.Client
	// Pages are the addresses of Mozilla autoconfiguration files with %s for the domain, in the order of asking.
	Pages []string
}

// Online returns the Finder of the real network.
func Online() *Finder {
	return &Finder{
		Resolver: net.DefaultResolver,
		Client:   &http.Client{Timeout: 10 * time.Second},
		Pages: []string{
			"https://autoconfig.%s/mail/config-v1.1.xml",
			"https://%s/.well-known/autoconfig/mail/config-v1.1.xml",
			"https://autoconfig.thunderbird.net/v1.1/%s",
		},
	}
}

// ErrUnknown says that nobody knows the settings of a domain.
var ErrUnknown = errors.New("no settings found")

// Find returns the settings of an address: from the table, by its mail exchanger, by DNS SRV records (RFC 6186), by Mozilla's
// autoconfiguration, the first that answers. A nil Finder asks the table only. The error says what to enter by hand.
func (f *Finder) Find(ctx context.Context, address string) (Settings, error) {
	if s, ok := Known(address); ok {
		return s, nil
	}
	domain := Domain(address)
	if f == nil {
		return Settings{}, fmt.Errorf("%w for %s in the table: give the server with --host", ErrUnknown, domain)
	}
	for _, ask := range []func(context.Context, string, string) (Settings, bool){f.exchanger, f.service, f.pages} {
		if s, ok := ask(ctx, domain, address); ok {
			return s, nil
		}
		if err := ctx.Err(); err != nil {
			return Settings{}, err
		}
	}
	return Settings{}, fmt.Errorf("%w for %s, neither in DNS nor by autoconfiguration: your provider's help page names the IMAP server, give it with --host", ErrUnknown, domain)
}

// exchanger finds a provider of the table that takes the mail of a domain.
func (f *Finder) exchanger(ctx context.Context, domain, address string) (Settings, bool) {
	records, err := f.Resolver.LookupMX(ctx, domain)
	if err != nil {
		return Settings{}, false // not asked in vain: the next way may know
	}
	for _, r := range records {
		if s, ok := hosting(r.Host, address); ok {
			return s, true
		}
	}
	return Settings{}, false
}

// service follows RFC 6186: implicit TLS first. A target "." says that there is none; a target outside the domain is taken, since
// the TLS certificate of the server is checked against it and the user sees the name before the password is asked for.
func (f *Finder) service(ctx context.Context, domain, address string) (Settings, bool) {
	for _, kind := range []struct{ name, tls string }{{"imaps", "implicit"}, {"imap", "starttls"}} {
		_, records, err := f.Resolver.LookupSRV(ctx, kind.name, "tcp", domain)
		if err != nil {
			continue
		}
		for _, r := range records {
			if host := strings.TrimSuffix(r.Target, "."); host != "" {
				return Settings{Host: host, Port: int(r.Port), TLS: kind.tls, Username: address, Auth: "password", From: "service record in DNS"}, true
			}
		}
	}
	return Settings{}, false
}
