package digest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

var placeholder = regexp.MustCompile(`\{[a-z0-9]+\}`)

func TestEveryLanguageHasEveryPhrase(t *testing.T) {
	en, err := wordsOf("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		w, err := wordsOf(language)
		if err != nil {
			t.Fatal(err)
		}
		if w.language != language {
			t.Fatalf("%s has no words", language)
		}
		for key, phrase := range en.phrases {
			got, want := placeholder.FindAllString(w.phrases[key], -1), placeholder.FindAllString(phrase, -1)
			slices.Sort(got)
			slices.Sort(want)
			if got, want := slices.Compact(got), slices.Compact(want); !slices.Equal(got, want) {
				t.Errorf("%s %s: got the places %v, want %v", language, key, got, want)
			}
			if strings.TrimSpace(w.phrases[key]) == "" {
				t.Errorf("%s lacks %s", language, key)
			}
			if language != "en" && len(phrase) > 25 && w.phrases[key] == phrase {
				t.Errorf("%s %s is English", language, key)
			}
		}
		for key := range w.phrases {
			if !en.has(key) {
				t.Errorf("%s has %s, which no other language has", language, key)
			}
		}
	}
}

func TestUnknownLanguageIsEnglish(t *testing.T) {
	for _, language := range []string{"", "sv", "../words/de"} {
		w, err := wordsOf(language)
		if err != nil || w.language != "en" {
			t.Errorf("%q: got %q, error %v", language, w.language, err)
		}
	}
}

// kindsIn returns the values that the source of a package gives to the field Kind of a type: in composite literals, and by
// assignment to a variable of that name.
func kindsIn(t *testing.T, dir, typ, variable string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			s, _ := strconv.Unquote(l.Value)
			kinds = append(kinds, s)
		}
	}
	isKind := func(e ast.Expr) bool {
		sel, ok := e.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Kind" {
			return false
		}
		x, ok := sel.X.(*ast.Ident)
		return ok && x.Name == variable
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				if id, ok := n.Type.(*ast.Ident); !ok || id.Name != typ {
					return true
				}
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok {
						if k, ok := kv.Key.(*ast.Ident); ok && k.Name == "Kind" {
							add(kv.Value)
						}
					}
				}
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if isKind(l) && i < len(n.Rhs) {
						add(n.Rhs[i])
					}
				}
			}
			return true
		})
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// Every notice that cadence can write has words of its own in every language: its English sentence is for unknown kinds.
func TestEveryNoticeHasWords(t *testing.T) {
	kinds := append(kindsIn(t, "../cadence", "Notice", "n"), string(employer.Quiet), string(employer.Closed))
	if len(kinds) < 15 {
		t.Fatalf("only %v were found: has the source of cadence changed?", kinds)
	}
	for _, language := range languages {
		for _, kind := range kinds {
			in := busy()
			in.Language = language
			g, err := newGatherer(in)
			if err != nil {
				t.Fatal(err)
			}
			n := cadence.Notice{Kind: kind, Key: kind + ":x", App: in.Book.Applications[0].ID, At: in.Now, By: in.Now.Add(time.Hour), Step: in.Plan.Steps[0].Key, Text: "ENGLISH FALLBACK"}
			checkWords(t, language+" "+kind, g.noticeItem(n))
		}
	}
}

// Requests are told by the kind of notice that cadence chooses for them.
func TestEveryRequestHasWords(t *testing.T) {
	for _, language := range languages {
		for kind, notice := range map[string]string{"invitation": "invitation", "reschedule": "invitation", "assessment": "assessment", "references": "info", "info": "info", "question": "info", "call": "call-asked"} {
			in := busy()
			in.Language = language
			g, err := newGatherer(in)
			if err != nil {
				t.Fatal(err)
			}
			n := cadence.Notice{Kind: notice, Key: kind + ":x", App: in.Book.Applications[0].ID, At: in.Now, Text: "ENGLISH FALLBACK"}
			checkWords(t, language+" "+kind, g.noticeItem(n))
		}
	}
}

