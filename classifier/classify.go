package classifier

import (
	"io"
	"sync"

	"heardback/mailbox"
)

// Classify says what m means. It never fails: what cannot be read is Other and not accepted. It is safe for concurrent use.
func Classify(m *mailbox.Message, c Context, u UserLayer) Finding { return Shipped().Classify(m, c, u) }

// Reader classifies with one set of weights. It is safe for concurrent use.
type Reader struct {
	model  *model
	sights sync.Pool
}

// Shipped returns the reader with the embedded weights.
var Shipped = sync.OnceValue(func() *Reader { return &Reader{model: shipped()} })

// NewReader returns a reader with the embedded rules and the weights in the form of rules/weights.txt and rules/wording.txt; training measures
// itself with it. Features that weights does not name keep their priors.
func NewReader(weights io.Reader, wording string) (*Reader, error) {
	w, err := readWording(wording)
	if err != nil {
		return nil, err
	}
	m := newModel(rules(), w)
	if err := m.readWeights(weights); err != nil {
		return nil, err
	}
	return &Reader{model: m}, nil
}

func (r *Reader) sight() *sight {
	if s, ok := r.sights.Get().(*sight); ok {
		return s
	}
	return &sight{wording: r.model.wording}
}

// Classify is the method behind the function of the same name.
func (r *Reader) Classify(m *mailbox.Message, c Context, u UserLayer) Finding {
	s := r.sight()
	defer r.sights.Put(s)
	f := Finding{Kind: Other, Rules: r.model.version, Evidence: []Evidence{}, Contacts: []Contact{}, Statements: []Statement{}}
	r.model.rules.look(s, m, c)
	f.Language = s.lang.code
	if m.Own {
		ownActs(r.model.rules, s, m, c, &f)
		extract(m, c, &f)
		return f
	}
	var p [16]float64
	r.model.scores(s, u, &p)
	decide(r.model.rules, s, m, c, &p, &f)
	if f.SubKind = subKind(r.model.rules, s, m, f.Kind); f.SubKind == Invite && r.model.rules.agreed(s, c) {
		f.SubKind = Scheduled // one of the times that the user offered
	}
	f.Acts = acts(r.model.rules, s, m, c, &f)
	f.Evidence = r.model.evidence(s, u, f.Kind)
	stranger := m.List != "" && s.ctx == 0 && !s.home && len(c.Thread) == 0 && !c.Correspondent // nothing in, beside or before it is of a job
	if f.Kind == Other && !f.Ask && (c.NewsOnly || stranger) {
		return f // whom it names does not matter
	}
	extract(m, c, &f)
	settle(r.model.rules, s, m, c, &p, &f)
	return f
}

// Features lists what Classify sees in m, for training and for lessons; see Feature.
func Features(m *mailbox.Message, c Context) []Feature {
	r := Shipped()
	s := r.sight()
	defer r.sights.Put(s)
	r.model.rules.look(s, m, c)
	out := make([]Feature, len(s.list))
	for i, f := range s.list {
		out[i].Name = r.model.rules.featureName(int(f))
		out[i].Quote = s.quote(i)
	}
	return out
}

// Priors returns for each feature its prior weights by kind, in the order of Kinds: what training starts from and stays near.
func Priors() map[string][]float64 {
	r := rules()
	out := make(map[string][]float64, r.featureCount())
	for f := range r.featureCount() {
		out[r.featureName(f)] = r.prior(f)
	}
	return out
}
