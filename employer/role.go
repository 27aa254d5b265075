package employer

import (
	"regexp"
	"slices"
	"strings"
)

// role is a job title in the form in which titles are compared.
type role struct {
	words     []string
	seniority string
}

// parseRole folds a title: without gender marks, seniority aside, common translations made alike.
func parseRole(title string) role {
	var r role
	seen := map[string]bool{}
	for _, w := range foldWords(genderMarks.Replace(strings.ToLower(title))) {
		if to, ok := roleSynonyms[w]; ok {
			w = to
		}
		if s, ok := seniorities[w]; ok {
			r.seniority = s
			continue
		}
		if roleNoise[w] || seen[w] {
			continue
		}
		seen[w] = true
		r.words = append(r.words, w)
	}
	return r
}

// empty reports whether the title says nothing.
func (r role) empty() bool { return len(r.words) == 0 }

// spellOut replaces the initials of another title by its words: "sre" by "site reliability engineer".
func (r role) spellOut(o role) role {
	if len(o.words) < 2 {
		return r
	}
	i := slices.Index(r.words, initials(o.words))
	if i < 0 {
		return r
	}
	r.words = slices.Concat(r.words[:i], o.words, r.words[i+1:])
	return r
}

// similar gives how alike two titles are: 1 the same, 0 nothing in common. A title that only adds words to the other is near to it.
func (r role) similar(o role) float64 {
	if r.empty() || o.empty() {
		return 0
	}
	r, o = r.spellOut(o), o.spellOut(r)
	common := 0
	for _, w := range r.words {
		for _, v := range o.words {
			if w == v {
				common++
				break
			}
		}
	}
	short, long := len(r.words), len(o.words)
	if short > long {
		short, long = long, short
	}
	s := float64(common) / float64(short+long-common)
	if common == short {
		s = max(s, 0.8)
	}
	if r.seniority != o.seniority {
		if r.seniority != "" && o.seniority != "" {
			return s * 0.4
		}
		return s * 0.9
	}
	return s
}

const (
	roleNear = 0.7 // probably one role
	roleFar  = 0.25
)

// genderMarks are the legal marks behind job titles.
var genderMarks = strings.NewReplacer("(m/w/d)", " ", "(w/m/d)", " ", "(m/f/d)", " ", "(f/m/d)", " ", "(m/f/x)", " ", "(m/w/x)", " ", "(h/f)", " ",
	"(f/h)", " ", "h/f", " ", "f/h", " ", "(m/v)", " ", "m/v/x", " ", "m/w/d", " ", "w/m/d", " ", "m/f/d", " ", "(d/m/w)", " ", "(all genders)", " ",
	"*in", " ", ":in", " ", "_in", " ", "/in", " ", "(in)", " ", "(a)", " ", "/a ", " ", "(o/a)", " ")

var seniorities = map[string]string{
	"junior": "junior", "jr": "junior", "trainee": "junior", "graduate": "junior", "entry": "junior",
	"senior": "senior", "sr": "senior", "lead": "lead", "principal": "principal", "staff": "staff",
	"intern": "intern", "internship": "intern", "praktikum": "intern", "praktikant": "intern", "stage": "intern", "stagiaire": "intern",
	"werkstudent": "student", "working": "", "student": "student", "head": "head", "leiter": "head", "leitung": "head", "director": "head",
	"i": "1", "ii": "2", "iii": "3", "iv": "4",
}

var roleSynonyms = map[string]string{
	"entwickler": "developer", "entwicklerin": "developer", "desarrollador": "developer", "desarrolladora": "developer",
	"developpeur": "developer", "developpeuse": "developer", "sviluppatore": "developer", "ontwikkelaar": "developer",
	"desenvolvedor": "developer", "desenvolvedora": "developer", "dev": "developer", "softwareentwickler": "softwaredeveloper",
	"ingenieur": "engineer", "ingenieurin": "engineer", "ingeniero": "engineer", "ingeniera": "engineer", "ingegnere": "engineer",
	"engenheiro": "engineer", "engenheira": "engineer", "manager": "manager", "managerin": "manager", "mgr": "manager", "swe": "engineer",
	"analyst": "analyst", "analystin": "analyst", "analista": "analyst", "analyste": "analyst", "front": "frontend", "back": "backend",
}

var roleNoise = set("and", "und", "et", "y", "e", "of", "for", "the", "a", "an", "der", "die", "das", "fur", "im", "in", "at", "de", "du", "la", "le", "en", "with", "mit",
	"position", "role", "job", "stelle", "poste", "puesto", "vaga", "full", "time", "fulltime", "part", "parttime", "vollzeit", "teilzeit", "remote", "hybrid",
	"end", "m", "w", "d", "f", "x", "h", "mwd", "wmd", "mfd", "fmd", "hf", "req", "id", "ref")

// sideBySide is what stands between two titles.
var sideBySide = regexp.MustCompile(`(?i)\s+(?:and|und|et|y|e|en|as well as|sowie)\s+|\s*[,;&]\s+|\s+/\s+`)

// bothRoles returns the applications of an employer whose roles a mail names side by side, "your applications as X and Y"; none if it
// names a single one. A talk is about one role: there the user is asked.
func (b *builder) bothRoles(e *Event) []*state {
	switch e.Kind {
	case KindConfirmation, KindContact, KindRejection, KindHold, KindFilled:
	default:
		return nil
	}
	parts := b.memo.parts(e.Role)
	if len(parts) < 2 {
		return nil
	}
	named := b.named(e)
	var both []*state
	for _, title := range parts {
		one := *e
		one.Role, one.Req = title, ""
		to := pick(&one, named)
		if len(to) != 1 || slices.Contains(both, to[0]) {
			return nil
		}
		if score, ok := fit(to[0], &one); !ok || score < roleNear {
			return nil
		}
		both = append(both, to[0])
	}
	return both
}
