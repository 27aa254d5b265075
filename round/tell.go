package round

import (
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/mailbox"
)

// ActionKind says what a round did, or found out.
type ActionKind string

const (
	Place      ActionKind = "place"
	WouldPlace ActionKind = "would-place" // observe mode
	Withdraw   ActionKind = "withdraw"
	Kept       ActionKind = "keep" // lost its reason, but the user's by now: left and reported
	Ask        ActionKind = "ask"
	Quiet      ActionKind = "quiet"
	Revive     ActionKind = "revive"
	Close      ActionKind = "close"
)

// Action is one thing that a round did, or that changed without anybody's doing.
type Action struct {
	At       time.Time
	Action   ActionKind
	Employer string
	Role     string
	Kind     string // of the draft, POLICY.md section 4
	To       string
	Subject  string
	Lang     string
	Rule     string
	Why      string
	About    string // of a question: its kind
	Key      string
	Letter   mailbox.Letter
}

// seen is what earlier rounds said: questions and steps. Only news is told.
type seen map[string]string

// once reports whether key was told before, and marks it.
func (s seen) once(key string) bool {
	_, told := s[key]
	s[key] = "told"
	return told
}

// tell reports what changed since the last round: new questions, and applications that fell silent, revived or closed.
func (r *Round) tell(now time.Time, rep *Report) {
	for _, q := range rep.Book.Questions {
		if r.seen.once("question:" + q.ID) {
			continue
		}
		app := application(rep.Book, q.App)
		name := app.Employer
		if q.App == "" {
			name = commonEmployer(rep.Book, q.Apps)
		}
		a := Action{At: now, Action: Ask, Employer: name, Role: app.Role, Rule: "2.8", About: q.Kind, Why: q.Text, Key: q.ID}
		if q.Mail != nil {
			a.Subject = q.Mail.Subject
		}
		rep.Actions = append(rep.Actions, a)
		r.Log.Info("question", "employer", a.Employer, "about", q.Kind, "rule", a.Rule)
	}
	r.moves(now, rep)
}

// moves reports the applications that fell silent, revived or closed. All of those that rest are asked only if others rest than before.
func (r *Round) moves(now time.Time, rep *Report) {
	apps := rep.Book.Active()
	if shelf := rep.Book.Shelf(); r.shelf != shelf {
		r.shelf, apps = shelf, rep.Book.Applications
	}
	for _, app := range apps {
		r.moved(app, rep.Plan.Change(app), now, rep)
	}
	for i := range rep.Plan.Changes {
		if c := &rep.Plan.Changes[i]; r.shelf.Application(c.App) != nil {
			r.moved(r.shelf.Application(c.App), c, now, rep)
		}
	}
}

// moved reports an application if it stands elsewhere than it did; c is what time alone has brought, nil for nothing.
func (r *Round) moved(app *employer.Application, c *cadence.Change, now time.Time, rep *Report) {
	stage, rule, why := app.Stage, "", ""
	if c != nil {
		stage, rule, why = c.To, c.Rule, c.Why
	}
	before := r.stages[app.ID]
	if before == stage {
		return
	}
	r.stages[app.ID] = stage
	a := Action{At: now, Employer: app.Employer, Role: app.Role, Rule: rule, Why: why, Key: app.ID}
	switch {
	case stage == employer.Quiet:
		a.Action = Quiet
	case !stage.Open():
		a.Action = Close
	case before == employer.Quiet || before != "" && !before.Open():
		a.Action = Revive
	default:
		return
	}
	if a.Why == "" {
		a.Why = "the application is now " + string(stage)
	}
	rep.Actions = append(rep.Actions, a)
}
