package dovecot_test

import (
	"testing"

	"heardback/mailbox/imap/dovecot"
)

func TestStart(t *testing.T) {
	s := dovecot.Start(t)
	if s.Port == 0 || s.TLSPort == 0 || len(s.Cert) == 0 {
		t.Errorf("incomplete: %+v", s)
	}
}