func TestEveryQuestionHasWords(t *testing.T) {
	kinds := append(kindsIn(t, "../employer", "Question", "q"), kindsIn(t, "../cadence", "Question", "q")...)
	if len(kinds) < 6 {
		t.Fatalf("only %v were found: has the source of employer changed?", kinds)
	}
	for _, language := range languages {
		for _, kind := range kinds {
			in := busy()
			in.Language = language
			g, err := newGatherer(in)
			if err != nil {
				t.Fatal(err)
			}
			q := employer.Question{Kind: kind, ID: kind + ":x", Apps: []string{"mail:1", "mail:2"}, Guess: "offer", Command: "heardback correct x", Text: "ENGLISH FALLBACK",
				Mail: &employer.Mail{Key: "x@firm.example", Subject: "A subject", From: employer.Address{Address: "hr@firm.example"}}}
			checkWords(t, language+" "+kind, g.questionItem(q))
		}
	}
}

func checkWords(t *testing.T, what string, i item) {
	t.Helper()
	if i.Text == "" || strings.Contains(i.Text, "ENGLISH FALLBACK") {
		t.Errorf("%s: got %q", what, i.Text)
	}
	for _, s := range append([]string{i.Text, i.By}, i.Lines...) {
		if placeholder.MatchString(s) {
			t.Errorf("%s: a place was left empty: %q", what, s)
		}
	}
}

// Kinds of drafts, stages and events have names in the words.
func TestEveryKindHasAName(t *testing.T) {
	w, err := wordsOf("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []cadence.Kind{cadence.ApplicationFollowup, cadence.ArrivedSafely, cadence.ThankYou, cadence.Status1, cadence.Status2, cadence.DecisionDate, cadence.FeedbackRequest, cadence.KeepInMind,
		cadence.Availability, cadence.ConfirmReschedule, cadence.OfferNextSteps, cadence.CompetingDeadline, cadence.AcknowledgeHold, cadence.CheckIn, cadence.Withdrawal, cadence.Thanks} {
		if !w.has("draft."+string(k)) || !w.has("why."+string(k)) {
			t.Errorf("the draft %s has no name or no reason", k)
		}
	}
	for _, s := range []employer.Stage{employer.Applied, employer.Confirmed, employer.InContact, employer.Assessing, employer.Invited, employer.Scheduled, employer.Interviewed, employer.Pending, employer.Offered,
		employer.Accepted, employer.Declined, employer.Rejected, employer.Withdrawn, employer.OnHold, employer.Filled, employer.Quiet, employer.Closed} {
		if !w.has("stage." + string(s)) {
			t.Errorf("the stage %s has no name", s)
		}
	}
	for _, k := range employer.Kinds {
		if k.Source == "mail" || k.Source == "sent" {
			if !w.has("heading." + string(k.Kind)) {
				t.Errorf("the event %s has no heading", k.Kind)
			}
		}
	}
}

func TestPluralForms(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 days left"}, {"en", 1, "1 day left"}, {"en", 2, "2 days left"},
		{"de", 1, "noch 1 Tag"}, {"de", 3, "noch 3 Tage"},
		{"fr", 0, "encore 0 jour"}, {"fr", 2, "encore 2 jours"},
		{"pt", 0, "falta 0 dia"}, {"es", 1, "queda 1 día"}, {"nl", 5, "nog 5 dagen"}, {"it", 2, "mancano 2 giorni"},
	} {
		w, err := wordsOf(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.count("left.days", c.n); got != c.want {
			t.Errorf("%s %d: got %q, want %q", c.language, c.n, got, c.want)
		}
	}
}

func TestDatesInTheLanguage(t *testing.T) {
	now := at(28, 18, 0)
	for language, want := range map[string]string{
		"en": "Tue 2 Mar", "de": "Di, 2. März", "fr": "mar. 2 mars", "es": "mar 2 de marzo", "nl": "di 2 maart", "it": "mar 2 marzo", "pt": "ter, 2 de março",
	} {
		w, err := wordsOf(language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.day(time.Date(2027, time.March, 2, 9, 0, 0, 0, zone), now); got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
		}
	}
	w, _ := wordsOf("en")
	if got, want := w.day(time.Date(2028, time.January, 3, 9, 0, 0, 0, zone), now), "Mon 3 Jan 2028"; got != want {
		t.Errorf("another year: got %q, want %q", got, want)
	}
}
