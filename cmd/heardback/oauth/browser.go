package oauth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/oauth2"
)

// Browser has say show the page on which the user logs in and waits until the browser comes back to a port of this machine with the
// code (RFC 8252 section 7.3). Where the browser runs on another machine, the address at which it ended may come by pasted.
func (c *Client) Browser(ctx context.Context, say func(page string), pasted <-chan string) (*oauth2.Token, error) {
	ctx, cancel := context.WithTimeout(over(ctx), maxWait)
	defer cancel()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening for the browser: %w", err)
	}
	host := c.Loopback
	if host == "" {
		host = "127.0.0.1"
	}
	config := c.config(fmt.Sprintf("http://%s:%d/", host, ln.Addr().(*net.TCPAddr).Port))
	back := returning{state: rand.Text(), got: make(chan answer, 1)}
	srv := &http.Server{Handler: back, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 16 << 10}
	srv.SetKeepAlivesEnabled(false)
	go srv.Serve(ln) // it ends with the listener
	defer func() {
		// The browser gets the page that it waits for; a moment is enough on the same machine.
		bye, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = srv.Shutdown(bye)
		_ = srv.Close()
	}()
	verifier := oauth2.GenerateVerifier()
	say(config.AuthCodeURL(back.state, oauth2.S256ChallengeOption(verifier), oauth2.AccessTypeOffline, oauth2.SetAuthURLParam("prompt", "consent"),
		oauth2.SetAuthURLParam("login_hint", c.User)))
	code, err := back.wait(ctx, pasted)
	if err != nil {
		return nil, c.late(ctx, err)
	}
	t, err := config.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	if err != nil {
		return nil, c.late(ctx, err)
	}
	return c.whole(t)
}

// returning is what the browser comes back to.
type returning struct {
	state string // which only the page that we showed knows
	got   chan answer
}

// answer is a code, or why there is none.
type answer struct {
	code string
	err  error
}

// wait returns the first answer. What is pasted and is none is passed over.
func (r returning) wait(ctx context.Context, pasted <-chan string) (string, error) {
	for {
		select {
		case a := <-r.got:
			return a.code, a.err
		case line, ok := <-pasted:
			if !ok {
				pasted = nil
				continue
			}
			if u, err := url.Parse(line); err == nil {
				r.take(u.Query())
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

// take passes an answer on that knows the state; the first one counts.
func (r returning) take(q url.Values) (answer, bool) {
	if subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(r.state)) != 1 {
		return answer{}, false
	}
	a := answer{code: q.Get("code")}
	if code := q.Get("error"); code != "" {
		a.err = &oauth2.RetrieveError{ErrorCode: code, ErrorDescription: q.Get("error_description")}
	} else if a.code == "" {
		a.err = errors.New("the browser came back without a code")
	}
	select {
	case r.got <- a:
	default:
	}
	return a, true
}

// ServeHTTP implements http.Handler. Whatever does not know the state is no answer: other programs of this machine may ask too.
func (r returning) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	if req.URL.Path != "/" || req.Method != http.MethodGet {
		http.Error(w, "There is nothing here.", http.StatusNotFound)
		return
	}
	switch a, ok := r.take(req.URL.Query()); {
	case !ok:
		http.Error(w, "This is not the login that heardback waits for.", http.StatusBadRequest)
	case a.err != nil:
		fmt.Fprintln(w, "The login was refused. heardback says more where you started it.")
	default:
		fmt.Fprintln(w, "You are logged in. Close this page and go back to heardback.")
	}
}
