package imap_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"heardback/mailbox"
	"heardback/mailbox/imap"
)

// script answers one command of a client: it writes the untagged responses and returns the tagged one's text, "" to let the
// default answer, or hangup to close.
type script func(w io.Writer, command string) string

const hangup = "hang up"

// scripted is a server that says what a script wants it to, over net.Pipe; each connection begins anew.
type scripted struct {
	greeting string
	messages int // in every folder, with UIDs from 1
	script   script
	heard    []string
}

func (s *scripted) account() imap.Account {
	return imap.Account{
		Backoff: atOnce,
		Name:    "test", Host: "localhost", TLS: "none", Username: "robin",
		Secret:  func(context.Context) (string, error) { return "secret", nil },
		Timeout: 30 * time.Second, Since: -1,
		Dial: func(context.Context, string, string) (net.Conn, error) {
			near, far := net.Pipe()
			go s.serve(far)
			return near, nil
		},
	}
}

func (s *scripted) serve(c net.Conn) {
	defer c.Close()
	greeting := s.greeting
	if greeting == "" {
		greeting = "* OK [CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE SASL-IR AUTH=PLAIN] ready"
	}
	if _, err := io.WriteString(c, greeting+"\r\n"); err != nil {
		return
	}
	lines := bufio.NewReader(c)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		tag, command, _ := strings.Cut(strings.TrimSpace(line), " ")
		s.heard = append(s.heard, command)
		answer := ""
		if s.script != nil {
			answer = s.script(c, command)
		}
		if answer == "" {
			answer = s.usual(c, command)
		}
		if answer == hangup {
			return
		}
		if _, err := io.WriteString(c, tag+" "+answer+"\r\n"); err != nil {
			return
		}
	}
}

func (s *scripted) usual(w io.Writer, command string) string {
	switch name, _, _ := strings.Cut(command, " "); name {
	case "CAPABILITY":
		fmt.Fprint(w, "* CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE\r\n")
	case "AUTHENTICATE":
		return "OK [CAPABILITY IMAP4rev1 IDLE UIDPLUS MOVE] in"
	case "LIST":
		for _, f := range []string{"INBOX", "Drafts"} {
			fmt.Fprintf(w, "* LIST () \"/\" %s\r\n", f)
		}
	case "EXAMINE", "SELECT":
		fmt.Fprintf(w, "* %d EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT %d] ok\r\n", s.messages, s.messages+1)
	case "UID":
		if strings.HasPrefix(command, "UID SEARCH") {
			var all strings.Builder
			for i := range s.messages {
				fmt.Fprintf(&all, " %d", i+1)
			}
			fmt.Fprintf(w, "* SEARCH%s\r\n", all.String())
			return "OK done"
		}
		for uid := 1; uid <= s.messages; uid++ {
			if asks(command, uid) {
				io.WriteString(w, answer(command, uid))
			}
		}
	}
	return "OK done"
}

// asks reports whether a UID FETCH names uid.
func asks(command string, uid int) bool {
	set := strings.Fields(command)[2]
	for _, r := range strings.Split(set, ",") {
		var lo, hi int
		if n, _ := fmt.Sscanf(r, "%d:%d", &lo, &hi); n == 1 {
			hi = lo
		}
		if lo <= uid && uid <= hi {
			return true
		}
	}
	return false
}

func header(uid int) string {
	return fmt.Sprintf("Message-ID: <%d@acme.example>\r\nFrom: kim@acme.example\r\nSubject: Some words\r\n\r\n", uid)
}

