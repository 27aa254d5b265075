package imap_test

import (
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"

	"heardback/mailbox/imap"
)

// Each row of the table by what it changes: the report names the provider, a refused login says what to do there, and ID is sent where it is
// expected, if the server knows it (RFC 2971).
func TestProviderRows(t *testing.T) {
	for _, row := range []struct {
		host, name, login string
		id                bool
	}{
		{"imap.gmail.com", "Gmail", "app password", true},
		{"imap.googlemail.com", "Gmail", "app password", true},
		{"outlook.office365.com", "Outlook", "IMAP.AccessAsUser.All", false},
		{"imap-mail.outlook.com", "Outlook", "only tokens", false},
		{"imap.mail.me.com", "iCloud", "app-specific password", false},
		{"imap.mail.yahoo.com", "Yahoo", "app password", false},
		{"imap.aol.com", "Yahoo", "app password", false},
		{"imap.fastmail.com", "Fastmail", "app password", false},
		{"imap.gmx.net", "GMX", "switch on IMAP", false},
		{"imap.web.de", "GMX", "switch on IMAP", false},
		{"127.0.0.1:1143", "Proton", "Proton Bridge", false},
		{"imap.mailhost.example", "", "", false},
		{"notimap.gmail.com.example", "", "", false},
	} {
		for _, known := range []bool{true, false} {
			for _, refused := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s, knows ID: %t, refuses: %t", row.host, known, refused), func(t *testing.T) {
					synctest.Test(t, func(t *testing.T) {
						s := scripted{script: func(_ io.Writer, c string) string {
							switch {
							case strings.HasPrefix(c, "AUTHENTICATE") && refused:
								return "NO [AUTHENTICATIONFAILED] wrong"
							case strings.HasPrefix(c, "AUTHENTICATE") && known:
								return "OK [CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE ID] in"
							}
							return ""
						}}
						a := s.account()
						a.Host = row.host
						if host, port, err := net.SplitHostPort(row.host); err == nil {
							a.Host = host
							if a.Port, err = strconv.Atoi(port); err != nil {
								t.Fatal(err)
							}
						}
						c, err := imap.New(a)
						if err != nil {
							t.Fatal(err)
						}
						defer c.Close()
						report, err := c.Check(t.Context())
						if refused {
							if !imap.Is(err, imap.LoginRefused) || !strings.Contains(err.Error(), row.login) {
								t.Errorf("refused: %v", err)
							}
							return
						}
						if err != nil || report.Provider != row.name {
							t.Errorf("provider %q, %v", report.Provider, err)
						}
						sent := false
						for _, c := range s.heard {
							sent = sent || strings.HasPrefix(c, `ID ("name" "heardback"`)
						}
						if sent != (row.id && known) {
							t.Errorf("ID sent: %t", sent)
						}
					})
				})
			}
		}
	}
}
