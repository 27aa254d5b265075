package classifier

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
)

// corpusRow is a row of the labelled mail, as far as the facts of a message are concerned.
type corpusRow struct {
	ID, Lang, Label, Subject, From, Body, Date string
	Employer, Role, Contact, Timeline          string
	EmployerInText                             *bool `json:"employer_in_text"`
	RoleInText                                 *bool `json:"role_in_text"`
	GoldExtraction                             bool  `json:"gold_extraction"`
}

func (r corpusRow) source() string { s, _, _ := strings.Cut(r.ID, "-"); return s }

func (r corpusRow) message() *mailbox.Message {
	m := &mailbox.Message{Subject: r.Subject, Text: r.Body, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
	name, addr := r.From, ""
	if i := strings.LastIndexByte(r.From, '<'); i >= 0 {
		name, addr = strings.TrimSpace(r.From[:i]), strings.Trim(r.From[i:], "<> ")
	} else if strings.Contains(r.From, "@") {
		name, addr = "", r.From
	}
	if r.From != "" {
		m.From = []mailbox.Address{{Name: name, Address: addr}}
	}
	return m
}

// corpus reads the labelled mail that HEARDBACK_CORPUS names, or skips.
func corpus(t *testing.T) []corpusRow {
	t.Helper()
	dir := os.Getenv("HEARDBACK_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	file, err := os.Open(filepath.Join(dir, "jobmail.jsonl"))
	if err != nil {
		t.Skipf("NO CORPUS, facts are not measured: %v", err)
	}
	defer file.Close()
	var rows []corpusRow
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var r corpusRow
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// TestCorpusNames measures employers and roles by source. HEARDBACK_SOURCES limits the sources whose errors are printed.
func TestCorpusNames(t *testing.T) {
	type tally struct{ hit, all int }
	employers, roles := map[string]tally{}, map[string]tally{}
	show := os.Getenv("HEARDBACK_SOURCES")
	for _, r := range corpus(t) {
		f := Finding{Kind: Kind(r.Label), Language: r.Lang}
		extract(r.message(), Context{}, &f)
		check := func(m map[string]tally, what, want, got string, in *bool) {
			if want == "" || in != nil && !*in {
				return
			}
			x := m[r.source()]
			x.all++
			fold := FoldName
			if what == "role" {
				fold = FoldRole
			}
			if fold(got) == fold(want) {
				x.hit++
			} else if strings.Contains(show, r.source()) || strings.Contains(show, r.ID) {
				t.Logf("%s %s: got %q, want %q", r.ID, what, got, want)
			}
			m[r.source()] = x
		}
		check(employers, "employer", r.Employer, f.Employer.Name, r.EmployerInText)
		check(roles, "role", r.Role, f.Role, r.RoleInText)
	}
	floor := func(what string, m map[string]tally, least float64) {
		var sum tally
		for s, x := range m {
			t.Logf("%-8s %-10s %d of %d = %.3f", what, s, x.hit, x.all, float64(x.hit)/float64(x.all))
			sum.hit, sum.all = sum.hit+x.hit, sum.all+x.all
		}
		if got := float64(sum.hit) / float64(sum.all); got < least {
			t.Errorf("%s: got %.3f right, want %.2f at least", what, got, least)
		}
	}
	floor("employer", employers, 0.91)
	floor("role", roles, 0.91)
}
