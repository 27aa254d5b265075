package main

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// width returns how many columns a line of the output may have: those of the terminal, 0 for no limit where it is none.
func (p *Program) width() int {
	f, ok := p.Stdout.(*os.File)
	if !ok {
		return 0
	}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		return max(w, minWidth)
	}
	return 0
}

const (
	minWidth  = 40 // of a terminal; below it lines wrap
	minColumn = 8  // of a column that is cut
	maxColumn = 60
	gap       = "  "
)

// table is rows of cells that are written under each other.
type table struct {
	rows [][]string
	soft int // the first columns, which are names and may be cut; where that is not enough the others go to a line of their own
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// columns returns the widths of the columns: as wide as the content, and of what does not fit into width
// the widest names give way first.
func (t *table) columns(width int) []int {
	var w []int
	for _, r := range t.rows {
		for i, c := range r {
			if i == len(w) {
				w = append(w, 0)
			}
			w[i] = max(w[i], min(cellWidth(c), maxColumn))
		}
	}
	total := -len(gap)
	for _, n := range w {
		total += n + len(gap)
	}
	for _, some := range [][]int{w[:min(t.soft, len(w))], w} {
		for ; width > 0 && total > width && len(some) > 0; total-- {
			widest := 0
			for i := range some {
				if some[i] > some[widest] {
					widest = i
				}
			}
			if some[widest] <= minColumn {
				break
			}
			some[widest]--
		}
	}
	return w
}

// lines returns each row as a line of at most width columns, 0 for no limit, behind indent; where the names leave too little room it is two
// lines, the names and the rest.
func (t *table) lines(indent string, width int) []string {
	if width > 0 {
		width -= len(indent)
	}
	w := t.columns(width)
	var out []string
	if full := t.columns(0); t.soft < len(w) && !slices.Equal(w[t.soft:], full[t.soft:]) {
		names := table{soft: t.soft}
		for _, r := range t.rows {
			names.add(r[:t.soft]...)
		}
		for i, line := range names.lines(indent, width+len(indent)) {
			rest := slices.DeleteFunc(slices.Clone(t.rows[i][t.soft:]), func(c string) bool { return c == "" })
			if len(rest) > 0 {
				line += "\n" + indent + gap + runewidth.Truncate(strings.Join(rest, ", "), width-len(gap), "…")
			}
			out = append(out, line)
		}
		return out
	}
	for _, r := range t.rows {
		var line strings.Builder
		line.WriteString(indent)
		for i, c := range r {
			n := cellWidth(c)
			if n > w[i] {
				c = runewidth.Truncate(c, w[i], "…")
				n = cellWidth(c)
			}
			line.WriteString(c)
			for range w[i] - n + len(gap) {
				line.WriteByte(' ')
			}
		}
		out = append(out, strings.TrimRight(line.String(), " "))
	}
	return out
}

// cellWidth is how many columns a text takes.
func cellWidth(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return runewidth.StringWidth(s)
		}
	}
	return len(s)
}

// paragraph writes text in lines of at most width columns, 0 for no limit: the first behind first, the others behind as many spaces.
func paragraph(out io.Writer, first, text string, width int) {
	indent := cellWidth(first)
	var b strings.Builder
	b.WriteString(first)
	at, empty := indent, true
	for word := range strings.FieldsSeq(text) {
		n := cellWidth(word)
		switch {
		case empty:
		case width > 0 && at+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at, empty = at+n, false
	}
	io.WriteString(out, strings.TrimRight(b.String(), " ")+"\n")
}
