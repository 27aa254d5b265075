package mailbox

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText turns HTML into plain text: block elements become lines, cells of a table are set apart, what a mail
// program would not show is left out, quoting elements get "> " in front of each line. links are the hyperlinks.
func htmlText(src string) (text string, links []Link) {
	text, links, hid := renderHTML(src, false)
	if !hid {
		return text, links
	}
	if shown := letters(text); shown < 40 {
		// Nearly all of it hides until a style sheet shows it.
		if all, more, _ := renderHTML(src, true); letters(all) >= max(50, 5*shown) {
			return all, more
		}
	}
	return text, links
}

// renderHTML renders once; all shows hidden elements too, and hid says that some were left out.
func renderHTML(src string, all bool) (text string, links []Link, hid bool) {
	r := renderer{tokens: html.NewTokenizer(strings.NewReader(src)), all: all}
	r.out.Grow(len(src) / 4)
	r.tokens.SetMaxBuf(maxText)
	for r.step() {
	}
	r.endLink()
	return r.out.String(), r.links, r.hid
}

// renderer is the state of one rendering. Line ends and blanks are owed until the next word, so that none pile up.
type renderer struct {
	tokens *html.Tokenizer
	out    strings.Builder
	links  []Link

	all      bool      // show hidden elements too
	hidden   atom.Atom // inside of a hidden element of that name
	inner    int       // elements of that name open within it
	tables   int       // tables open within it
	hid      bool      // something was hidden
	skip     atom.Atom // inside of an element whose content is never shown
	quote    []bool    // open blockquotes: true where it quotes mail
	depth    int       // quoting ones among them
	lists    []int     // open lists: -1 unordered, else the last number
	pre      int
	blank    bool // a blank is due before the next word
	newlines int  // line ends due before the next word
	started  bool // there is text
	cell     bool // a cell was closed in this row

	href     string
	linkText strings.Builder
}

// void elements have no end tag.
var void = map[atom.Atom]bool{atom.Br: true, atom.Img: true, atom.Hr: true, atom.Meta: true, atom.Link: true, atom.Input: true, atom.Base: true,
	atom.Col: true, atom.Area: true, atom.Wbr: true, atom.Source: true, atom.Param: true, atom.Embed: true, atom.Track: true}

// blocks are the elements that start a new line; the number is how many line ends they want around them.
var blocks = map[atom.Atom]int{atom.P: 2, atom.Div: 1, atom.Table: 1, atom.Tr: 1, atom.Ul: 1, atom.Ol: 1, atom.Li: 1, atom.H1: 2, atom.H2: 2, atom.H3: 2,
	atom.H4: 2, atom.H5: 2, atom.H6: 2, atom.Blockquote: 1, atom.Pre: 1, atom.Section: 1, atom.Article: 1, atom.Header: 1, atom.Footer: 1,
	atom.Address: 1, atom.Dl: 1, atom.Dt: 1, atom.Dd: 1, atom.Form: 1, atom.Fieldset: 1, atom.Center: 1, atom.Main: 1, atom.Nav: 1,
	atom.Aside: 1, atom.Figure: 1, atom.Figcaption: 1, atom.Tbody: 1, atom.Thead: 1, atom.Tfoot: 1, atom.Caption: 1, atom.Hr: 1, atom.Details: 1, atom.Summary: 1}

// unseen are the elements whose content is no text of the mail.
var unseen = map[atom.Atom]bool{atom.Style: true, atom.Script: true, atom.Title: true, atom.Template: true, atom.Noscript: true, atom.Svg: true,
	atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Audio: true, atom.Video: true, atom.Map: true}

// step reads one token; it returns false at the end.
func (r *renderer) step() bool {
	switch r.tokens.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if r.hidden == 0 && r.skip == 0 {
			r.text(r.tokens.Text())
		}
	case html.StartTagToken:
		r.open(false)
	case html.SelfClosingTagToken:
		r.open(true)
	case html.EndTagToken:
		name, _ := r.tokens.TagName()
		r.close(atom.Lookup(name))
	}
	return r.out.Len() < maxText
}

