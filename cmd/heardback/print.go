package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/round"
)

// timeZone is the zone in which times are shown.
type timeZone = *time.Location

// printNews writes in one line what a message was understood to say.
func printNews(w io.Writer, n round.News, zone timeZone) {
	e := n.Event
	what := string(e.Kind)
	if e.Uncertain {
		what += "?"
	}
	who := e.Party.Name
	if who == "" && e.Role != "" {
		who = "a firm without a name"
	}
	if e.Role != "" {
		who += " (" + e.Role + ")"
	}
	if who == "" && e.Mail != nil {
		who = e.Mail.From.Address
		if e.Mail.Own && len(e.Mail.To) > 0 {
			who = "to " + e.Mail.To[0].Address
		}
	}
	fmt.Fprintf(w, "%s  %-22s %s  %q\n", e.At.In(zone).Format("Mon 2006-01-02 15:04"), what, who, short(n.Message, 60))
}

// short cuts s to n characters.
func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}

// printEmployers writes the table of applications.
func printEmployers(w io.Writer, b employer.Book, plan cadence.Plan, zone timeZone) {
	t := table{soft: 2}
	for _, a := range b.Applications {
		t.add(a.Employer, a.Role, string(plan.Stage(a)), "since "+plan.Since(a).In(zone).Format("2 Jan 2006"))
	}
	for _, line := range t.lines("", 0) {
		fmt.Fprintln(w, line)
	}
}
