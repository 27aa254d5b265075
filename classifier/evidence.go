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
		w := m.weights[f]
		mean := 0.0
		for j, x := range w {
			if j != k {
				mean += x
			}
		}
		weight := w[k] - mean/float64(len(w)-1)
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
	sort.SliceStable(all, func(i, j int) bool { return math.Abs(all[i].Weight) > math.Abs(all[j].Weight) })
	return all[:min(len(all), maxEvidence)]
}
