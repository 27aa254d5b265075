package classifier

import (
	"strings"
)

// asAgency makes the author's own company the agency, so that only its client can be the employer.
func (h *hearing) asAgency(display, company, domain string) {
	if h.agency == "" {
		h.agency = company
	}
	for i := range h.employers {
		if c := &h.employers[i]; labelNames(label(domain), c.name) || h.agency != "" && c.folded == FoldName(h.agency) {
			h.agency = c.name
			c.score -= 8
		}
	}
	if own := h.ownName(domain); own != "" {
		h.agency = own
	}
	if h.agency == "" {
		h.agency = agencyName(display, domain)
	}
}

// ownName finds the name of the writer's company in the last lines: the part that the domain's label stands for.
func (h *hearing) ownName(domain string) string {
	if domain == "" || senderOfDomain(domain).Type == "freemail" {
		return ""
	}
	ls := lines(tail(h.m.Text, 600))
	for _, l := range append(ls, lines(clip(h.m.Signature, 600))...) {
		for _, part := range h.cut(l) {
			if len(strings.Fields(part)) <= 6 && capitalised(part) && labelNames(label(domain), part) {
				return part
			}
		}
	}
	return ""
}

// recruits reports whether a domain's label says that its owner recruits for others.
func recruits(label string) bool {
	for _, w := range [...]string{"recruit", "personalberatung", "personaldienst", "staffing", "headhunt", "executivesearch", "recrutement", "detachering", "uitzend"} {
		if strings.Contains(label, w) {
			return true
		}
	}
	return strings.HasSuffix(label, "search")
}

func agencyName(display, domain string) string {
	if _, company := splitDisplay(display); company != "" {
		return company
	}
	if n := peel(display, officeWords); n != "" && labelNames(label(domain), n) {
		return n
	}
	if senderOfDomain(domain).Type == "freemail" {
		return ""
	}
	return titled(label(domain))
}
