package classifier

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
)

// namesFile holds the learned weights by which names and titles are chosen; docs/accuracy.md names the command that makes it.
const namesFile = "rules/names.txt"

// option is a name or a title that may be the answer, with what is seen of it.
type option struct {
	name, folded string
	from         string // as in [Employer.From]
	seen         []float64
}

// ranker is a conditional logit over options: the one with the highest sum of weights is the answer, unless none is worth more than
// saying nothing.
type ranker struct {
	features []string
	weights  []float64
}

// score is what an option is worth. Saying nothing is worth zero, in training too.
func (r *ranker) score(seen []float64) float64 {
	sum := 0.0
	for f, x := range seen {
		sum += x * r.weights[f]
	}
	return sum
}

// knownWeight is what a vote of the book or the thread adds. Training reads single messages and knows neither.
const knownWeight = 1.5

// clientWeight is for the one on whose behalf an agency writes: not the writer is the employer then (DESIGN.md).
const clientWeight = 6

// rankers are the shipped ones, by what they choose.
type rankers struct{ employer, role ranker }

var ranked = sync.OnceValue(func() *rankers {
	f, err := ruleFiles.Open(namesFile)
	if err != nil {
		panic(err) // embedded data
	}
	defer f.Close()
	r, err := readRankers(f)
	if err != nil {
		panic(namesFile + ": " + err.Error())
	}
	return r
})

// readRankers reads lines "employer feature weight" and "role feature weight".
func readRankers(src io.Reader) (*rankers, error) {
	r := &rankers{
		employer: ranker{employerFeatures, make([]float64, len(employerFeatures))},
		role:     ranker{roleFeatures[:], make([]float64, len(roleFeatures))},
	}
	index := map[string]*float64{}
	for i, f := range r.employer.features {
		index["employer "+f] = &r.employer.weights[i]
	}
	for i, f := range r.role.features {
		index["role "+f] = &r.role.weights[i]
	}
	lines := bufio.NewScanner(src)
	for lines.Scan() {
		l := lines.Text()
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		i := strings.LastIndexByte(l, ' ')
		if i < 0 || index[l[:i]] == nil {
			return nil, fmt.Errorf("unknown line %q", l)
		}
		x, err := strconv.ParseFloat(l[i+1:], 64)
		if err != nil {
			return nil, err
		}
		*index[l[:i]] = x
	}
	*index["employer known"], *index["role known"] = knownWeight, knownWeight
	*index["employer client"] = clientWeight
	return r, lines.Err()
}

// clip bounds x.
func clipTo(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
