package drafts

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Nothing is ever sent: a program that composes letters links no SMTP client and no sendmail writer, although text/template keeps
// every exported method of a type that it can reach.
func TestNothingThatSendsIsLinked(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	bin := filepath.Join(t.TempDir(), "link")
	if out, err := exec.Command("go", "build", "-o", bin, "./testdata/link").CombinedOutput(); err != nil {
		t.Skipf("no Go toolchain to build with: %v\n%s", err, out)
	}
	symbols, err := exec.Command("go", "tool", "nm", bin).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(symbols), "go-mail.(*Msg).WriteTo") {
		t.Fatal("the program does not compose: the test looks at nothing")
	}
	sends := regexp.MustCompile(`(?i)net/smtp|go-mail/smtp|go-mail\.\(?\*?Client|sendmail`)
	for line := range strings.Lines(string(symbols)) {
		if sends.MatchString(line) {
			t.Errorf("linked: %s", strings.TrimSpace(line))
		}
	}
}
