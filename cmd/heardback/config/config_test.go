package config

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const minimal = `
[seeker]
name = "Alex Morgan"
zone = "Europe/Berlin"
[[account]]
host = "imap.example.com"
username = "alex@example.com"
password = "secret"
`

// tokened is an account whose tokens heardback gets itself.
var tokened = strings.Replace(minimal, `password = "secret"`, "oauth = \"microsoft\"\noauth_client_id = \"x\"", 1)

func TestOAuth(t *testing.T) {
	c, err := Parse("state_dir = \"/state\"\n" + tokened + "name = \"at/work\"\n")
	if err != nil {
		t.Fatal(err)
	}
	a := &c.Accounts[0]
	if got := a.Tokens(); a.Auth != "xoauth2" || got.Path != filepath.Join("/state", "tokens", "at%2Fwork.json") || got.TokenURL != "https://login.microsoftonline.com/common/oauth2/v2.0/token" || got.User != a.Username {
		t.Errorf("got auth %q and %+v", a.Auth, got)
	}
	a.TokenFile = filepath.Join(t.TempDir(), "none.json")
	if _, err := a.Secret(t.Context()); err == nil || !strings.Contains(err.Error(), "heardback login at/work") {
		t.Errorf("before the first login: %v", err)
	}
	if err := a.CheckSecret(); err != nil {
		t.Errorf("nothing that others could read is there: %v", err)
	}
}

func TestExampleIsTheManual(t *testing.T) {
	text, err := os.ReadFile("../../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse(string(text))
	if err != nil {
		t.Fatalf("the example does not load: %v", err)
	}
	if c.Policy.Mode != "observe" || c.Accounts[0].Port != 993 || c.Accounts[0].Since.Days != 180 {
		t.Errorf("got mode %q port %d since %d days", c.Policy.Mode, c.Accounts[0].Port, c.Accounts[0].Since.Days)
	}
	for _, key := range allKeys() {
		last := key[strings.LastIndex(key, ".")+1:]
		if !strings.Contains(string(text), last) {
			t.Errorf("the example does not mention %s", key)
		}
	}
}

// TestExampleDefaults uncomments every commented key: the example must load with all of them but the secrets' alternatives.
func TestExampleDefaults(t *testing.T) {
	text, err := os.ReadFile("../../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range strings.Split(string(text), "\n") {
		bare := strings.TrimPrefix(l, "# ")
		name, value, ok := strings.Cut(bare, " = ")
		isKey := ok && bare != l && !strings.ContainsAny(strings.Trim(name, `"`), ` .:`) || strings.HasPrefix(bare, `"mechanical`)
		if isKey && !strings.HasPrefix(name, "password") && value != `""` {
			l = bare
		}
		lines = append(lines, l)
	}
	if _, err := Parse(strings.Join(lines, "\n")); err != nil {
		t.Errorf("with every key uncommented: %v", err)
	}
}

func TestParseSays(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"misspelt", minimal + "poll_minuets = 5\n", `did you mean "account.poll_minutes"`},
		{"misspelt table", minimal + "[seekr]\nname = \"x\"\n", `did you mean "seeker"`},
		{"wrong place", "zone = \"UTC\"\n" + minimal, `did you mean "seeker.zone"`},
		{"no account", "[seeker]\nname = \"Alex\"\nzone = \"UTC\"\n", "no [[account]]"},
		{"no name", strings.Replace(minimal, `name = "Alex Morgan"`, "", 1), "[seeker] name is missing"},
		{"zone", strings.Replace(minimal, "Europe/Berlin", "Berlin", 1), "no IANA time zone"},
		{"plain text", minimal + "tls = \"none\"\n", "would see your password"},
		{"two secrets", minimal + "password_file = \"x\"\n", "exactly one of"},
		{"password and oauth", minimal + "oauth = \"google\"\noauth_client_id = \"x\"\n", "exactly one of"},
		{"oauth for passwords", tokened + "auth = \"password\"\n", "xoauth2"},
		{"oauth of whom", strings.Replace(tokened, "microsoft", "example", 1), "google, microsoft"},
		{"oauth without an application", strings.Replace(tokened, "oauth_client_id = \"x\"", "", 1), "oauth_client_id is missing"},
		{"an application without oauth", minimal + "oauth_client_id = \"x\"\n", "beside it"},
		{"tokens in the clear", tokened + "oauth_token_url = \"http://login.example.com/token\"\n", "no https address"},
		{"misspelt oauth", tokened + "oauth_tenent = \"x\"\n", `did you mean "account.oauth_tenant"`},
		{"since", minimal + "since = \"half a year\"\n", `"180d"`},
		{"mode", minimal + "[policy]\nmode = \"send\"\n", `"observe"`},
		{"brake", minimal + "[policy]\ngap_days = 2\n", "i_know"},
		{"syntax", "mode = \n", "line 1"},
		{"two of a name", minimal + minimal[strings.Index(minimal, "[[account]]"):], "two accounts"},
	} {
		_, err := Parse(tc.text)
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want it to say %q", tc.name, err, tc.want)
		}
	}
}

