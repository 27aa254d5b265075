package provider

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// records is a DNS of a test's own.
type records struct {
	mx  map[string]string
	srv map[string]*net.SRV // "_imaps._tcp.domain"
}

func (r records) LookupMX(_ context.Context, domain string) ([]*net.MX, error) {
	if h, ok := r.mx[domain]; ok {
		return []*net.MX{{Host: h}}, nil
	}
	return nil, &net.DNSError{Err: "no such host", Name: domain, IsNotFound: true}
}

func (r records) LookupSRV(_ context.Context, service, proto, name string) (string, []*net.SRV, error) {
	if s, ok := r.srv["_"+service+"._"+proto+"."+name]; ok {
		return "", []*net.SRV{s}, nil
	}
	return "", nil, &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}
}

const page = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="auto.example">
<incomingServer type="pop3"><hostname>pop.auto.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>plain.auto.example</hostname><port>143</port><socketType>plain</socketType></incomingServer>
<incomingServer type="imap"><hostname>mail.%EMAILDOMAIN%</hostname><port>143</port><socketType>STARTTLS</socketType>
<username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></incomingServer>
</emailProvider></clientConfig>`

func TestFind(t *testing.T) {
	var asked []string
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		if r.URL.Path == "/auto.example" {
			w.Write([]byte(page))
			return
		}
		http.NotFound(w, r)
	}))
	defer web.Close()
	f := &Finder{Client: web.Client(), Pages: []string{web.URL + "/first/%s", web.URL + "/%s"}, Resolver: records{
		mx: map[string]string{"company.example": "aspmx.l.google.com.", "own.example": "in1-smtp.messagingengine.com.", "srv.example": "mx.srv.example."},
		srv: map[string]*net.SRV{
			"_imaps._tcp.srv.example": {Target: "imap.srv.example.", Port: 993},
			"_imaps._tcp.old.example": {Target: "."}, "_imap._tcp.old.example": {Target: "imap.old.example.", Port: 143},
		},
	}}
	for _, tc := range []struct {
		address string
		want    Settings
	}{
		{"alex@gmail.com", Settings{Provider: "Gmail", Host: "imap.gmail.com", Port: 993, TLS: "implicit", Username: "alex@gmail.com", Auth: "password", OAuth: "google", From: "known provider"}},
		{"alex@Outlook.com", Settings{Provider: "Outlook", Host: "outlook.office365.com", Port: 993, TLS: "implicit", Username: "alex@Outlook.com", Auth: "xoauth2", OAuth: "microsoft", From: "known provider"}},
		{"alex@company.example", Settings{Provider: "Gmail", Host: "imap.gmail.com", Port: 993, TLS: "implicit", Username: "alex@company.example", Auth: "password", OAuth: "google", From: "mail exchanger in DNS", Business: true}},
		{"alex@own.example", Settings{Provider: "Fastmail", Host: "imap.fastmail.com", Port: 993, TLS: "implicit", Username: "alex@own.example", Auth: "password", From: "mail exchanger in DNS"}},
		{"alex@srv.example", Settings{Host: "imap.srv.example", Port: 993, TLS: "implicit", Username: "alex@srv.example", Auth: "password", From: "service record in DNS"}},
		{"alex@old.example", Settings{Host: "imap.old.example", Port: 143, TLS: "starttls", Username: "alex@old.example", Auth: "password", From: "service record in DNS"}},
		{"alex@auto.example", Settings{Host: "mail.auto.example", Port: 143, TLS: "starttls", Username: "alex", Auth: "password", From: "autoconfiguration"}},
	} {
		got, err := f.Find(t.Context(), tc.address)
		login := got.Login
		got.Login = ""
		if err != nil || got != tc.want {
			t.Errorf("%s: got %+v, %v; want %+v", tc.address, got, err, tc.want)
		}
		if (tc.want.Provider != "") != (login != "") {
			t.Errorf("%s: a provider of the table explains its login, others do not; got %q", tc.address, login)
		}
	}
	for _, u := range asked {
		if strings.Contains(u, "alex") || strings.Contains(u, "@") {
			t.Errorf("the address went out, not only its domain: %s", u)
		}
	}
	if s, err := f.Find(t.Context(), "alex@nobody.example"); !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), "--host") {
		t.Errorf("an unknown domain gives %+v, %v", s, err)
	}
	n := len(asked)
	if _, err := (*Finder)(nil).Find(t.Context(), "alex@auto.example"); !errors.Is(err, ErrUnknown) || len(asked) != n {
		t.Errorf("offline: %v, and %d questions went out", err, len(asked)-n)
	}
}

// TestTable holds the table against what IMAP needs.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range table {
		if r.name == "" || r.host == "" || r.port == 0 || r.tls != "implicit" && r.tls != "starttls" || r.auth != "password" && r.auth != "xoauth2" || r.login == "" || r.auth != "password" && r.oauth == "" {
			t.Errorf("the row %+v is not whole", r)
		}
		for _, d := range r.domains {
			if seen[d] || d != strings.ToLower(d) {
				t.Errorf("the domain %s stands twice, or not in lower case", d)
			}
			seen[d] = true
		}
	}
}

func TestCheckAddress(t *testing.T) {
	for address, want := range map[string]bool{"a@example.com": true, "a": false, "a@b": false, "@example.com": false, "a b@example.com": false, "a@b@example.com": false, "": false} {
		if got := CheckAddress(address) == nil; got != want {
			t.Errorf("%q: got %v, want %v", address, got, want)
		}
	}
}
