package drafts

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"heardback/cadence"
)

// Kinds lists every kind of draft once, in the order of POLICY.md section 4.
var Kinds = []cadence.Kind{
	cadence.ApplicationFollowup, cadence.ArrivedSafely, cadence.ThankYou, cadence.Status1, cadence.Status2,
	cadence.DecisionDate, cadence.FeedbackRequest, cadence.KeepInMind, cadence.Availability, cadence.ConfirmReschedule,
	cadence.OfferNextSteps, cadence.CompetingDeadline, cadence.AcknowledgeHold, cadence.CheckIn, cadence.Withdrawal, cadence.Thanks,
}

// Several names the template of a letter that is merged from several steps of one recipient (rule 1): their dates and reasons
// differ, so it speaks of the roles alone. It is no kind of a step.
const Several cadence.Kind = "several"

const languageFile = "language.toml"

// Writer composes letters from templates. It is safe for concurrent use.
type Writer struct {
	languages map[string]*language
	days      map[string]string // names of days and months in lower case, with a language that has them
	problems  []Problem
}

// Problem is something wrong with a template file. Where it is the user's file, the shipped one is used meanwhile.
type Problem struct {
	File string // path below the templates folder
	Line int    // 0 if it concerns the whole file
	Err  string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.Err
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ": " + p.Err
}

// New reads the shipped templates and lays the user's over them, file by file; override may be nil.
//
// A broken file of the user's is passed over and reported by [Writer.Problems]. Broken is also what parses but would give a
// letter that the lint refuses: better told now than on the day when the letter is due.
func New(shipped, override fs.FS) *Writer {
	w := &Writer{languages: map[string]*language{}}
	w.read(shipped, false)
	w.days = w.calendar()
	if override != nil {
		w.read(override, true)
	}
	w.days = w.calendar()
	return w
}

// calendar collects the names of days and months of every language.
func (w *Writer) calendar() map[string]string {
	days := map[string]string{}
	for _, code := range w.codes() {
		l := w.languages[code]
		for _, word := range slices.Concat(l.Weekdays, l.Months) {
			if word = strings.ToLower(word); len([]rune(word)) > 2 && days[word] == "" {
				days[word] = code
			}
		}
	}
	return days
}

// Problems returns what is wrong with the templates, sorted by file.
func (w *Writer) Problems() []Problem { return slices.Clone(w.problems) }

func (w *Writer) report(file string, err error) {
	w.problems = append(w.problems, problem(file, err))
}

// problem finds the line in an error.
func problem(file string, err error) Problem {
	p := Problem{File: file, Err: err.Error()}
	var perr toml.ParseError
	var at *lineError
	if errors.As(err, &perr) {
		p.Line, p.Err = perr.Position.Line, perr.Message
	} else if errors.As(err, &at) {
		p.Line = at.line
	} else if m := templateError.FindStringSubmatch(p.Err); m != nil {
		p.Line, _ = strconv.Atoi(m[1])
		p.Err = m[2]
	}
	return p
}

// templateError finds the line in an error of text/template, which names a place as "template: file:line:column: what" both in
// parsing and in execution.
var templateError = regexp.MustCompile(`template: [^:]+:(\d+)(?::\d+)?: (.*)`)

// lineError is an error with its line in a file.
type lineError struct {
	line int
	error
}

func (e *lineError) Unwrap() error { return e.error }

// lineOf returns the line of the first match of pattern in source, 1 if there is none.
func lineOf(source, pattern string) int {
	at := regexp.MustCompile(pattern).FindStringIndex(source)
	if at == nil {
		return 1
	}
	return 1 + strings.Count(source[:at[0]], "\n") + strings.Count(source[at[0]:at[1]], "\n")
}

// read takes one tree of templates.
func (w *Writer) read(tree fs.FS, own bool) {
	dirs, err := fs.ReadDir(tree, ".")
	if err != nil {
		w.report(".", err)
		return
	}
	for _, dir := range dirs {
		if !dir.IsDir() || strings.HasPrefix(dir.Name(), ".") {
			continue
		}
		files, err := fs.ReadDir(tree, dir.Name())
		if err != nil {
			w.report(dir.Name(), err)
			continue
		}
		if slices.ContainsFunc(files, func(f fs.DirEntry) bool { return f.Name() == languageFile }) {
			w.readLanguage(tree, dir.Name(), own)
		}
		l, ok := w.languages[dir.Name()]
		if !ok {
			w.report(dir.Name(), fmt.Errorf("no %s for this language", languageFile))
			continue
		}
		for _, f := range files {
			if kind, ok := strings.CutSuffix(f.Name(), ".txt"); ok {
				w.readText(tree, l, cadence.Kind(kind), path.Join(dir.Name(), f.Name()), own)
			}
		}
	}
	slices.SortStableFunc(w.problems, func(a, b Problem) int { return strings.Compare(a.File, b.File) })
}

