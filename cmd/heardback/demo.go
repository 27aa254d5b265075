package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"mime/quotedprintable"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/cmd/heardback/sample"
	"heardback/digest"
	"heardback/drafts"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
	"heardback/round"
	"heardback/templates"
)

// demo runs the main job on an embedded IMAP server with a sample mailbox.
func (p *Program) demo() *cobra.Command {
	var serve bool
	var port int
	c := &cobra.Command{
		Use:   "demo",
		Short: "Show the main job on a mail server inside this program, with a sample mailbox of eight weeks",
		Example: `  heardback demo
  heardback demo --serve`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.runDemo(c.Context(), serve, port) },
	}
	c.Flags().BoolVar(&serve, "serve", false, "keep the server on a loopback port, so that you can look at the mailbox with your mail program")
	c.Flags().IntVar(&port, "port", 0, "loopback `PORT` for --serve (default: a free one)")
	return c
}

// userSendsAt is the hour at which the user of the demo sends what lies in Drafts.
const userSendsAt = 10

func (p *Program) runDemo(ctx context.Context, serve bool, port int) error {
	box, err := sample.Load()
	if err != nil {
		return err
	}
	zone, messages := box.Zone, box.Messages
	clock := time.Time{}
	server := embedded.New(embedded.Options{User: box.Address, Password: "demo", Now: func() time.Time { return clock }})
	defer server.Close()
	client, err := imap.New(imap.Account{
		Name: "demo", Host: "localhost", TLS: "none", Dial: server.Dial, Username: server.User(), Auth: "password",
		Secret: func(context.Context) (string, error) { return server.Password(), nil },
		Parse:  mailbox.Options{Own: []string{box.Address}}, Now: func() time.Time { return clock },
	})
	if err != nil {
		return err
	}
	defer client.Close()
	r := &round.Round{
		Store:    round.NewMemory(nil, nil),
		Accounts: []round.Account{{Box: client, Addresses: []string{box.Address}}},
		Writer:   drafts.New(templates.FS, nil),
		Identity: drafts.Identity{Name: box.Name, Phone: "+1 555 0100"},
		Policy:   cadence.Default(),
		Seeker:   cadence.Seeker{Zone: zone, Country: box.Country, Addresses: []string{box.Address}, Language: "en"},
		Log:      p.log(slog.LevelError),
	}
	var arrivals []time.Time
	for _, m := range messages {
		arrivals = append(arrivals, m.At)
	}
	from, until := messages[0].At, box.Until.AddDate(0, 0, 1)
	fmt.Fprintf(p.Stdout, "%d messages from %s to %s, on an IMAP server inside this program. What heardback understands and does:\n\n", len(messages), from.Format("2 Jan 2006"), until.Format("2 Jan 2006"))

	var letter mailbox.Letter
	delivered := 0
	sim := simulation{
		round: func() *round.Round { return r }, zone: zone, arrivals: arrivals,
		advance: func(now time.Time) error {
			clock = now
			for ; delivered < len(messages) && !messages[delivered].At.After(now); delivered++ {
				m := messages[delivered]
				if _, err := server.Deliver(m.Folder, m.Raw, m.At); err != nil {
					return fmt.Errorf("filling the sample mailbox: %w", err)
				}
			}
			return sendDrafts(server, now.In(zone))
		},
		tell: func(rep *round.Report) error {
			for _, n := range rep.News {
				printNews(p.Stdout, n, zone)
			}
			for _, a := range rep.Actions {
				if a.Action == round.Place {
					letter = a.Letter
				}
				if err := printAction(p.Stdout, a, zone); err != nil {
					return err
				}
			}
			for _, err := range rep.Errors {
				return err
			}
			return nil
		},
	}
	// The user sends at ten o'clock: the clock stops there too.
	for d := from; d.Before(until); d = d.AddDate(0, 0, 1) {
		l := d.In(zone)
		sim.arrivals = append(sim.arrivals, time.Date(l.Year(), l.Month(), l.Day(), userSendsAt, 0, 0, 0, zone))
	}
	slices.SortFunc(sim.arrivals, time.Time.Compare)
	last, err := sim.run(ctx, from, until)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "\nWhere every application stands on %s:\n\n", last.Now.Format("2 Jan 2006"))
	printEmployers(p.Stdout, last.Book, last.Plan, zone)
	fmt.Fprintf(p.Stdout, "\nThe last draft that it placed:\n\n%s\n", indent(readable(letter.Raw)))
	path, err := writeDigest(digest.Input{
		To: mailbox.Address{Name: box.Name, Address: box.Address}, Language: "en", Zone: zone, Now: last.Now,
		Period: digest.Period{Key: "demo", From: last.Now.AddDate(0, 0, -7), Until: last.Now},
		Book:   last.Book, Plan: last.Plan,
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "\nThe digest of the last week: %s\n", path)
	if !serve {
		return nil
	}
	return p.serveDemo(ctx, server, port)
}

// writeDigest writes the digest's HTML to a file of its own and returns its path.
func writeDigest(in digest.Input) (string, error) {
	page, err := digest.HTML(in)
	if err != nil {
		return "", err
	}
	f, err := os.CreateTemp("", "heardback-digest-*.html")
	if err != nil {
		return "", fmt.Errorf("writing the digest: %w", err)
	}
	if _, err := f.WriteString(page); err != nil {
		f.Close()
		return "", fmt.Errorf("writing the digest: %w", err)
	}
	return f.Name(), f.Close()
}

// sendDrafts does what the user of the demo does every day: sends the drafts that have lain there since the morning.
func sendDrafts(server *embedded.Server, now time.Time) error {
	if now.Hour() != userSendsAt || now.Weekday() == time.Saturday || now.Weekday() == time.Sunday {
		return nil
	}
	drafts, err := server.Messages("Drafts")
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if err := server.Move("Drafts", d.UID, "Sent"); err != nil {
			return fmt.Errorf("sending as the user: %w", err)
		}
	}
	return nil
}

// serveDemo keeps the mailbox on a loopback port until ctx ends.
func (p *Program) serveDemo(ctx context.Context, server *embedded.Server, port int) error {
	at, err := server.Listen(fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return fmt.Errorf("opening a loopback port: %w; choose another one with --port", err)
	}
	fmt.Fprintf(p.Stdout, "\nThe mailbox stays open for your mail program until you press Ctrl-C:\n  IMAP host  127.0.0.1\n  port       %d, no encryption (it never leaves this machine)\n  user       %s\n  password   %s\n", at.Port, server.User(), server.Password())
	<-ctx.Done()
	return nil
}

// readable returns a letter as a mail program shows it.
func readable(raw []byte) string {
	header, body, _ := strings.Cut(string(raw), "\r\n\r\n")
	var shown []string
	for _, name := range []string{"From", "To", "Subject"} {
		for _, l := range strings.Split(header, "\r\n") {
			if strings.HasPrefix(l, name+":") {
				shown = append(shown, l)
			}
		}
	}
	text, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(body)))
	if err != nil {
		return string(raw)
	}
	return strings.Join(shown, "\n") + "\n\n" + strings.ReplaceAll(string(text), "\r\n", "\n")
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n    ")
}
