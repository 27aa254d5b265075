package classifier

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"heardback/mailbox"
)

// The list finds for each sender and text exactly the employers that a look at all of them finds.
func TestKnownEmployersAreThoseOfAllThatMatch(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 8))
	parts := []string{"Vellum", "Ink", "The", "Müller", "Straße", "Co", "GmbH", "&", "und", "and", "A", "Nord-West", "S.p.A.", "Øre", "Ltd", "e", "Works", "东方", "X7", "É", "_", "Großküchen"}
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	var names []string
	for range 120 {
		var words []string
		for range 1 + rng.IntN(4) {
			words = append(words, pick(parts))
		}
		names = append(names, strings.Join(words, " "))
	}
	labels := func() string {
		name := pick(names)
		folded := FoldName(umlauts.Replace(name))
		words := strings.Fields(folded)
		switch rng.IntN(7) {
		case 0:
			return initials(folded)
		case 1:
			return "the" + strings.Join(words, "")
		case 2:
			return strings.Join(words, "-")
		case 3:
			return strings.Join(words[:rng.IntN(len(words)+1)], "")
		case 4:
			return strings.Join(words, pick(ampersands))
		case 5:
			return strings.Join(strings.Fields(FoldName(name)), "") + "group"
		}
		return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(name), "&", pick(ampersands))), "")
	}
	all := make([]KnownEmployer, 400)
	list := &Employers{}
	for i := range all {
		all[i] = KnownEmployer{Name: pick(names), Agency: rng.IntN(6) == 0}
		for range rng.IntN(3) {
			list.Put(&all[i])
			all[i].Domains = append(all[i].Domains, registrable(fmt.Sprintf("mail.%s.example", labels())))
		}
		list.Put(&all[i])
	}
	hits := 0
	for range 4000 {
		domain := registrable(labels() + ".example")
		label := label(domain)
		var words []string
		for range rng.IntN(9) {
			words = append(words, FoldName(pick(append(names, parts...))))
		}
		text := " " + strings.Join(words, " ") + " "
		var at []*KnownEmployer
		var named []string
		agency := false
		folded := FoldName(pick(names))
		knows := false
		for i := range all {
			k := &all[i]
			if ownDomain(k, FoldName(k.Name), domain) {
				at = append(at, k)
			}
			if domain != "" && slices.Contains(k.Domains, domain) {
				agency = agency || k.Agency
				knows = knows || FoldName(k.Name) == folded
			}
			if k.Agency {
				continue
			}
			if label != "" && labelNames(label, k.Name) {
				named = append(named, k.Name)
			}
			if f := FoldName(k.Name); len(f) > 1 && strings.Contains(text, " "+f+" ") {
				named = append(named, k.Name)
			}
			if domain != "" && slices.Contains(k.Domains, domain) {
				named = append(named, k.Name)
			}
		}
		m := &mailbox.Message{From: []mailbox.Address{{Address: "kim@" + domain}}}
		if got := list.at(m); !slices.Equal(got, at) {
			t.Fatalf("%q: got %v, want %v", domain, got, at)
		}
		var got []string
		list.named(text, domain, label, func(k *KnownEmployer) { got = append(got, k.Name) })
		if !slices.Equal(got, named) {
			t.Fatalf("%q in %q: got %q, want %q", domain, text, got, named)
		}
		if list.agencyAt(domain) != agency || list.knows(domain, folded) != knows {
			t.Fatalf("%q, %q: got %v and %v, want %v and %v", domain, folded, list.agencyAt(domain), list.knows(domain, folded), agency, knows)
		}
		hits += len(at) + len(named)
	}
	if hits < 4000 {
		t.Errorf("%d matches only: the test proves little", hits)
	}
}
