package oauth_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/cmd/heardback/oauth"
	"heardback/cmd/heardback/oauth/oauthtest"
)

func client(t *testing.T, s *oauthtest.Server, device bool) *oauth.Client {
	return &oauth.Client{Server: s.Server(device), ID: oauthtest.ClientID, Secret: oauthtest.ClientSecret, User: oauthtest.User, Path: filepath.Join(t.TempDir(), "tokens", "a.json")}
}

// loggedIn is a client with tokens, got in the browser, which takes no time.
func loggedIn(t *testing.T) (*oauthtest.Server, *oauth.Client) {
	t.Helper()
	s := oauthtest.Start(t)
	c := client(t, s, false)
	token, err := c.Browser(t.Context(), follow(t, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Keep(token); err != nil {
		t.Fatal(err)
	}
	return s, c
}

// follow is a user whose browser opens the page; seen gets what it shows at last.
func follow(t *testing.T, seen chan<- string) func(string) {
	return func(page string) {
		go func() {
			r, err := http.Get(page)
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Body.Close()
			text, _ := io.ReadAll(r.Body)
			if seen != nil {
				seen <- string(text)
			}
		}()
	}
}

func TestDevice(t *testing.T) {
	t.Parallel()
	s := oauthtest.Start(t)
	c := client(t, s, true)
	var page, code string
	token, err := c.Device(t.Context(), func(p, u string) { page, code = p, u; s.Approve("") })
	if err != nil || token.AccessToken != s.Access() || code != "WDJB-MJHT" || !strings.HasSuffix(page, "/device") {
		t.Fatalf("got %v by %q at %q, %v", token, code, page, err)
	}
	if token.Expiry.IsZero() || token.RefreshToken == "" {
		t.Errorf("the token has no end, or cannot be refreshed: %v", token)
	}
}

// Not every user agrees, and not every application is known.
func TestDeviceRefused(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		"access_denied": "try again and allow it", "authorization_declined": "try again and allow it", "expired_token": "in time",
	} {
		t.Run(answer, func(t *testing.T) {
			t.Parallel()
			s := oauthtest.Start(t)
			_, err := client(t, s, true).Device(t.Context(), func(string, string) { s.Approve(answer) })
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want it to say %q", err, want)
			}
		})
	}
	s := oauthtest.Start(t)
	stranger, greedy, off := client(t, s, true), client(t, s, true), client(t, s, false)
	stranger.ID = "somebody"
	greedy.Scopes = []string{"everything"}
	off.DeviceURL = off.TokenURL + "/nowhere"
	for want, c := range map[string]*oauth.Client{"oauth_client_id": stranger, "add the permission": greedy, "status 404": off} {
		if _, err := c.Device(t.Context(), func(string, string) { t.Error("a code was shown") }); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want it to say %q", err, want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	if _, err := client(t, s, true).Device(ctx, func(string, string) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("told to stop: %v", err)
	}
}

func TestBrowser(t *testing.T) {
	t.Parallel()
	s := oauthtest.Start(t)
	for _, host := range []string{"", "localhost"} {
		c := client(t, s, false)
		c.Loopback = host
		seen := make(chan string, 1)
		token, err := c.Browser(t.Context(), follow(t, seen), nil)
		if err != nil || token.AccessToken != s.Access() {
			t.Fatalf("got %v, %v", token, err)
		}
		if got := <-seen; !strings.Contains(got, "You are logged in") {
			t.Errorf("the browser shows %q", got)
		}
	}
}

// The browser of another machine ends nowhere; its address is pasted. What does not know the state is no answer.
func TestBrowserElsewhere(t *testing.T) {
	t.Parallel()
	s := oauthtest.Start(t)
	c := client(t, s, false)
	pasted := make(chan string)
	token, err := c.Browser(t.Context(), func(page string) {
		go func() {
			stay := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			r, err := stay.Get(page)
			if err != nil {
				t.Error(err)
				return
			}
			r.Body.Close()
			back, err := r.Location()
			if err != nil {
				t.Error(err)
				return
			}
			forged := *back
			forged.RawQuery = url.Values{"state": {"guessed"}, "code": {"mine"}}.Encode()
			for _, u := range []string{forged.String(), forged.Scheme + "://" + forged.Host + "/favicon.ico"} {
				if r, err := http.Get(u); err != nil || r.StatusCode < 400 {
					t.Errorf("%s was taken: %v", u, err)
				} else {
					r.Body.Close()
				}
			}
			pasted <- "what shall I paste?"
			pasted <- forged.String()
			pasted <- back.String()
		}()
	}, pasted)
	if err != nil || token.AccessToken != s.Access() {
		t.Fatalf("got %v, %v", token, err)
	}
}

func TestBrowserRefused(t *testing.T) {
	t.Parallel()
	s := oauthtest.Start(t)
	s.Approve("access_denied")
	seen := make(chan string, 1)
	if _, err := client(t, s, false).Browser(t.Context(), follow(t, seen), nil); err == nil || !strings.Contains(err.Error(), "allow it") {
		t.Errorf("got %v", err)
	}
	if got := <-seen; !strings.Contains(got, "refused") {
		t.Errorf("the browser shows %q", got)
	}
	s.Approve("")
	c := client(t, s, false)
	c.Secret = "wrong"
	if _, err := c.Browser(t.Context(), follow(t, nil), nil); err == nil || !strings.Contains(err.Error(), "oauth_client_secret") {
		t.Errorf("a wrong secret: %v", err)
	}
}