// answer is an honest response to any stage of a sync.
func answer(command string, uid int) string {
	if strings.Contains(command, "HEADER.FIELDS") {
		h := header(uid)
		return fmt.Sprintf("* %d FETCH (UID %d FLAGS () RFC822.SIZE 100 INTERNALDATE \"02-Mar-2026 09:00:00 +0000\" BODY[HEADER.FIELDS (FROM)] {%d}\r\n%s)\r\n", uid, uid, len(h), h)
	}
	if strings.Contains(command, "[TEXT]") {
		return fmt.Sprintf("* %d FETCH (UID %d BODY[TEXT]<0> {7}\r\nText.\r\n)\r\n", uid, uid)
	}
	m := header(uid) + "Text.\r\n"
	return fmt.Sprintf("* %d FETCH (UID %d BODY[]<0> {%d}\r\n%s)\r\n", uid, uid, len(m), m)
}

func onFetch(do func(w io.Writer, command string) string) script {
	return func(w io.Writer, command string) string {
		if strings.HasPrefix(command, "UID FETCH") {
			return do(w, command)
		}
		return ""
	}
}

func flood(w io.Writer, what string, n int) string {
	for range n {
		if _, err := io.WriteString(w, what); err != nil {
			return hangup
		}
	}
	return "OK done"
}

// Whatever a server does, the sync ends, in bounded time, with an error that says so.
func TestHostileServers(t *testing.T) {
	parens := strings.Repeat("(", 12<<20)
	rows := []struct {
		name   string
		server scripted
		want   imap.Kind
	}{
		{"says good-bye at once", scripted{greeting: "* BYE [UNAVAILABLE] down for repair"}, imap.Unreachable},
		{"says good-bye at login", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "AUTHENTICATE") {
				fmt.Fprint(w, "* BYE shutting down\r\n")
				return hangup
			}
			return ""
		}}, imap.Broken},
		{"asks to slow down", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "AUTHENTICATE") {
				return "NO [LIMIT] Rate limit hit"
			}
			return ""
		}}, imap.Limited},
		{"refuses the password", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "AUTHENTICATE") {
				return "NO [AUTHENTICATIONFAILED] wrong"
			}
			return ""
		}}, imap.LoginRefused},
		{"is no mail server", scripted{greeting: "HTTP/1.1 400 Bad Request"}, imap.Broken},
		{"greets with an endless line", scripted{greeting: "* OK " + strings.Repeat("x", 1<<20)}, imap.Broken},
		{"lists without end", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "LIST") {
				return flood(w, strings.Repeat("* LIST () \"/\" a\r\n", 1000), 10_000)
			}
			return ""
		}}, imap.Broken},
		{"chats without end", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				return flood(w, strings.Repeat("* OK still here\r\n", 1000), 10_000)
			}
			return ""
		}}, imap.Broken},
		{"finds more than there is", scripted{messages: 1, script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				fmt.Fprint(w, "* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 4294967295] ok\r\n")
				return "OK done"
			}
			if strings.HasPrefix(c, "UID SEARCH") {
				fmt.Fprint(w, "* ESEARCH UID ALL 1:4294967294\r\n")
				return "OK done"
			}
			return ""
		}}, imap.Broken},
		{"nests lists", scripted{messages: 1, script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				io.WriteString(w, "* 1 FETCH (BODYSTRUCTURE "+parens)
			}
			return ""
		}}, imap.Broken},
		{"nests lists behind a status text", scripted{messages: 1, script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				io.WriteString(w, "* 12 OK {3000000}\r\n* 1 FETCH (BODYSTRUCTURE "+parens)
			}
			return ""
		}}, imap.Broken},
		{"nests lists behind an unfinished code", scripted{messages: 1, script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				io.WriteString(w, "* OK [X \r\n* LIST {3000000}\r\n] ok\r\n* 1 FETCH (BODYSTRUCTURE "+parens)
			}
			return ""
		}}, imap.Broken},
		// go-imap never comes back from either.
		{"lists its capabilities in lists", scripted{greeting: "* OK [CAPABILITY IMAP4rev1 (IDLE)] ready"}, imap.Broken},
		{"lists its capabilities in lists, untagged", scripted{greeting: "* OK ready", script: func(w io.Writer, c string) string {
			if c == "CAPABILITY" {
				io.WriteString(w, "* capability (IMAP4rev1)\r\n")
			}
			return ""
		}}, imap.Broken},
		{"lists its capabilities in lists, in no known answer", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "AUTHENTICATE") {
				return "OH [CAPABILITY IMAP4rev1 (IDLE)] in"
			}
			return ""
		}}, imap.Broken},
		{"has no UIDVALIDITY", scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				return "OK done"
			}
			return ""
		}}, imap.Broken},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				c, err := imap.New(row.server.account())
				if err != nil {
					t.Fatal(err)
				}
				_, err = tryRead(t.Context(), c, nil)
				if !imap.Is(err, row.want) {
					t.Errorf("got %v, want one of kind %s", err, row.want)
				}
				if err != nil && (strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n")) {
					t.Errorf("the error is no clean sentence: %v", err)
				}
				if took := time.Since(began); took > time.Minute {
					t.Errorf("it took %s", took)
				}
				c.Close()
			})
		})
	}
}

