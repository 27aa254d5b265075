package classifier

import (
	"math"
	"testing"
)

func TestLearnIsBoundedAndKeepsTheExamples(t *testing.T) {
	var lessons []Lesson
	for _, x := range builtIn() { // a user who says the opposite of everything
		var names []string
		for _, f := range Features(&x.message, Context{}) {
			names = append(names, f.Name)
		}
		lessons = append(lessons, Lesson{Features: names, Said: x.kind, Is: Rejection})
	}
	u := Learn(lessons)
	for k, names := range u.Weights {
		for name, w := range names {
			if math.Abs(w) > lessonReach {
				t.Errorf("%s %s: weight %g beyond %g", k, name, w, lessonReach)
			}
		}
	}
	for _, x := range builtIn() {
		if f := Classify(&x.message, Context{}, u); x.kind == x.want && f.Kind != x.want || f.Accepted && f.Kind != x.want && !x.accepted {
			t.Errorf("%s: shipped %s, with the layer %s", x.id, x.kind, f.Kind)
		}
	}
}

func TestLearnTeaches(t *testing.T) {
	m := mail("Ann Berg <ann@lindgrove.example>", "Re: Buyer", "How does Thursday at ten sound for the position chat?")
	before := Classify(m, Context{}, UserLayer{})
	var names []string
	for _, f := range Features(m, Context{}) {
		names = append(names, f.Name)
	}
	u := Learn([]Lesson{{Features: names, Said: before.Kind, Is: Interview}, {Features: names, Said: before.Kind, Is: Interview}})
	after := Classify(m, Context{}, u)
	p := func(f Finding) float64 {
		if f.Kind == Interview {
			return f.Confidence
		}
		return f.Alternatives[Interview]
	}
	if before.Kind != Interview && p(after) <= p(before) {
		t.Errorf("interview before %.3f, after %.3f", p(before), p(after))
	}
}