// open reads a start tag.
func (r *renderer) open(selfClosing bool) {
	name, more := r.tokens.TagName()
	tag := atom.Lookup(name)
	if r.skip != 0 {
		return
	}
	if r.hidden != 0 && !r.endsHidden(tag) {
		if tag == r.hidden && !selfClosing {
			r.inner++
		}
		if tag == atom.Table {
			r.tables++
		}
		return
	}
	if unseen[tag] {
		if !selfClosing {
			r.skip = tag
		}
		return
	}
	var href, class, kind string
	hide := false
	for more && tag != 0 {
		var key, val []byte
		key, val, more = r.tokens.TagAttr()
		switch string(key) {
		case "href":
			href = string(val)
		case "class", "id":
			class += " " + string(val)
		case "type", "cite":
			kind += " " + string(val)
		case "style":
			hide = hide || invisibleStyle(val)
		case "hidden":
			hide = true
		}
	}
	if hide && !r.all && !void[tag] && !selfClosing {
		r.hidden, r.inner, r.tables, r.hid = tag, 0, 0, true
		return
	}
	switch tag {
	case atom.Br:
		r.newlines++
		return
	case atom.Td, atom.Th:
		if r.cell {
			r.blank = true
		}
		return
	case atom.A:
		r.endLink()
		r.href = href
		return
	case atom.Blockquote:
		r.lines(1)
		quoting := strings.Contains(kind, "cite") || strings.Contains(kind, "mid:") || strings.Contains(class, "quote") || strings.Contains(class, "cite")
		r.quote = append(r.quote, quoting)
		if quoting {
			r.depth++
		}
		return
	}
	if n := blocks[tag]; n > 0 {
		r.lines(n)
	}
	switch tag {
	case atom.Hr:
		return
	case atom.Ul:
		r.lists = append(r.lists, -1)
	case atom.Ol:
		r.lists = append(r.lists, 0)
	case atom.Li:
		r.item()
	case atom.Pre:
		r.pre++
	case atom.Tr:
		r.cell = false
	}
}

// close reads an end tag. One that nothing opened is harmless.
func (r *renderer) close(tag atom.Atom) {
	if r.skip != 0 {
		if tag == r.skip {
			r.skip = 0
		}
		return
	}
	if r.hidden != 0 {
		r.closeHidden(tag)
		return
	}
	switch tag {
	case atom.A:
		r.endLink()
		return
	case atom.Td, atom.Th:
		r.cell = true
		return
	case atom.Blockquote:
		if n := len(r.quote); n > 0 {
			r.lines(1)
			if r.quote[n-1] {
				r.depth--
			}
			r.quote = r.quote[:n-1]
		}
		return
	case atom.Ul, atom.Ol:
		if n := len(r.lists); n > 0 {
			r.lists = r.lists[:n-1]
		}
	case atom.Pre:
		if r.pre > 0 {
			r.pre--
		}
	}
	if n := blocks[tag]; n > 0 {
		r.lines(n)
	}
}

// lines asks for n line ends before the next word.
func (r *renderer) lines(n int) {
	r.newlines = max(r.newlines, n)
	r.blank = false
}

// item writes the mark of a list item.
func (r *renderer) item() {
	mark := "- "
	if n := len(r.lists); n > 0 && r.lists[n-1] >= 0 {
		r.lists[n-1]++
		mark = decimal(r.lists[n-1]) + ". "
	}
	r.word(mark[:len(mark)-1])
	r.blank = true
}

// decimal writes the number of a list item.
func decimal(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}

// text writes the words of a text node.
func (r *renderer) text(b []byte) {
	s := string(b)
	if r.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				r.newlines++
			}
			if line = strings.TrimRight(line, " \t\r"); line != "" {
				r.word(line)
			}
		}
		return
	}
	start := -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		gap := c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
		switch {
		case gap && start >= 0:
			r.word(s[start:i])
			start = -1
			r.blank = true
		case gap:
			r.blank = true
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		r.word(s[start:])
	}
}

// word writes w after the line ends and the blank that are due.
func (r *renderer) word(w string) {
	if r.newlines > 0 {
		if r.started {
			for range min(r.newlines, 2) {
				r.out.WriteByte('\n')
			}
		}
		r.newlines = 0
		r.blank = false
		r.quoteMarks()
	} else if !r.started {
		r.blank = false
		r.quoteMarks()
	}
	if r.blank {
		r.out.WriteByte(' ')
		if r.href != "" && r.linkText.Len() > 0 {
			r.linkText.WriteByte(' ')
		}
		r.blank = false
	}
	r.started = true
	r.out.WriteString(w)
	if r.href != "" && r.linkText.Len() < 500 {
		r.linkText.WriteString(w)
	}
}

// quoteMarks starts a line within a quoting element as plain text would, so that one reader tells quotes apart in both.
func (r *renderer) quoteMarks() {
	for range min(r.depth, 10) {
		r.out.WriteString("> ")
	}
}

// endLink closes the open hyperlink and notes it.
func (r *renderer) endLink() {
	if r.href != "" {
		r.links = addLink(r.links, r.linkText.String(), r.href)
	}
	r.href = ""
	r.linkText.Reset()
}

// addLink notes a link that leads somewhere: http, https, mailto and tel.
func addLink(links []Link, text, url string) []Link {
	url = cleanLine(url)
	if len(links) >= maxLinks || len(url) > 4096 {
		return links
	}
	scheme, _, ok := strings.Cut(strings.ToLower(url[:min(len(url), 8)]), ":")
	if !ok || (scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel") {
		return links
	}
	for _, l := range links {
		if l.URL == url && (l.Text != "" || text == "") {
			return links
		}
	}
	return append(links, Link{Text: cleanLine(text), URL: url})
}
