package classifier

import (
	"strings"
)

// candidate is a name that may be the employer's, or a title that may be the role's, with what speaks for it.
type candidate struct {
	name   string
	folded string
	from   string // the first place of evidence, as in [Employer.From]
	score  float64
	best   float64 // the strongest single piece, which decides name and from
	known  float64 // what of the score the book and the thread say
}

// ballot collects candidates. Spellings that fold to the same name are one.
type ballot []candidate

func (b *ballot) vote(name, from string, score float64) {
	b.voteFolded(name, FoldName(name), from, score)
}

// voteFolded is vote for a name of which the folded form is known.
func (b *ballot) voteFolded(name, folded, from string, score float64) {
	if folded == "" {
		return
	}
	for i := range *b {
		if c := &(*b)[i]; c.folded == folded {
			c.score += score
			if from == "context" {
				c.known += score
			}
			if score > c.best {
				c.best, c.from = score, from
			}
			if score >= c.best && len(name) > len(c.name) {
				c.name = name
			}
			return
		}
	}
	c := candidate{name: name, folded: folded, from: from, score: score, best: score}
	if from == "context" {
		c.known = score
	}
	*b = append(*b, c)
}

// winner returns the best candidate. One whose words begin or end a longer one lends it a part of its weight, and the longer
// one a part to the shorter: "Acme" speaks for "Acme Robotics" and the other way round.
func (b ballot) winner(toLonger, toShorter float64) (candidate, bool) {
	best, top := -1, 0.0
	for i := range b {
		score := b[i].score
		for j := range b {
			if i != j && b[j].score > 0 && partOf(b[j].folded, b[i].folded) {
				score += b[j].score * toLonger
			}
			if i != j && b[j].score > 0 && partOf(b[i].folded, b[j].folded) {
				score += b[j].score * toShorter
			}
		}
		if score > top+1e-9 {
			best, top = i, score
		}
	}
	if best < 0 {
		return candidate{}, false
	}
	return b[best], true
}

// partOf reports whether a's words begin or end b.
func partOf(a, b string) bool {
	return len(a) < len(b) && (b[len(a)] == ' ' && strings.HasPrefix(b, a) || b[len(b)-len(a)-1] == ' ' && strings.HasSuffix(b, a))
}

// within reports whether the words of a stand in b one after the other. Both are folded.
func within(a, b string) bool {
	if a == "" {
		return b == ""
	}
	for from := 0; ; {
		i := strings.Index(b[from:], a)
		if i < 0 {
			return false
		}
		i += from
		if end := i + len(a); (i == 0 || b[i-1] == ' ') && (end == len(b) || b[end] == ' ') {
			return true
		}
		from = i + 1
	}
}
