package classifier

import (
	"cmp"
	"math"
	"slices"
)

// maxEvidence is how many features a finding names.
const maxEvidence = 12

// evidence lists the features that spoke most for or against kind, the strongest first. The weight is the log-odds towards
// kind against the mean of the other kinds.
func (m *model) evidence(s *sight, u UserLayer, kind Kind) []Evidence {
	k := kindIndex[kind]
	all := make([]spoken, 0, len(s.list)+1)
	speak := func(at int, weight float64) {
		if math.Abs(weight) >= 0.05 {
			all = append(all, spoken{at, math.Round(weight*100) / 100})
		}
	}
	bias, learned := m.rules.structural("bias"), u.Weights[kind]
	for i, f := range s.list {
		weight := towards(m.weights[f], k)
		if len(learned) > 0 {
			weight += learned[m.rules.featureName(int(f))]
		}
		if int(f) != bias {
			speak(i, weight)
		}
	}
	wording := m.wording.evidence(s, k)
	speak(wordingSpoke, wording.Weight)
	slices.SortStableFunc(all, func(a, b spoken) int { return cmp.Compare(math.Abs(b.weight), math.Abs(a.weight)) })
	out := make([]Evidence, min(len(all), maxEvidence))
	for i := range out {
		x, e := all[i], &out[i]
		if x.at == wordingSpoke {
			*e = wording
		} else {
			*e = Evidence{Rule: m.rules.featureName(int(s.list[x.at])), Quote: s.quote(x.at)}
			if h := s.first[x.at]; h >= 0 {
				e.Rule = s.hits[h].lang.code + "/" + e.Rule
			}
		}
		e.Weight = x.weight
	}
	return out
}

// spoken is what the feature at a place of sight.list says, or the words of the message.
type spoken struct {
	at     int
	weight float64
}

const wordingSpoke = -1

// towards is how much weights say for kind k against the mean of the others.
func towards(weights []float64, k int) float64 {
	mean := 0.0
	for j, x := range weights {
		if j != k {
			mean += x
		}
	}
	return weights[k] - mean/float64(len(weights)-1)
}
