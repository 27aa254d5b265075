package classifier

import "strings"

// signLine is a line of a sign-off, cut at its separators.
type signLine struct {
	text  string
	parts []signPart
}

// signPart is a part of such a line with what the choice of names sees of it. Of a part that is too long for a name, it is but the text.
type signPart struct {
	text, folded, role      string // as it is, and as [FoldName] and [FoldRole] have it
	peeled, peeledFolded    string // without the words of offices around it
	title                   bool   // it is a person's title or a department's name, of a few words
	beforeTitle, afterTitle bool   // such a part follows, or stands in front of it
}

// ends returns the lines of the end of the text and of the signature.
func (h *hearing) ends() []signLine {
	if h.signature == nil {
		const most = 8
		ls := lines(tail(h.m.Text, 900))
		sig := lines(clip(h.m.Signature, 900))
		ls = append(ls[max(len(ls)-most, 0):], sig[:min(len(sig), most)]...)
		h.signature = make([]signLine, len(ls))
		for i, l := range ls {
			h.signature[i] = signLine{l, h.seeParts(l)}
		}
		h.titles()
	}
	return h.signature
}

func (h *hearing) seeParts(l string) []signPart {
	const long, short = 16, 7 // words of a name, of a title
	cut := h.cut(l)
	parts := make([]signPart, len(cut))
	for i, s := range cut {
		p := &parts[i]
		p.text = s
		var buf [long]string
		f := appendFields(buf[:0], s)
		if len(f) > long {
			continue
		}
		p.folded, p.peeled, p.title = FoldName(s), peel(s, officeWords), len(f) <= short && h.titled(f)
		p.role, p.peeledFolded = p.folded, p.folded
		if !plainWords(s) {
			p.role = FoldRole(s)
		}
		if p.peeled != s {
			p.peeledFolded = FoldName(p.peeled)
		}
	}
	return parts
}

// titles notes which parts stand beside titles.
func (h *hearing) titles() {
	before := false // a title stands in front
	for i, l := range h.signature {
		for k := range l.parts {
			p := &l.parts[k]
			p.afterTitle, before = before, p.title
			switch {
			case k+1 < len(l.parts):
				p.beforeTitle = l.parts[k+1].title
			case i+1 < len(h.signature):
				p.beforeTitle = h.beginsWithTitle(&h.signature[i+1])
			}
		}
		if len(l.parts) == 0 {
			before = false
		}
	}
}

// beginsWithTitle reports whether the first part of a line is a title. Here a separator at the end of the line counts too.
func (h *hearing) beginsWithTitle(l *signLine) bool {
	for _, open := range [...]string{" -", " –", " —", " at", " @", " bei", " chez", ","} {
		if strings.HasSuffix(l.text, open) {
			parts := h.seeParts(l.text + " ")
			return len(parts) > 0 && parts[0].title
		}
	}
	return len(l.parts) > 0 && l.parts[0].title
}

// cut is signParts, once for each line.
func (h *hearing) cut(l string) []string {
	const most = 32
	for i := range h.lines {
		if h.lines[i].text == l {
			return h.lines[i].parts
		}
	}
	parts := signParts(l)
	if len(h.lines) < most {
		h.lines = append(h.lines, cutLine{l, parts})
	}
	return parts
}

// cutLine is a line with its parts.
type cutLine struct {
	text  string
	parts []string
}