// A server that falls silent is noticed when its time is up, wherever it stops; so is one that only trickles.
func TestSilentServers(t *testing.T) {
	for _, at := range []string{"greeting", "AUTHENTICATE", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "literal", "trickle", "IDLE"} {
		t.Run(at, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				stop := make(chan struct{})
				defer close(stop)
				s := scripted{messages: 1, script: func(w io.Writer, c string) string {
					switch {
					case at == "literal" && strings.HasPrefix(c, "UID FETCH"):
						io.WriteString(w, "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {100}\r\nFrom: ")
					case at == "trickle" && strings.HasPrefix(c, "EXAMINE"):
						for {
							select {
							case <-stop:
								return hangup
							case <-time.After(3 * time.Second):
							}
							if _, err := io.WriteString(w, "* OK still here\r\n"); err != nil {
								return hangup
							}
						}
					case at == "IDLE" && c == "IDLE":
						io.WriteString(w, "+ idling\r\n") // and never another word
					case strings.HasPrefix(c, at):
					default:
						return ""
					}
					<-stop
					return hangup
				}}
				a := s.account()
				if at == "greeting" {
					a.Dial = func(context.Context, string, string) (net.Conn, error) {
						near, far := net.Pipe()
						go func() { <-stop; far.Close() }()
						return near, nil
					}
				}
				c, err := imap.New(a)
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				began := time.Now()
				if at == "IDLE" {
					err = c.Wait(t.Context())
					began = began.Add(9 * time.Minute) // the silence begins with DONE
				} else {
					_, err = tryRead(t.Context(), c, nil)
				}
				if !imap.Is(err, imap.Silent) {
					t.Errorf("got %v", err)
				}
				if took := time.Since(began); took < a.Timeout || took > a.Timeout*105/100 {
					t.Errorf("noticed after %s, want %s", took, a.Timeout)
				}
			})
		})
	}
}

// One message breaks the connection however it is asked for: it is set aside, and all others are read. Where only the look at its beginning breaks
// it, nothing is set aside.
func TestBreakingMessage(t *testing.T) {
	for name, bad := range map[string]string{
		"a literal beyond measure": "* 3 FETCH (UID 3 BODY[HEADER.FIELDS (FROM)] {1099511627776}\r\n",
		"an end in mid-literal":    "* 3 FETCH (UID 3 BODY[HEADER.FIELDS (FROM)] {100}\r\nFrom: ",
		"an unknown item":          "* 3 FETCH (UID 3 X-SECRET (a b))\r\n",
		"an unknown response":      "* WHATEVER\r\n",
		"nested lists":             "* 3 FETCH (UID 3 BODYSTRUCTURE " + strings.Repeat("(", 1000),
	} {
		for _, stage := range []string{"[HEADER.FIELDS", "[TEXT]", "[]"} {
			t.Run(name+" upon "+stage, func(t *testing.T) { breaks(t, stage, bad) })
		}
	}
}

