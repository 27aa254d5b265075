package imap_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox"
	"heardback/mailbox/imap"
)

func TestPlace(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		next, err := c.Next(t.Context(), mailbox.Drafts)
		if err != nil {
			t.Fatal(err)
		}
		p := place(t, c, "thanks")
		if p.Where.Folder != "Drafts" || p.Where.UID != next.UID || p.Where.UIDValidity != next.UIDValidity || len(p.Where.Hash) != 64 {
			t.Errorf("placed at %+v, next was %+v", p.Where, next)
		}
		in := b.messages(t, "Drafts")
		if len(in) != 1 || string(in[0].Raw) != string(letter("thanks").Raw) {
			t.Fatalf("Drafts: %+v", in)
		}
		slices.Sort(in[0].Flags)
		if !slices.Equal(in[0].Flags, []string{`\draft`, `\seen`}) {
			t.Errorf("flags of a draft: %v", in[0].Flags)
		}
		digest := mailbox.Letter{Folder: mailbox.Inbox, Key: "week", MessageID: "week@seeker.example", Raw: mail("week@seeker.example", "robin@seeker.example", "Your week")}
		at, err := c.Place(t.Context(), digest)
		if err != nil {
			t.Fatal(err)
		}
		if in := b.messages(t, "INBOX"); at.Folder != "INBOX" || len(in) != 1 || len(in[0].Flags) != 0 {
			t.Errorf("the letter to the user: %+v at %+v", in, at)
		}
		if _, err := c.Place(t.Context(), mailbox.Letter{Folder: mailbox.Sent, Raw: []byte("x")}); err == nil {
			t.Error("a letter was put into Sent")
		}
		b.law(t)
	})
}

// What becomes of a draft in the hands of other programs (MAIL.md section 2).
func TestLook(t *testing.T) {
	later := start.Add(time.Hour)
	stories := []struct {
		name string
		do   func(t *testing.T, b box, p mailbox.Placed)
		want mailbox.DraftState
	}{
		{"left alone", func(*testing.T, box, mailbox.Placed) {}, mailbox.Untouched},
		{"edited under the same id", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Drafts", out("To: kim@acme.example", "Subject: Re: Your interview", "Message-ID: <"+p.MessageID+">", "In-Reply-To: <last@acme.example>", "X-Edited: yes"), later, goimap.FlagDraft)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.Edited},
		{"edited under a new id", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Drafts", out("To: Kim K <KIM@acme.example>", "Subject: Re: Your interview with us", "Message-ID: <new@seeker.example>", "In-Reply-To: <last@acme.example>"), later)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.Edited},
		{"while it is edited", func(t *testing.T, b box, p mailbox.Placed) { b.remove(t, "Drafts", p.Where.UID) }, mailbox.Gone},
		{"sent under the same id", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Subject: Anything", "Message-ID: <"+p.MessageID+">"), later)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.SentByNow},
		{"sent, and the draft left behind", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Message-ID: <"+p.MessageID+">"), later)
		}, mailbox.SentByNow},
		{"sent under a new id in the thread", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Subject: Another one", "Message-ID: <n@seeker.example>", "References: <first@acme.example> <last@acme.example>"), later)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.SentByNow},
		{"sent outside the thread", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Subject: AW: your  Interview", "Message-ID: <n@seeker.example>"), later)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.SentByNow},
		{"an answer from before", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 07:00:00 +0000", "Subject: Re: Your interview", "Message-ID: <n@seeker.example>", "In-Reply-To: <last@acme.example>"), start.Add(-2*time.Hour))
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.Gone},
		{"a mail to somebody else in the thread", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Sent", out("To: lee@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Subject: Re: Your interview", "Message-ID: <n@seeker.example>", "In-Reply-To: <last@acme.example>"), later)
			b.remove(t, "Drafts", p.Where.UID)
		}, mailbox.Gone},
		{"deleted", func(t *testing.T, b box, p mailbox.Placed) { b.move(t, "Drafts", p.Where.UID, "Trash") }, mailbox.Deleted},
		{"saved, and the old copy in Trash", func(t *testing.T, b box, p mailbox.Placed) {
			b.deliver(t, "Drafts", out("To: kim@acme.example", "Subject: Re: Your interview", "Message-ID: <new@seeker.example>", "In-Reply-To: <last@acme.example>"), later)
			b.move(t, "Drafts", p.Where.UID, "Trash")
		}, mailbox.Edited},
		{"renumbered", func(t *testing.T, b box, _ mailbox.Placed) { b.renumber(t, "Drafts") }, mailbox.Untouched},
	}
	everywhere(t, func(t *testing.T, b box) {
		for _, s := range stories {
			t.Run(s.name, func(t *testing.T) {
				for _, folder := range []string{"Drafts", "Sent", "Trash"} {
					for _, m := range b.messages(t, folder) {
						b.remove(t, folder, m.UID)
					}
				}
				// The user's own draft in the same thread was there first and is no edited copy of ours.
				b.deliver(t, "Drafts", out("To: kim@acme.example", "Subject: Re: Your interview", "Message-ID: <own@seeker.example>", "In-Reply-To: <last@acme.example>"), start)
				c := client(t, b.account())
				defer c.Close()
				p := place(t, c, "thanks")
				s.do(t, b, p)
				if s.name == "renumbered" {
					c.Close()
				}
				got := look(t, c, p)[0]
				if got.Key != "thanks" || got.State != s.want {
					t.Errorf("got %+v, want %s", got, s.want)
				}
				if s.want == mailbox.SentByNow && (!got.At.Equal(later) || got.Where.Folder != "Sent" || got.Where.UID == 0) {
					t.Errorf("the sent copy: %+v", got)
				}
				b.law(t)
			})
		}
	})
}

// A mailbox that moved to another server, where Drafts is called otherwise and UIDs mean other messages.
func TestLookAfterTheFolderMoved(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		p, other := place(t, c, "thanks"), place(t, c, "status")
		p.Where.UID = other.Where.UID
		for _, was := range []string{"Entwürfe", "Trash"} { // a folder that is gone, and one that has become another
			p.Where.Folder = was
			if got := look(t, c, p, other); got[0].State != mailbox.Untouched || got[0].Where.Folder != "Drafts" || got[0].Where.UID == other.Where.UID || got[1].State != mailbox.Untouched {
				t.Errorf("it lay in %s: %+v", was, got)
			}
		}
		b.law(t)
	})
}

func TestLookForOpenIntent(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		next, err := c.Next(t.Context(), mailbox.Drafts)
		if err != nil {
			t.Fatal(err)
		}
		p := placed(letter("thanks"), next)
		p.Open = true
		if got := look(t, c, p)[0]; got.State != mailbox.Gone || got.Vanished {
			t.Errorf("never placed: %+v", got)
		}
		// Another letter of ours comes and goes: it is known. One of which nothing is known may have been this one.
		b.remove(t, "Drafts", b.deliver(t, "Drafts", letter("status").Raw, start))
		p.Others = []uint32{next.UID}
		if got := look(t, c, p)[0]; got.State != mailbox.Gone || got.Vanished {
			t.Errorf("never placed, another letter has come and gone: %+v", got)
		}
		b.deliver(t, "Drafts", out("To: sam@family.example", "Subject: Sunday", "Message-ID: <sunday@seeker.example>"), start)
		if got := look(t, c, p)[0]; got.State != mailbox.Gone || got.Vanished {
			t.Errorf("never placed, a draft of the user's has come: %+v", got)
		}
		b.remove(t, "Drafts", b.deliver(t, "Drafts", letter("thanks").Raw, start))
		if got := look(t, c, p)[0]; got.State != mailbox.Gone || !got.Vanished {
			t.Errorf("placed and expunged: %+v", got)
		}
		uid := b.deliver(t, "Drafts", letter("thanks").Raw, start, goimap.FlagDraft, goimap.FlagSeen)
		got := look(t, c, p)[0]
		if got.State != mailbox.Untouched || got.Where.UID != uid || len(got.Where.Hash) != 64 {
			t.Errorf("placed after all: %+v", got)
		}
		b.move(t, "Drafts", uid, "Trash")
		if got := look(t, c, p)[0]; got.State != mailbox.Deleted {
			t.Errorf("placed and deleted: %+v", got)
		}
		b.deliver(t, "Sent", out("To: kim@acme.example", "Date: Mon, 02 Mar 2026 10:00:00 +0000", "Message-ID: <n@seeker.example>", "In-Reply-To: <last@acme.example>"), start.Add(time.Hour))
		if got := look(t, c, p)[0]; got.State != mailbox.SentByNow {
			t.Errorf("placed and sent: %+v", got)
		}
		b.law(t)
	})
}

