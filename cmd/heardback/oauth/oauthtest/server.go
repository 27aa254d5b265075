// Package oauthtest is an authorization server inside the process, for tests: it hands out tokens by device code (RFC 8628) and by the
// browser with PKCE (RFC 7636), refreshes them, lets them end, and tells a mail server whether one is good (RFC 7662).
package oauthtest

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"heardback/cmd/heardback/oauth"
)

// The one application and the one user that the server knows.
const (
	ClientID     = "00000000-1111-2222-3333-444444444444"
	ClientSecret = "of-the-application"
	User         = "robin"
	Scope        = "mail offline"
)

// Server is a running server. Its methods may be called at any time.
type Server struct {
	t   testing.TB
	web *httptest.Server

	mu       sync.Mutex
	n        int               // tokens and codes so far
	device   string            // the device code that was asked for
	approved string            // "", or the error with which polling ends, or "yes"
	slow     int               // polls that are answered by slow_down
	codes    map[string]string // code of the browser → code challenge
	redirect string            // of the code
	access   string            // the only access token that is good
	refresh  string            // the only refresh token that is good
	lifetime int               // of an access token, seconds
	fail     bool              // every request is answered by status 503
	given    []string          // all that was ever secret
	requests []url.Values      // to the token endpoint
}

// Start starts a server on loopback that stops with the test.
func Start(t testing.TB) *Server {
	s := &Server{t: t, codes: map[string]string{}, lifetime: 3600}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /devicecode", s.deviceCode)
	mux.HandleFunc("GET /authorize", s.authorize)
	mux.HandleFunc("POST /token", s.token)
	mux.HandleFunc("POST /introspect", s.introspect)
	s.web = httptest.NewServer(mux)
	t.Cleanup(s.web.Close)
	return s
}

// Server is how a client finds it. With "device" it offers codes for devices.
func (s *Server) Server(device bool) oauth.Server {
	o := oauth.Server{Name: "Example", AuthURL: s.web.URL + "/authorize", TokenURL: s.web.URL + "/token", Scopes: strings.Fields(Scope)}
	if device {
		o.DeviceURL = s.web.URL + "/devicecode"
	}
	return o
}

// Introspection is the address at which a mail server asks whether a token is good.
func (s *Server) Introspection() string { return s.web.URL + "/introspect" }

// Approve is the user who types the code in and agrees; with an error code of RFC 8628, who does not.
func (s *Server) Approve(err string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.approved = err; err == "" {
		s.approved = "yes"
	}
}

// SlowDown answers the next polls by slow_down.
func (s *Server) SlowDown(polls int) { s.mu.Lock(); s.slow = polls; s.mu.Unlock() }

// Lifetime is how long the next access tokens last, in seconds.
func (s *Server) Lifetime(seconds int) { s.mu.Lock(); s.lifetime = seconds; s.mu.Unlock() }

// Expire ends the access token before its time; it can be refreshed.
func (s *Server) Expire() { s.mu.Lock(); s.access = ""; s.mu.Unlock() }

// Revoke ends all tokens: the user withdrew the permission.
func (s *Server) Revoke() { s.mu.Lock(); s.access, s.refresh = "", ""; s.mu.Unlock() }

// Fail makes the server answer nothing but 503, or mends it.
func (s *Server) Fail(on bool) { s.mu.Lock(); s.fail = on; s.mu.Unlock() }

// Access is the access token that is good now.
func (s *Server) Access() string { s.mu.Lock(); defer s.mu.Unlock(); return s.access }

// Secrets are all tokens and codes that were ever given.
func (s *Server) Secrets() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.given...)
}

// Requests are those to the token endpoint so far.
func (s *Server) Requests() []url.Values {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]url.Values(nil), s.requests...)
}

// secret makes one that is told from all others. The lock is held.
func (s *Server) secret(kind string) string {
	s.n++
	v := fmt.Sprintf("%s-secret-%d", kind, s.n)
	s.given = append(s.given, v)
	return v
}

func say(w http.ResponseWriter, status int, v map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // a client that went away is its own matter
}