// The file is for the owner's eyes, and a token that is good is used without asking anybody.
func TestKeep(t *testing.T) {
	t.Parallel()
	s, c := loggedIn(t)
	asked := len(s.Requests())
	got, err := c.Token(t.Context())
	if err != nil || got != s.Access() || len(s.Requests()) != asked {
		t.Errorf("got %q, %v after %d more requests, want %q after none", got, err, len(s.Requests())-asked, s.Access())
	}
	fi, err := os.Stat(c.Path)
	if err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", fi.Mode(), err)
	}
	if fi, err = os.Stat(filepath.Dir(c.Path)); err != nil || fi.Mode().Perm() != 0o700 {
		t.Errorf("its folder: %v, %v", fi.Mode(), err)
	}
	if list, err := os.ReadDir(filepath.Dir(c.Path)); err != nil || len(list) != 1 {
		t.Errorf("beside the tokens lies something: %v, %v", list, err)
	}
	other := *c
	other.ID = "another"
	if _, err := other.Token(t.Context()); !oauth.NeedsLogin(err) {
		t.Errorf("with another application: %v", err)
	}
	if err := os.Chmod(c.Path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Token(t.Context()); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("readable by others: %v", err)
	}
	for _, broken := range []string{"", "{}", "null", `{"client_id":1}`} {
		if err := errors.Join(os.WriteFile(c.Path, []byte(broken), 0o600), os.Chmod(c.Path, 0o600)); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Token(t.Context()); !oauth.NeedsLogin(err) {
			t.Errorf("%q in the file: %v", broken, err)
		}
	}
	if err := os.Remove(c.Path); err != nil {
		t.Fatal(err)
	}
	if err := c.Check(); !oauth.NeedsLogin(err) {
		t.Errorf("without a file: %v", err)
	}
}

// A token is refreshed when its end is near, when the mail server refuses it, and no more when the user has withdrawn it.
func TestRefresh(t *testing.T) {
	t.Parallel()
	s, c := loggedIn(t)
	first := s.Access()
	s.Expire()
	if err := c.Refused(first); err != nil {
		t.Fatal(err)
	}
	s.Lifetime(60) // less than what is early
	second, err := c.Token(t.Context())
	if err != nil || second == first || second != s.Access() {
		t.Fatalf("after a refusal: %q, %v", second, err)
	}
	if err := c.Refused(first); err != nil { // which is history
		t.Fatal(err)
	}
	s.Lifetime(3600)
	third, err := c.Token(t.Context())
	if err != nil || third == second || third != s.Access() {
		t.Fatalf("near its end: %q, %v", third, err)
	}
	if again, err := c.Token(t.Context()); err != nil || again != third {
		t.Errorf("a good one: %q, %v", again, err)
	}
	s.Fail(true)
	if err := c.Refused(third); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Token(t.Context()); err == nil || oauth.NeedsLogin(err) || !strings.Contains(err.Error(), "503") {
		t.Errorf("a server that fails is no reason to log in again: %v", err)
	}
	s.Fail(false)
	s.Revoke()
	_, err = c.Token(t.Context())
	if !oauth.NeedsLogin(err) || !strings.Contains(err.Error(), "expired or revoked") {
		t.Errorf("after it was withdrawn: %v", err)
	}
	for _, secret := range s.Secrets() {
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the error holds %s", secret)
		}
	}
}

// Another process refreshes at the same moment, and the server takes each refresh token but once: what the other got is used.
func TestRefreshedElsewhere(t *testing.T) {
	t.Parallel()
	s, c := loggedIn(t)
	if err := c.Refused(s.Access()); err != nil {
		t.Fatal(err)
	}
	other := *c
	late := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := other.Token(r.Context()); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, `{"error":"invalid_grant"}`)
	}))
	defer late.Close()
	c.TokenURL = late.URL
	if got, err := c.Token(t.Context()); err != nil || got != s.Access() {
		t.Errorf("got %q, %v, want %q", got, err, s.Access())
	}
}

func TestUnreachable(t *testing.T) {
	t.Parallel()
	_, c := loggedIn(t)
	c.TokenURL = "http://127.0.0.1:1/token?secret=1"
	if err := c.Refused(mustToken(t, c)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Token(t.Context()); err == nil || oauth.NeedsLogin(err) || !strings.Contains(err.Error(), "network") || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

func mustToken(t *testing.T, c *oauth.Client) string {
	t.Helper()
	got, err := c.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestServers(t *testing.T) {
	t.Parallel()
	for name, s := range oauth.Servers {
		if err := s.Tenant("").Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if s.Name == "" || len(s.Scopes) == 0 || s.Loopback == "" {
			t.Errorf("the row %s is not whole: %+v", name, s)
		}
	}
	ms := oauth.Servers["microsoft"].Tenant("a/b")
	if ms.TokenURL != "https://login.microsoftonline.com/a%2Fb/oauth2/v2.0/token" {
		t.Errorf("a tenant: %s", ms.TokenURL)
	}
	for _, bad := range []oauth.Server{
		{}, {AuthURL: "https://a.example", TokenURL: "http://a.example"}, {AuthURL: "https://a.example", TokenURL: "https://"},
		{AuthURL: "https://a.example", TokenURL: "https://a.example", DeviceURL: "ftp://a.example"},
	} {
		if bad.Check() == nil {
			t.Errorf("%+v is good enough", bad)
		}
	}
}
