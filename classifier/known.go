package classifier

import (
	"slices"
	"strings"
	"time"

	"heardback/mailbox"
)

// KnownEmployer is an employer of the book.
type KnownEmployer struct {
	Name    string
	Domains []string
	Agency  bool
	// Talk is the start of the latest interview there that is known, or when an invitation came that names no time; zero without.
	Talk time.Time
}

// Employers are the employers that the book knows, listed by what a message can name them by: a message costs the same however many
// there are. Nil is an empty list. Several goroutines may read it, though not while something is put into it.
type Employers struct {
	all      []*KnownEmployer
	folded   []string // their names, folded
	place    map[*KnownEmployer]int
	byName   map[string][]int // folded name
	byDomain map[string][]int // registrable domain
	byBegin  map[string][]int // what the name begins with where a text or a domain's label spells it, and its initials
}

// Put lists an employer, which is kept and not copied. Its name may not change; after a domain more it is to be put again.
func (e *Employers) Put(k *KnownEmployer) {
	if e.place == nil {
		e.place, e.byName, e.byDomain, e.byBegin = map[*KnownEmployer]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}
	}
	i, known := e.place[k]
	if !known {
		i = len(e.all)
		e.place[k] = i
		e.all, e.folded = append(e.all, k), append(e.folded, FoldName(k.Name))
		enter(e.byName, e.folded[i], i)
		for _, name := range [...]string{k.Name, umlauts.Replace(k.Name)} {
			before, _, _ := strings.Cut(name, "&")
			for _, spelled := range [...]string{FoldName(name), FoldName(before)} {
				first, _, _ := strings.Cut(spelled, " ")
				enter(e.byBegin, first, i)
			}
			enter(e.byBegin, initials(FoldName(name)), i)
		}
	}
	for _, d := range k.Domains {
		enter(e.byDomain, registrable(d), i)
	}
}

func enter(list map[string][]int, key string, i int) {
	if !slices.Contains(list[key], i) {
		list[key] = append(list[key], i)
	}
}

// spelled returns all that a domain's label may stand for (labelNames, ownDomain), and others.
func (e *Employers) spelled(label string) (found []int) {
	label = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(label), "-", ""), "_", "")
	for _, l := range [...]string{label, strings.TrimPrefix(label, "the")} {
		for n := range len(l) + 1 {
			found = append(found, e.byBegin[l[:n]]...)
		}
	}
	return found
}

// at returns the employers from whose own domain m comes.
func (e *Employers) at(m *mailbox.Message) (found []*KnownEmployer) {
	if e == nil {
		return nil
	}
	_, host, _ := strings.Cut(m.Author().Address, "@")
	domain := registrable(host)
	label, _, _ := strings.Cut(domain, ".")
	for _, i := range ordered(append(e.spelled(label), e.byDomain[domain]...)) {
		if ownDomain(e.all[i], e.folded[i], domain) {
			found = append(found, e.all[i])
		}
	}
	return found
}

// agencyAt reports whether a registrable domain is that of an agency.
func (e *Employers) agencyAt(domain string) bool {
	return e != nil && domain != "" && slices.ContainsFunc(e.byDomain[domain], func(i int) bool { return e.all[i].Agency })
}

// knows reports whether a registrable domain is that of the employer with a folded name.
func (e *Employers) knows(domain, folded string) bool {
	return e != nil && domain != "" && slices.ContainsFunc(e.byName[folded], func(i int) bool { return slices.Contains(e.byDomain[domain], i) })
}

// named hands over each employer, other than an agency, that a text of folded words names, and each that a domain, or its label where it is
// the sender's own, stands for; once for each of the three.
func (e *Employers) named(text, domain, label string, take func(*KnownEmployer)) {
	if e == nil {
		return
	}
	var found []int
	for w := range strings.FieldsSeq(text) {
		found = append(found, e.byBegin[w]...)
	}
	if label != "" {
		found = append(found, e.spelled(label)...)
	}
	if domain != "" {
		found = append(found, e.byDomain[domain]...)
	}
	for _, i := range ordered(found) {
		k, folded := e.all[i], e.folded[i]
		if k.Agency {
			continue
		}
		if label != "" && labelNames(label, k.Name) {
			take(k)
		}
		if len(folded) > 1 && strings.Contains(text, " "+folded+" ") {
			take(k)
		}
		if domain != "" && slices.Contains(e.byDomain[domain], i) {
			take(k)
		}
	}
}

// ordered sorts what was found, each once.
func ordered(found []int) []int {
	slices.Sort(found)
	return slices.Compact(found)
}
