package classifier

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"

	"heardback/mailbox"
)

// Sender is the family that sent a message, a row of rules/senders.toml. The zero Sender is an unknown one.
type Sender struct {
	Family string // "greenhouse", "indeed"
	Type   string // ats, board, agency, freemail, calendar, assessment, or ""
	Domain string // the domain of the row that matched
	names  []string
	sends  []string
	robots []string
}

// Namesake reports whether the family names the employer in the given place: display, local, subdomain, reply-to, text.
func (s Sender) namesake(place string) bool {
	for _, n := range s.names {
		if n == place {
			return true
		}
	}
	return false
}

// system reports whether the sender writes for others, so that its own name and domain are never the employer's.
func (s Sender) system() bool { return s.Type != "" }

// senderRow is one row of rules/senders.toml; its comment explains the keys.
type senderRow struct {
	Domains  []string
	Employer []string
	Sends    []string
	Robots   []string
}

// senderTypes are the tables of rules/senders.toml.
var senderTypes = []string{"ats", "board", "agency", "assessment", "calendar", "freemail"}

var senderTable = sync.OnceValue(func() map[string]Sender {
	t, err := loadSenders()
	if err != nil {
		panic(err) // embedded data, held by a test
	}
	return t
})

func loadSenders() (map[string]Sender, error) {
	var file map[string]map[string]senderRow
	if err := decode("rules/senders.toml", &file); err != nil {
		return nil, err
	}
	table := map[string]Sender{}
	for _, typ := range senderTypes {
		for family, row := range file[typ] {
			if len(row.Employer) == 0 {
				row.Employer = []string{"text"}
			}
			for _, d := range row.Domains {
				if old, ok := table[d]; ok {
					return nil, fmt.Errorf("rules/senders.toml: %s stands under %s and %s", d, old.Family, family)
				}
				table[d] = Sender{Family: family, Type: typ, Domain: d, names: row.Employer, sends: row.Sends, robots: row.Robots}
			}
		}
		delete(file, typ)
	}
	for typ := range file {
		return nil, fmt.Errorf("rules/senders.toml: unknown type %q", typ)
	}
	return table, nil
}

// senderOf says which family of senders m comes from: by From, then by Sender, where a system relays for an employer's
// own address.
func senderOf(m *mailbox.Message) Sender {
	for _, a := range [...]mailbox.Address{m.Author(), m.Sender} {
		if s := senderOfDomain(domainOf(a.Address)); s.Family != "" {
			return s
		}
	}
	return Sender{}
}

// senderOfDomain matches domain and every domain above it, the longest first.
func senderOfDomain(domain string) Sender {
	table := senderTable()
	for d := domain; strings.Contains(d, "."); {
		if s, ok := table[d]; ok {
			return s
		}
		_, d, _ = strings.Cut(d, ".")
	}
	return Sender{}
}

func domainOf(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

func localOf(address string) string {
	if i := strings.LastIndexByte(address, '@'); i >= 0 {
		return strings.ToLower(address[:i])
	}
	return ""
}

// registrable returns the domain that somebody can own: "mail.acme.co.uk" gives "acme.co.uk". It is "" for a bare suffix.
func registrable(domain string) string {
	d, err := publicsuffix.EffectiveTLDPlusOne(domain)
	if err != nil {
		return ""
	}
	return d
}

// label returns the name in a registrable domain: "acme.co.uk" gives "acme".
func label(domain string) string {
	l, _, _ := strings.Cut(registrable(domain), ".")
	return l
}
