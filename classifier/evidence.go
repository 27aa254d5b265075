package classifier

import (
	"math"
	"sort"
)

// maxEvidence is how many features a finding names.
const maxEvidence = 12

// evidence lists the features that spoke most for or against kind, the strongest first. The weight is the log-odds towards
// kind against the mean of the other kinds.
func (m *model) evidence(s *sight, u UserLayer, kind Kind) []Evidence {
	k := kindIndex[kind]
	all := make([]Evidence, 0, len(s.list))
	for i, f := range s.list {
		weight := towards(m.weights[f], k)
		name := m.rules.featureName(int(f))
		weight += u.Weights[kind][name]
		if math.Abs(weight) < 0.05 || name == "bias" {
			continue
		}
		e := Evidence{Rule: name, Weight: math.Round(weight*100) / 100, Quote: s.quote(i)}
		if h := s.first[i]; h >= 0 {
			e.Rule = s.hits[h].lang.code + "/" + name
		}
		all = append(all, e)
	}
	if e := m.wording.evidence(s, k); math.Abs(e.Weight) >= 0.05 {
		e.Weight = math.Round(e.Weight*100) / 100
		all = append(all, e)
	}
	sort.SliceStable(all, func(i, j int) bool { return math.Abs(all[i].Weight) > math.Abs(all[j].Weight) })
	return all[:min(len(all), maxEvidence)]
}

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
