package digest

import (
	"fmt"
	"strings"
)

// columns is the width of the text part.
const columns = 76

// plain is the complete text part: all that the HTML part says, the picture in the words of its description.
func (c content) plain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s", c.Hello, wrap(c.Lead, "", ""))
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "\n\n%s\n%s\n", strings.ToUpper(s.Title), strings.Repeat("-", len([]rune(s.Title))))
		for n, i := range s.Items {
			if n == 0 || i.Who != "" {
				b.WriteString("\n")
			}
			i.plain(&b)
		}
		if s.More != "" {
			fmt.Fprintf(&b, "\n%s", wrap(s.More, "… ", "  "))
		}
		if s.Note != "" {
			fmt.Fprintf(&b, "\n%s", wrap(s.Note, "", ""))
		}
		for _, t := range s.Tables {
			t.plain(&b)
		}
		if s.Picture != nil {
			fmt.Fprintf(&b, "\n%s%s", wrap(s.Picture.Title, "", ""), wrap(s.Picture.Alt, "  ", "  "))
		}
	}
	fmt.Fprintf(&b, "\n\n-- \n%s", wrap(c.Foot, "", ""))
	return b.String()
}

func (i item) plain(b *strings.Builder) {
	in := "  "
	if i.Who != "" {
		b.WriteString(wrap(i.Who, "* ", in))
		b.WriteString(wrap(i.Text, in, in))
	} else {
		b.WriteString(wrap(i.Text, "* ", in))
	}
	if i.By != "" {
		b.WriteString(wrap(i.By, in+">> ", in+"   "))
	}
	for _, l := range i.Lines {
		b.WriteString(wrap(l, in, in))
	}
	for n, l := range i.List {
		if n == 0 {
			b.WriteString(wrap(l, in, in))
			continue
		}
		b.WriteString(wrap(l, in+"[ ] ", in+"    "))
	}
	if i.Quote != "" {
		b.WriteString(wrap(i.Quote, in+"| ", in+"| "))
	}
	for _, c := range i.Commands {
		if c.When != "" {
			b.WriteString(wrap(c.When, in, in))
		}
		b.WriteString(in + "  " + c.Line + "\n") // never wrapped: it is copied
	}
	if i.Letter != "" {
		b.WriteString("\n")
		for l := range strings.SplitSeq(strings.TrimSpace(i.Letter), "\n") {
			text := strings.TrimLeft(l, " ")
			first := in + "| " + l[:len(l)-len(text)]
			rest := first
			if strings.HasPrefix(text, "- ") {
				rest += "  "
			}
			if strings.HasPrefix(text, "heardback ") { // a command is copied: it stays one line
				b.WriteString(first + text + "\n")
				continue
			}
			b.WriteString(wrap(text, first, rest))
		}
	}
}

func (t table) plain(b *strings.Builder) {
	rows := append([][]string{t.Head}, t.Rows...)
	width := make([]int, len(t.Head))
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	fmt.Fprintf(b, "\n%s", wrap(t.Caption, "", ""))
	for _, r := range rows {
		line := ""
		for i, cell := range r {
			gap := strings.Repeat(" ", width[i]-len([]rune(cell)))
			if i == 0 {
				line += "  " + cell + gap
			} else {
				line += "  " + gap + cell
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// wrap breaks a text at spaces into lines of at most columns, the first led by first, the others by rest. A word that is longer
// stays whole.
func wrap(s, first, rest string) string {
	var b strings.Builder
	line, empty := first, true
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) { // not at a no-break space
		if !empty && len([]rune(line))+1+len([]rune(w)) > columns {
			b.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+w, false
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
	return b.String()
}