func TestWithdraw(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		p, other := place(t, c, "thanks"), place(t, c, "status")
		forged := p
		forged.Where.Hash = other.Where.Hash
		if err := c.Withdraw(t.Context(), forged); !errors.Is(err, mailbox.ErrTouched) {
			t.Errorf("with other bytes: %v", err)
		}
		moved := p
		moved.Where.UIDValidity++
		if err := c.Withdraw(t.Context(), moved); !errors.Is(err, mailbox.ErrTouched) {
			t.Errorf("under another UIDVALIDITY: %v", err)
		}
		if n := len(b.messages(t, "Drafts")); n != 2 {
			t.Fatalf("%d drafts, want 2", n)
		}
		if err := c.Withdraw(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		if in := b.messages(t, "Drafts"); len(in) != 1 || in[0].UID != other.Where.UID {
			t.Errorf("Drafts: %+v", in)
		}
		if in := b.messages(t, "Trash"); len(in) != 1 || string(in[0].Raw) != string(letter("thanks").Raw) {
			t.Errorf("Trash: %+v", in)
		}
		if err := c.Withdraw(t.Context(), p); !errors.Is(err, mailbox.ErrTouched) {
			t.Errorf("withdrawn twice: %v", err)
		}
		b.law(t)
	})
}

// A folder that the configuration names and that is not there: the sentence tells the key and what is there instead.
func TestNamedFolderIsNotThere(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		a := b.account()
		a.Names = map[mailbox.Folder]string{mailbox.Drafts: "Entwürfe"}
		_, err := client(t, a).Place(t.Context(), letter("thanks"))
		if !imap.Is(err, imap.NoFolder) || !strings.Contains(err.Error(), `"Entwürfe"`) || !strings.Contains(err.Error(), "drafts_folder") || !strings.Contains(err.Error(), "Trash") {
			t.Errorf("got %v", err)
		}
	})
}