func refuse(w http.ResponseWriter, code, why string) {
	say(w, http.StatusBadRequest, map[string]any{"error": code, "error_description": why})
}

func (s *Server) deviceCode(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.FormValue("client_id") != ClientID {
		refuse(w, "invalid_client", "no such application")
		return
	}
	if r.FormValue("scope") != Scope {
		refuse(w, "invalid_scope", "not for this application")
		return
	}
	s.device = s.secret("device")
	say(w, 200, map[string]any{"device_code": s.device, "user_code": "WDJB-MJHT", "verification_uri": s.web.URL + "/device", "expires_in": 900, "interval": 1})
}

// authorize is the page on which the user logs in and agrees at once; it sends the browser back.
func (s *Server) authorize(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := r.URL.Query()
	redirect, err := url.Parse(q.Get("redirect_uri"))
	for what, bad := range map[string]bool{
		"client_id": q.Get("client_id") != ClientID, "scope": q.Get("scope") != Scope, "response_type": q.Get("response_type") != "code",
		"code_challenge": q.Get("code_challenge") == "" || q.Get("code_challenge_method") != "S256", "state": len(q.Get("state")) < 16,
		"redirect_uri": err != nil || redirect.Scheme != "http" || redirect.Hostname() != "127.0.0.1" && redirect.Hostname() != "localhost",
		"login_hint":   q.Get("login_hint") != User, "access_type": q.Get("access_type") != "offline",
	} {
		if bad {
			http.Error(w, "bad "+what, http.StatusBadRequest)
			return
		}
	}
	back := url.Values{"state": {q.Get("state")}}
	if s.approved != "" && s.approved != "yes" {
		back.Set("error", s.approved)
	} else {
		code := s.secret("code")
		s.codes[code], s.redirect = q.Get("code_challenge"), q.Get("redirect_uri")
		back.Set("code", code)
	}
	redirect.RawQuery = back.Encode()
	http.Redirect(w, r, redirect.String(), http.StatusFound)
}

func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if err := r.ParseForm(); err != nil {
		refuse(w, "invalid_request", "no form")
		return
	}
	s.requests = append(s.requests, r.PostForm)
	if r.PostFormValue("client_id") != ClientID {
		refuse(w, "invalid_client", "no such application")
		return
	}
	switch r.PostFormValue("grant_type") {
	case "urn:ietf:params:oauth:grant-type:device_code":
		switch {
		case r.PostFormValue("device_code") != s.device || s.device == "":
			refuse(w, "invalid_grant", "unknown code")
			return
		case s.slow > 0:
			s.slow--
			refuse(w, "slow_down", "")
			return
		case s.approved == "":
			refuse(w, "authorization_pending", "")
			return
		case s.approved != "yes":
			refuse(w, s.approved, "as the user wanted")
			return
		}
		s.device = ""
	case "authorization_code":
		sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
		challenge, known := s.codes[r.PostFormValue("code")]
		delete(s.codes, r.PostFormValue("code"))
		switch {
		case !known || r.PostFormValue("redirect_uri") != s.redirect:
			refuse(w, "invalid_grant", "unknown code")
			return
		case challenge != base64.RawURLEncoding.EncodeToString(sum[:]):
			refuse(w, "invalid_grant", "the verifier is wrong")
			return
		case r.PostFormValue("client_secret") != ClientSecret:
			refuse(w, "invalid_client", "the secret is wrong")
			return
		}
	case "refresh_token":
		if s.refresh == "" || r.PostFormValue("refresh_token") != s.refresh {
			refuse(w, "invalid_grant", "Token has been expired or revoked.\r\nTrace: 1")
			return
		}
	default:
		refuse(w, "unsupported_grant_type", "")
		return
	}
	s.access, s.refresh = s.secret("access"), s.secret("refresh") // each refresh token is good but once
	say(w, 200, map[string]any{"access_token": s.access, "refresh_token": s.refresh, "token_type": "Bearer", "expires_in": s.lifetime})
}

func (s *Server) introspect(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	good := s.access != "" && r.PostFormValue("token") == s.access
	say(w, 200, map[string]any{"active": good, "email": User})
}
