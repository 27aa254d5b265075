package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"heardback/employer"
)

// overview is what status prints, and what show finds an employer by.
type overview struct {
	Needs []need
	Apps  []line
}

// need is one thing that needs the user.
type need struct{ Text, Command, Otherwise string }

// line is one application of an overview.
type line struct {
	ID, Employer, Role, Agency    string
	Names, Domains, AgencyDomains []string
	Stage                         employer.Stage
	Heard, Next                   string
}

// overview makes the overview of a view.
func (v *view) overview() overview {
	o := overview{Needs: v.needs()}
	next := v.nextSteps()
	for _, a := range v.book.Applications {
		o.Apps = append(o.Apps, v.line(a, next[a.ID]))
	}
	return o
}

// needs lists what needs the user.
func (v *view) needs() []need {
	var all []need
	commands := v.commands()
	for i, n := range v.plan.Notices {
		all = append(all, need{n.Text, commands[i], ""})
	}
	for _, q := range v.book.Questions {
		n := need{q.Text, q.Command, q.Otherwise}
		if i := slices.Index(all, need{q.Text, q.Command, ""}); i >= 0 {
			all[i] = n // an urgent question is a notice too
		} else {
			all = append(all, n)
		}
	}
	return all
}

// commands are what the plan's notices tell the user to type, with the role where the employer has several applications: they work as they
// stand.
func (v *view) commands() []string {
	all := make([]string, len(v.plan.Notices))
	for i, n := range v.plan.Notices {
		all[i] = n.Command
		if !strings.HasPrefix(n.Command, "heardback log ") {
			continue
		}
		if a := v.book.Application(n.App); a != nil && a.Role != "" && v.book.WithFirm(a.Firm) > 1 {
			all[i] += " --role " + employer.ShellWord(a.Role)
		}
	}
	return all
}

// line is the line of an application with what comes next.
func (v *view) line(a *employer.Application, next string) line {
	return line{ID: a.ID, Employer: a.Employer, Role: a.Role, Agency: a.Agency, Names: a.Names, Domains: a.Domains, AgencyDomains: a.AgencyDomains,
		Stage: v.plan.Stage(a), Heard: v.heard(a), Next: next}
}

// find returns the IDs of the applications that a query means.
func (o *overview) find(query string) ([]string, error) {
	b := employer.Book{Applications: make([]*employer.Application, len(o.Apps))}
	for i, l := range o.Apps {
		b.Applications[i] = &employer.Application{ID: l.ID, Employer: l.Employer, Names: l.Names, Domains: l.Domains, Agency: l.Agency, AgencyDomains: l.AgencyDomains}
	}
	apps, err := findEmployer(b, query)
	var ids []string
	for _, a := range apps {
		ids = append(ids, a.ID)
	}
	return ids, err
}

// stageOrder is the order in which status lists the stages: what asks for attention first.
var stageOrder = []employer.Stage{
	employer.Offered, employer.Invited, employer.Scheduled, employer.Assessing, employer.Pending, employer.Interviewed, employer.InContact,
	employer.Confirmed, employer.Applied, employer.OnHold, employer.Quiet, employer.Accepted, employer.Declined, employer.Rejected,
	employer.Filled, employer.Withdrawn, employer.Closed,
}

// print writes what needs the user, and then one line for each application: whom and what, when something was heard last, and what
// comes next and when. No line is longer than width, 0 for no limit.
func (o *overview) print(to io.Writer, width int) {
	w := &strings.Builder{}
	defer func() { io.WriteString(to, w.String()) }()
	if len(o.Needs) > 0 {
		fmt.Fprintln(w, "What needs you")
		for _, n := range o.Needs {
			paragraph(w, "  ", n.Text, width)
			if n.Command != "" {
				fmt.Fprintf(w, "      %s\n", n.Command)
			}
			if n.Otherwise != "" {
				fmt.Fprintf(w, "      %s  # if not\n", n.Otherwise)
			}
		}
		fmt.Fprintln(w)
	}
	if len(o.Apps) == 0 {
		fmt.Fprintln(w, "There is no application in the book yet. heardback once reads your mailbox, heardback import takes over a spreadsheet.")
		return
	}
	byStage := map[employer.Stage][]line{}
	for _, a := range o.Apps {
		byStage[a.Stage] = append(byStage[a.Stage], a)
	}
	t := table{soft: 2}
	var headings []string // before the row of the same place
	for _, stage := range stageOrder {
		for i, a := range byStage[stage] {
			heading := ""
			if i == 0 {
				heading = fmt.Sprintf("%s (%d)", strings.ToUpper(string(stage)[:1])+strings.ReplaceAll(string(stage)[1:], "-", " "), len(byStage[stage]))
			}
			headings = append(headings, heading)
			t.add(or(a.Employer, "employer unknown"), or(a.Role, "role unknown"), a.Heard, a.Next)
		}
	}
	for i, line := range t.lines("  ", width) {
		if headings[i] != "" {
			w.WriteString(headings[i] + "\n")
		}
		w.WriteString(line + "\n")
	}
}

// heard says when the employer wrote last.
func (v *view) heard(a *employer.Application) string {
	if n := len(a.Inbound); n > 0 {
		return "heard " + a.Inbound[n-1].At.In(v.zone).Format("2 Jan 2006")
	}
	return "nothing heard"
}

// nextSteps says for each application in a few words what comes next and when: a fixed talk, else a letter.
func (v *view) nextSteps() map[string]string {
	next := map[string]string{}
	for _, a := range v.book.Active() { // whose interviews are in the order of time
		for i := range a.Interviews {
			if iv := &a.Interviews[i]; next[a.ID] == "" && iv.State == "scheduled" && v.plan.Stage(a).Open() {
				layout := "Mon 2 Jan 15:04"
				if iv.DateOnly {
					layout = "Mon 2 Jan"
				}
				next[a.ID] = "interview on " + iv.Start.In(v.zone).Format(layout)
			}
		}
	}
	for _, s := range v.plan.Steps {
		if s.Suppressed {
			continue
		}
		for _, id := range append([]string{s.App}, s.Apps...) {
			if next[id] != "" {
				continue
			}
			when := "due now"
			if s.Due.After(v.plan.Now) {
				when = "on " + s.Due.In(v.zone).Format("Mon 2 Jan")
			}
			if s.Drafted {
				when = "lies in Drafts"
			}
			next[id] = fmt.Sprintf("%s %s", s.Kind, when)
		}
	}
	return next
}
