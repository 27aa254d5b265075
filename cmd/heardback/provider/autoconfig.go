package provider

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// clientConfig is Mozilla's config-v1.1.xml, as far as it matters here.
type clientConfig struct {
	Servers []struct {
		Type     string   `xml:"type,attr"`
		Host     string   `xml:"hostname"`
		Port     int      `xml:"port"`
		Socket   string   `xml:"socketType"`
		Username string   `xml:"username"`
		Auth     []string `xml:"authentication"`
	} `xml:"emailProvider>incomingServer"`
}

// maxPage is how much of a configuration file is read, octets.
const maxPage = 256 << 10

// pages asks for the autoconfiguration file of a domain.
func (f *Finder) pages(ctx context.Context, domain, address string) (Settings, bool) {
	for _, page := range f.Pages {
		if s, ok := f.page(ctx, fmt.Sprintf(page, domain), address); ok {
			return s, true
		}
	}
	return Settings{}, false
}

func (f *Finder) page(ctx context.Context, url, address string) (Settings, bool) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Settings{}, false
	}
	resp, err := f.Client.Do(req)
	if err != nil {
		return Settings{}, false
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Settings{}, false
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxPage))
	if err != nil {
		return Settings{}, false
	}
	return parse(body, address)
}

// parse takes the first IMAP server with encryption.
func parse(body []byte, address string) (Settings, bool) {
	var c clientConfig
	if err := xml.Unmarshal(body, &c); err != nil {
		return Settings{}, false
	}
	for _, s := range c.Servers {
		tls := map[string]string{"SSL": "implicit", "STARTTLS": "starttls"}[strings.ToUpper(s.Socket)]
		if s.Type != "imap" || s.Host == "" || s.Port < 1 || s.Port > 65535 || tls == "" {
			continue
		}
		found := Settings{Host: placeholders(s.Host, address), Port: s.Port, TLS: tls, Username: placeholders(s.Username, address), Auth: "password", From: "autoconfiguration"}
		if found.Username == "" {
			found.Username = address
		}
		if len(s.Auth) > 0 && strings.EqualFold(s.Auth[0], "OAuth2") && len(s.Auth) == 1 {
			found.Auth = "xoauth2"
		}
		return found, true
	}
	return Settings{}, false
}

// placeholders fills in what a file leaves to the client.
func placeholders(s, address string) string {
	local, domain, _ := strings.Cut(address, "@")
	return strings.NewReplacer("%EMAILADDRESS%", address, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", domain).Replace(strings.TrimSpace(s))
}