// readLanguage takes a language.toml. The user's is read over the shipped one, so that it may hold a few keys only.
func (w *Writer) readLanguage(tree fs.FS, code string, own bool) {
	file := path.Join(code, languageFile)
	l := &language{code: code, texts: map[cadence.Kind]*text{}}
	if old, ok := w.languages[code]; ok {
		*l = *old
	}
	data, err := fs.ReadFile(tree, file)
	if err == nil {
		var meta toml.MetaData
		meta, err = toml.Decode(string(data), l)
		if un := meta.Undecoded(); err == nil && len(un) > 0 {
			err = &lineError{lineOf(string(data), `(?m)^\s*"?`+regexp.QuoteMeta(un[0][len(un[0])-1])+`"?\s*=`), fmt.Errorf("unknown key %s", un[0])}
		}
	}
	if err == nil {
		err = l.complete()
	}
	if err != nil {
		w.report(file, err)
		return
	}
	w.languages[code] = l
}

// complete says what a language lacks.
func (l *language) complete() error {
	switch {
	case len(l.Weekdays) != 7:
		return errors.New("weekdays must be seven, Sunday first")
	case len(l.Months) != 12:
		return errors.New("months must be twelve")
	case len(l.Lint.Forbidden) == 0:
		return errors.New("lint.forbidden is empty")
	}
	for word, shapes := range l.Date.Words {
		if len(shapes) != 7 {
			return fmt.Errorf("date.words.%s must be seven, Sunday first", word)
		}
	}
	for _, k := range []string{"formal", "informal", "formal_none", "informal_none"} {
		if l.Greeting[k] == "" {
			return fmt.Errorf("greeting.%s is missing", k)
		}
	}
	for form, shapes := range l.Position {
		if form != "at" && len(shapes) != 3 {
			return fmt.Errorf("position.%s must have three forms: without a role, with one, with several", form)
		}
	}
	return nil
}

// readText takes one template file. The user's is tried with the sample facts before it may be used; the shipped ones have
// been tried by the tests, and [Writer.Check] tries all of them again.
func (w *Writer) readText(tree fs.FS, l *language, kind cadence.Kind, file string, own bool) {
	if !slices.Contains(Kinds, kind) && kind != Several {
		w.report(file, fmt.Errorf("there is no kind of draft %q", kind))
		return
	}
	data, err := fs.ReadFile(tree, file)
	if err != nil {
		w.report(file, err)
		return
	}
	t, err := parse(file, string(data), l.texts[kind])
	if err == nil && own {
		t.own = true
		err = w.try(l, t, kind)
	}
	if err != nil {
		w.report(file, err)
		return
	}
	l.texts[kind] = t
}

// parse reads the source for both levels. A file without a define is one variant as a whole; a missing subject is taken
// from base.
func parse(file, source string, base *text) (*text, error) {
	t := &text{file: file, source: source}
	if !utf8.ValidString(source) {
		return nil, errors.New("is not UTF-8")
	}
	var err error
	if t.formal, err = parseLevel(file, source, base, true); err != nil {
		return nil, err
	}
	if t.informal, err = parseLevel(file, source, base, false); err != nil {
		return nil, err
	}
	for _, d := range t.formal.Templates() {
		if name := d.Name(); name != "" && strings.Trim(name, "0123456789") == "" {
			t.variants = append(t.variants, name)
		}
	}
	if len(t.variants) == 0 {
		return nil, errors.New(`holds no letter: want {{define "1"}} … {{end}}`)
	}
	slices.SortFunc(t.variants, func(a, b string) int { return len(a)*1000 + int(a[0]) - len(b)*1000 - int(b[0]) })
	if t.formal.Lookup("subject") == nil {
		return nil, errors.New(`holds no {{define "subject"}}`)
	}
	return t, nil
}

// parseLevel parses the source with the functions of one level.
func parseLevel(file, source string, base *text, formal bool) (*template.Template, error) {
	funcs := template.FuncMap{
		"cap": capital,
		// f chooses by the level of formality: {{f "Ihre" "deine"}}.
		"f": func(formally, informally string) string {
			if formal {
				return formally
			}
			return informally
		},
	}
	set, err := template.New(file).Funcs(funcs).Option("missingkey=error").Parse(source)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(source, "define") {
		if set, err = set.AddParseTree("1", set.Tree); err != nil {
			return nil, err
		}
	}
	if base != nil && set.Lookup("subject") == nil {
		from := base.informal
		if formal {
			from = base.formal
		}
		return set.AddParseTree("subject", from.Lookup("subject").Tree)
	}
	return set, nil
}

// execute runs one define.
func execute(set *template.Template, name string, f *facts) (string, error) {
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, name, f); err != nil {
		return "", err
	}
	return b.String(), nil
}

// capital makes the first letter a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
