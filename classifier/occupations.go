package classifier

import (
	"bufio"
	"strings"
)

// occupations are the words for what people are by their work, in one language, from rules/titles-<language>.txt, folded.
type occupations struct {
	words    map[string]bool // true for the sure ones; the others mean something else as often
	endings  map[string]bool // of compounds
	longest  int             // of the endings
	phrases  map[string]bool // of two to four words
	openings map[string]bool // first words of phrases
}

func readOccupations(code string, into *occupations) error {
	f, err := ruleFiles.Open("rules/titles-" + code + ".txt")
	if err != nil {
		return err
	}
	defer f.Close()
	if into.words == nil {
		*into = occupations{words: map[string]bool{}, endings: map[string]bool{}, phrases: map[string]bool{}, openings: map[string]bool{}}
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		l := lines.Text()
		if l == "" || l[0] == '#' {
			continue
		}
		w, doubtful := strings.CutPrefix(l, "?")
		w, ending := strings.CutPrefix(foldWord(w), "-")
		first, _, several := strings.Cut(w, " ")
		switch {
		case ending:
			into.endings[w] = true
			into.longest = max(into.longest, len(w))
		case several:
			into.phrases[w], into.openings[first] = true, true
		default:
			into.words[w] = into.words[w] || !doubtful
		}
	}
	return lines.Err()
}

// sure reports whether a folded word says what somebody is by work, doubtful whether it may.
func (o *occupations) sure(w []byte) (sure, doubtful bool) {
	if sure, known := o.words[string(w)]; known {
		return sure, !sure
	}
	const shortest, stem = 3, 2
	for n := shortest; n <= min(o.longest, len(w)-stem); n++ {
		if o.endings[string(w[len(w)-n:])] {
			return true, false
		}
	}
	return false, false
}

// phraseAt returns where a known phrase of several words ends that begins at token i, i if none does.
func (p *page) phraseAt(i, last int) int {
	o := &p.facts.jobs
	if !o.openings[string(p.word(i))] {
		return i
	}
	const most = 5
	var buf [96]byte
	b := append(buf[:0], p.word(i)...)
	end := i
	for j := i + 1; j < last && j-i < most && len(b) < 80; j++ {
		if g := p.gap(j); g != " " && g != "-" && g != "'" && g != "’" {
			break
		}
		b = append(append(b, ' '), p.word(j)...)
		if o.phrases[string(b)] {
			end = j + 1
		}
	}
	return end
}
