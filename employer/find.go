package employer

import (
	"fmt"
	"slices"
	"strings"
)

// AmbiguousError says that a name fits several employers equally well.
type AmbiguousError struct {
	Query      string
	Candidates []string // display names, sorted
}

// Error names the candidates.
func (e *AmbiguousError) Error() string {
	quoted := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		quoted[i] = fmt.Sprintf("%q", c)
	}
	return fmt.Sprintf("%q may be %s: write more of the name", e.Query, strings.Join(quoted, " or "))
}

// Find returns the applications at the employer that a user's query means: an application's ID, else a name, domain or agency in
// full, else a beginning, else a word of the name, else a name, the beginning of one or a word of it that is nearly written so. The best kind of match decides; if it fits
// several employers the error is an *AmbiguousError. No match gives none.
func Find(b Book, query string) ([]*Application, error) {
	for _, a := range b.Applications {
		if a.ID == query {
			return []*Application{a}, nil
		}
	}
	q := FoldName(query)
	if q == "" {
		return nil, nil
	}
	best := noMatch
	var hits []*Application
	domain := strings.ToLower(strings.TrimSpace(query))
	for _, match := range []func(*Application, string, string) int{matchApplication, matchSlip} {
		for _, a := range b.Applications {
			switch m := match(a, q, domain); {
			case m == noMatch || m > best:
			case m < best:
				best, hits = m, []*Application{a}
			default:
				hits = append(hits, a)
			}
		}
		if best != noMatch {
			break
		}
	}
	names := employers(hits)
	if own := slices.DeleteFunc(slices.Clone(hits), func(a *Application) bool { return matchApplication(&Application{Employer: a.Employer}, q, "") > best }); len(names) > 1 && len(own) > 0 {
		hits, names = own, employers(own) // what an employer is called goes before what else a mail called it
	}
	if len(names) > 1 && best != byAgencyName {
		return nil, &AmbiguousError{Query: query, Candidates: names}
	}
	return hits, nil
}

// employers returns the names of the applications' employers, each in one spelling, sorted.
func employers(apps []*Application) (names []string) {
	for _, a := range apps {
		if !slices.ContainsFunc(names, func(n string) bool { return FoldName(n) == FoldName(a.Employer) }) {
			names = append(names, a.Employer)
		}
	}
	slices.Sort(names)
	return names
}

// How a query may match, the best first.
const (
	inFull = iota
	byAgencyName
	byBeginning
	byWord
	byTypo
	noMatch
)

// matchApplication says how a folded query fits an application by name, domain or agency, at best.
func matchApplication(a *Application, q, domain string) int {
	best := noMatch
	joined := strings.ReplaceAll(q, " ", "")
	for i, name := range append([]string{a.Employer}, a.Names...) {
		if i > 0 && name == a.Employer {
			continue
		}
		n := FoldName(name)
		flat := strings.ReplaceAll(n, " ", "")
		switch {
		case n == "":
		case flat == joined:
			return inFull
		case strings.HasPrefix(n, q) || strings.HasPrefix(flat, joined):
			best = min(best, byBeginning)
		case slices.ContainsFunc(strings.Fields(n), func(w string) bool { return strings.HasPrefix(w, q) }):
			best = min(best, byWord)
		}
	}
	if slices.Contains(a.Domains, domain) {
		return inFull
	}
	if a.Agency != "" && FoldName(a.Agency) == q || slices.Contains(a.AgencyDomains, domain) {
		best = min(best, byAgencyName)
	}
	return best
}

// matchSlip says whether a folded query is nearly a name of an application, the beginning of one or a word of it.
func matchSlip(a *Application, q, _ string) int {
	joined := strings.ReplaceAll(q, " ", "")
	for _, name := range append([]string{a.Employer}, a.Names...) {
		n := FoldName(name)
		flat := strings.ReplaceAll(n, " ", "")
		if nearly(flat, joined) || nearlyBegins(flat, joined) || slices.ContainsFunc(strings.Fields(n), func(w string) bool { return nearly(w, joined) }) {
			return byTypo
		}
	}
	return noMatch
}

// nearly reports whether two words differ by one slip of the pen, or by two in words of eight letters and more.
func nearly(a, b string) bool {
	x, y := []rune(a), []rune(b)
	allowed := 1
	if min(len(x), len(y)) >= 8 {
		allowed = 2
	}
	if len(x) < 4 || len(y) < 4 || max(len(x)-len(y), len(y)-len(x)) > allowed {
		return false
	}
	return distance(x, y) <= allowed
}

// nearlyBegins reports whether a name begins nearly as a query of five letters and more is written.
func nearlyBegins(name, query string) bool {
	x, y := []rune(name), []rune(query)
	if len(y) < 5 {
		return false
	}
	for n := len(y) - 1; n <= len(y)+1 && n <= len(x); n++ {
		if nearly(string(x[:n]), query) {
			return true
		}
	}
	return false
}

// distance counts insertions, deletions, replacements and swaps of neighbours between two words.
func distance(a, b []rune) int {
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}