func TestLoadRefusesAReadablePassword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(minimal), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("got %v, want it to say chmod 600", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Accounts[0].Since.Duration(), 180*24*time.Hour; got != want {
		t.Errorf("since: got %v, want %v", got, want)
	}
}

func TestSecret(t *testing.T) {
	file, two := filepath.Join(t.TempDir(), "password"), filepath.Join(t.TempDir(), "two")
	if err := os.WriteFile(two, []byte("a\nb\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("from a file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name    string
		account Account
		want    string
		wantErr string
	}{
		{"file", Account{PasswordFile: file}, "from a file", ""},
		{"command", Account{PasswordCommand: []string{"echo", "from a command"}}, "from a command", ""},
		{"failing command", Account{Name: "a", PasswordCommand: []string{"false"}}, "", "run it by hand"},
		{"command with notes", Account{PasswordCommand: []string{"printf", "a\\r\\nuser: b\\n"}}, "a", ""},
		{"command with an empty line", Account{PasswordCommand: []string{"printf", "\\na\\n"}}, "", "is empty"},
		{"file of two lines", Account{PasswordFile: two}, "", "more than one line"},
		{"empty", Account{PasswordCommand: []string{"true"}}, "", "is empty"},
		{"endless", Account{PasswordCommand: []string{"head", "-c", "20000", "/dev/zero"}}, "", "longer than"},
		{"credential outside systemd", Account{PasswordCredential: "imap"}, "", "LoadCredential=imap:FILE"},
		{"credential by hand", Account{PasswordCredential: "password", folder: filepath.Dir(file)}, "from a file", ""},
		{"credential with a folder", Account{PasswordCredential: "../password"}, "", "plain name"},
	} {
		t.Setenv("CREDENTIALS_DIRECTORY", "")
		got, err := tc.account.Secret(context.Background())
		if got != tc.want || (err == nil) != (tc.wantErr == "") || err != nil && !strings.Contains(err.Error(), tc.wantErr) {
			t.Errorf("%s: got %q, %v; want %q, %q", tc.name, got, err, tc.want, tc.wantErr)
		}
	}
}

// TestAddressesAsMailHasThem: what the user writes is compared with what mail holds, else own mail would not be known for the user's, and the
// current employer would get letters.
func TestAddressesAsMailHasThem(t *testing.T) {
	text := strings.Replace(minimal, "[[account]]", "current_employer_domains = [\"@Müller.example\", \"https://www.acme.example/jobs\", \" *.Works.example. \"]\n[[account]]\n"+
		`addresses = ["Alex Morgan <Alex@Müller.example>", "alex@EXAMPLE.com"]`, 1)
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Seeker.CurrentEmployerDomains, " "); got != "xn--mller-kva.example acme.example works.example" {
		t.Errorf("domains: %s", got)
	}
	if got := strings.Join(c.Accounts[0].Addresses, " "); got != "Alex@xn--mller-kva.example alex@example.com" {
		t.Errorf("addresses: %s", got)
	}
	for _, bad := range []string{`current_employer_domains = ["Acme"]`, `current_employer_domains = ["boss@acme.example"]`, `current_employer_domains = [""]`} {
		if _, err := Parse(strings.Replace(minimal, "[[account]]", bad+"\n[[account]]", 1)); err == nil || !strings.Contains(err.Error(), "behind the @") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	for _, bad := range []string{"alex", "alex@home", "josé@example.com", ""} {
		if _, err := Parse(minimal + "addresses = [\"" + bad + "\"]\n"); err == nil || !strings.Contains(err.Error(), "no mail address") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestOwnAddressesOfAllAccounts(t *testing.T) {
	c, err := Parse(minimal + "[[account]]\nhost = \"mx.example\"\nusername = \"alex@work.example\"\npassword = \"x\"\n")
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Accounts {
		if got := strings.Join(c.Accounts[i].Own(), " "); got != "alex@example.com alex@work.example" {
			t.Errorf("account %d: %s", i, got)
		}
	}
}

func TestCountry(t *testing.T) {
	for country, want := range map[string]string{"de": "DE", "UK": "GB", "usa": "US", "XX": "", "Germany": "", "EU": "", "en": ""} {
		c, err := Parse(strings.Replace(minimal, "zone", "country = \""+country+"\"\nzone", 1))
		if want == "" {
			if err == nil || !strings.Contains(err.Error(), "ISO 3166") {
				t.Errorf("%s: %v", country, err)
			}
		} else if err != nil || c.Seeker.Country != want {
			t.Errorf("%s: %v, want %s", country, err, want)
		}
	}
}
