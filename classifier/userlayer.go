package classifier

import (
	"math"
	"slices"
)

// UserLayer is what the user's corrections taught: small weights on feature names, never text. The zero layer teaches
// nothing; it can be printed, and resetting it is dropping it.
type UserLayer struct {
	Weights map[Kind]map[string]float64 `json:"weights"`
}

// Lesson is one correction: what the classifier had seen in a message, by feature names as in [Features], what it said and
// what the user says it is.
type Lesson struct {
	Features []string
	Said     Kind
	Is       Kind
}

// Bounds of what corrections may do: the step of one lesson, and the reach of one feature however often it was taught.
const (
	lessonStep  = 0.25
	lessonReach = 0.75
)

// Learn folds lessons, oldest first, into a layer. Each spreads one step over its features, away from what was said and towards
// what is. Structural features that every mail shares teach nothing. The reach is small against the shipped weights, and a layer
// that would make the decision on any built-in example worse is weakened until it does not, if need be to nothing.
func Learn(lessons []Lesson) UserLayer {
	w := map[Kind]map[string]float64{}
	add := func(k Kind, name string, x float64) {
		if w[k] == nil {
			w[k] = map[string]float64{}
		}
		w[k][name] = math.Max(-lessonReach, math.Min(lessonReach, w[k][name]+x))
	}
	for _, l := range lessons {
		if l.Said == l.Is {
			continue
		}
		for _, name := range l.Features {
			if name == "bias" || slices.Contains(structural, name) && !hasAny(name, []string{"sender.", "thread.", "links.", "mail."}) {
				continue
			}
			add(l.Is, name, lessonStep)
			add(l.Said, name, -lessonStep)
		}
	}
	u := UserLayer{Weights: w}
	for range 6 {
		if len(w) == 0 || keepsExamples(u) {
			return u
		}
		for _, names := range w {
			for name := range names {
				names[name] /= 2
			}
		}
	}
	return UserLayer{}
}

// keepsExamples reports whether u spoils no decision on the built-in examples: what ships right stays right, and nothing wrong is
// accepted that was not.
func keepsExamples(u UserLayer) bool {
	r := Shipped()
	s := r.sight()
	defer r.sights.Put(s)
	for _, x := range builtIn() {
		r.model.rules.look(s, &x.message, Context{})
		var p [16]float64
		r.model.scores(s, u, &p)
		var f Finding
		decide(r.model.rules, s, &x.message, Context{}, &p, &f)
		if x.kind == x.want && f.Kind != x.want || f.Accepted && f.Kind != x.want && !(x.accepted && x.kind == f.Kind) {
			return false
		}
	}
	return true
}
