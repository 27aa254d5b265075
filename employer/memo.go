package employer

import "strings"

// memo keeps what the same few names, titles and addresses give, for the length of one fold: they come again with every mail.
type memo struct {
	names   map[string][]string
	titles  map[string]role
	domains map[string]string
	labels  map[[2]string]bool
	free    map[string]bool
	beside  map[string][]string
	whole   map[string]string
	heads   map[[2]string]bool
	spelled map[string][][]string
	display map[string]string
	numbers map[string]string
}

// newMemo is made once for each fold; it is not safe for concurrent use.
func newMemo() *memo {
	return &memo{names: map[string][]string{}, titles: map[string]role{}, domains: map[string]string{}, labels: map[[2]string]bool{}, free: map[string]bool{}, beside: map[string][]string{}, whole: map[string]string{}, heads: map[[2]string]bool{}, spelled: map[string][][]string{},
		display: map[string]string{}, numbers: map[string]string{}}
}

// remember returns what make gave for key the first time.
func remember[K comparable, V any](m map[K]V, key K, make func(K) V) V {
	v, ok := m[key]
	if !ok {
		v = make(key)
		m[key] = v
	}
	return v
}

// name, spellings, folded, displayed, reqKey, role, domain, freeMail and labelled are nameTokens, spellings, FoldName, displayName, reqKey,
// parseRole, RegistrableDomain, FreeMail and labelMatches.
func (m *memo) name(s string) []string        { return remember(m.names, s, nameTokens) }
func (m *memo) spellings(s string) [][]string { return remember(m.spelled, s, spellings) }
func (m *memo) folded(s string) string        { return remember(m.whole, s, FoldName) }
func (m *memo) displayed(s string) string     { return remember(m.display, s, displayName) }
func (m *memo) reqKey(s string) string        { return remember(m.numbers, s, reqKey) }
func (m *memo) role(title string) role        { return remember(m.titles, title, parseRole) }
func (m *memo) domain(s string) string        { return remember(m.domains, s, RegistrableDomain) }
func (m *memo) freeMail(d string) bool        { return remember(m.free, d, FreeMail) }
func (m *memo) labelled(domain, name string) bool {
	return remember(m.labels, [2]string{domain, name}, func(k [2]string) bool { return labelMatches(k[0], m.name(k[1])) })
}

// leads reports whether a domain is the beginning of a name: see the function.
func (m *memo) leads(domain string, name []string) bool {
	return remember(m.heads, [2]string{domain, strings.Join(name, " ")}, func([2]string) bool { return leads(domain, name) })
}

// senderDomain is the registrable domain of a mail that came directly from its writer, not through a hiring system or board.
func (m *memo) senderDomain(e *Event) string {
	if e.Mail == nil || e.Mail.Own || e.Source != "" || e.Board {
		return ""
	}
	return m.domain(e.Mail.From.Address)
}

// parts are the titles that stand side by side in one.
func (m *memo) parts(title string) []string {
	return remember(m.beside, title, func(t string) []string { return sideBySide.Split(t, -1) })
}
