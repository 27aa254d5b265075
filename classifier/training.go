package classifier

import (
	"slices"

	"heardback/mailbox"
)

// Option is a name that may be the employer's, or a title that may be the role, with what is seen of it, in the order of
// [OptionFeatures]; zeros at the end are left out.
type Option struct {
	Name string
	Seen []float64
}

// OptionFeatures names what is seen of an option: of employers, and of roles.
func OptionFeatures() (employer, role []string) { return employerFeatures, roleFeatures[:] }

// Options lists what the employer's name and the role may be, for training. Employer is the one that is known; empty for the one that the
// shipped weights choose.
func Options(m *mailbox.Message, c Context, employer string) (employers, roles []Option) {
	r := Shipped()
	s := r.sight()
	defer r.sights.Put(s)
	r.model.rules.look(s, m, c)
	p := readPage(m.Subject, m.Text, factsOf(s.lang.code))
	defer p.free()
	h := listen(m, &c, p, senderOf(m))
	exported := func(options []option) []Option {
		out := make([]Option, len(options))
		for i, o := range options {
			out[i] = Option{o.name, slices.Clone(o.seen)}
		}
		return out
	}
	return exported(h.employerOptions()), exported(h.roleOptions(employer))
}