// breaks has the third of nine messages break the connection in one stage of a sync.
func breaks(t *testing.T, stage, bad string) {
	synctest.Test(t, func(t *testing.T) {
		s := scripted{messages: 9, script: onFetch(func(w io.Writer, c string) string {
			if strings.Contains(c, stage) && asks(c, 3) {
				io.WriteString(w, bad)
				return hangup
			}
			return ""
		})}
		c, err := imap.New(s.account())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		got, err := tryRead(t.Context(), c, nil)
		if err != nil {
			t.Fatal(err)
		}
		if stage == "[TEXT]" {
			if len(got.Messages) != 9 || len(got.Failed) != 0 {
				t.Errorf("read %s, set aside %+v", ids(got), got.Failed)
			}
			return
		}
		if len(got.Messages) != 8 {
			t.Errorf("read %s", ids(got))
		}
		if len(got.Failed) != 1 || got.Failed[0].Where != (mailbox.Where{Folder: "INBOX", UIDValidity: 1, UID: 3}) {
			t.Errorf("set aside: %+v", got.Failed)
		}
	})
}

// What go-imap takes for answers or drops, and what servers leave out, is put together all the same.
func TestDisorderlyAnswers(t *testing.T) {
	once := false
	for name, script := range map[string]script{
		"flags unasked, before the answer": onFetch(func(w io.Writer, c string) string {
			io.WriteString(w, "* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n")
			return ""
		}),
		"the UID after the literal": onFetch(func(w io.Writer, c string) string {
			for uid := 1; uid <= 3; uid++ {
				if asks(c, uid) {
					a := answer(c, uid)
					a = strings.Replace(a, fmt.Sprintf("UID %d ", uid), "", 1)
					io.WriteString(w, strings.TrimSuffix(a, ")\r\n")+fmt.Sprintf(" UID %d)\r\n", uid))
				}
			}
			return "OK done"
		}),
		"one left out at first": onFetch(func(w io.Writer, c string) string {
			for uid := 1; uid <= 3; uid++ {
				if asks(c, uid) && (uid != 2 || once) {
					io.WriteString(w, answer(c, uid))
				}
			}
			once = true
			return "OK done"
		}),
		"no UIDNEXT": func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "EXAMINE") {
				io.WriteString(w, "* 3 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n")
				return "OK done"
			}
			return ""
		},
		"mail that nobody asked for": onFetch(func(w io.Writer, c string) string {
			io.WriteString(w, "* 7 FETCH (UID 7 BODY[] {5}\r\nhello)\r\n* 4 EXISTS\r\n")
			return ""
		}),
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := scripted{messages: 3, script: script}
				c, err := imap.New(s.account())
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				got, err := tryRead(t.Context(), c, nil)
				if err != nil {
					t.Fatal(err)
				}
				if ids(got) != "1@acme.example 2@acme.example 3@acme.example" || len(got.Failed) != 0 {
					t.Errorf("read %q, set aside %+v", ids(got), got.Failed)
				}
			})
		})
	}
}

// A message that is listed and never given is reported; one that is gone is not.
func TestMissingMessage(t *testing.T) {
	for _, expunged := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			searches := 0
			s := scripted{messages: 3, script: func(w io.Writer, c string) string {
				switch {
				case strings.HasPrefix(c, "UID SEARCH"):
					if searches++; searches > 1 && expunged {
						io.WriteString(w, "* SEARCH\r\n")
						return "OK done"
					}
				case strings.HasPrefix(c, "UID FETCH"):
					for _, uid := range []int{1, 3} {
						if asks(c, uid) {
							io.WriteString(w, answer(c, uid))
						}
					}
					return "OK done"
				}
				return ""
			}}
			c, err := imap.New(s.account())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			got, err := tryRead(t.Context(), c, nil)
			if err != nil {
				t.Fatal(err)
			}
			if want := map[bool]int{false: 1, true: 0}[expunged]; len(got.Messages) != 2 || len(got.Failed) != want {
				t.Errorf("expunged=%v: read %q, set aside %+v", expunged, ids(got), got.Failed)
			}
		})
	}
}
