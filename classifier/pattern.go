package classifier

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A pattern is a small regular expression over words:
//
//	word      that word, folded          word*     any word that begins so
//	(a|b c)   alternatives               x?        optional
//	_         any one word               _4        up to four words        ...  up to ten words
//	(a|b)*    any number, also none      (a|b)+    one or more
//	<name>    a word class of the file   ^         the sentence begins here
//
// A match never leaves its sentence.
type pattern struct {
	concept int32
	own     bool // names a negating word itself, so negation around it says nothing new
	anchor  bool // only at the start of a sentence
	source  string
	code    []inst
	must    []int32 // classes without which no sentence matches
}

type opcode uint8

const (
	opWord  opcode = iota // x: class
	opGap                 // up to x words
	opAny                 // exactly one word
	opSplit               // try x, then y
	opJump                // to x
	opMatch
)

type inst struct {
	op   opcode
	x, y int32
}

// compiler turns sources into patterns and collects the word classes they need.
type compiler struct {
	macros  map[string]string
	classes map[string]int32 // by canonical spelling "a|b*"
	members [][]string
	code    []inst
	pos     int
	tokens  []string
}

func newCompiler(macros map[string]string) *compiler {
	return &compiler{macros: macros, classes: map[string]int32{}}
}

// compile parses one source. The error names what was expected.
func (c *compiler) compile(src string) (p pattern, err error) {
	p.source = src
	if c.tokens, err = c.lex(src, 0); err != nil {
		return p, err
	}
	if len(c.tokens) > 0 && c.tokens[0] == "^" {
		p.anchor, c.tokens = true, c.tokens[1:]
	}
	c.pos, c.code = 0, nil
	if err := c.alternatives(); err != nil {
		return p, fmt.Errorf("pattern %q: %w", src, err)
	}
	if c.pos != len(c.tokens) {
		return p, fmt.Errorf("pattern %q: unexpected %q", src, c.tokens[c.pos])
	}
	c.emit(inst{op: opMatch})
	p.code = c.code
	if _, ok := p.starts(); !ok {
		return p, fmt.Errorf("pattern %q: must begin with a word", src)
	}
	return p, nil
}

// lex splits the source and expands word classes.
func (c *compiler) lex(src string, depth int) ([]string, error) {
	if depth > 5 {
		return nil, fmt.Errorf("word classes nest too deep in %q", src)
	}
	var out []string
	for i := 0; i < len(src); {
		switch ch := src[i]; {
		case ch == ' ':
			i++
		case strings.IndexByte("()|?^*+", ch) >= 0: // inside a word, * is part of it
			out = append(out, string(ch))
			i++
		case ch == '<':
			j := strings.IndexByte(src[i:], '>')
			if j < 0 {
				return nil, fmt.Errorf("unclosed < in %q", src)
			}
			m, ok := c.macros[src[i+1:i+j]]
			if !ok {
				return nil, fmt.Errorf("no word class %s in %q", src[i:i+j+1], src)
			}
			in, err := c.lex(m, depth+1)
			if err != nil {
				return nil, err
			}
			out = append(append(append(out, "("), in...), ")")
			i += j + 1
		default:
			j := i
			for j < len(src) && strings.IndexByte(" ()|?^<", src[j]) < 0 {
				j++
			}
			out = append(out, src[i:j])
			i = j
		}
	}
	return out, nil
}

func (c *compiler) emit(in inst) int { c.code = append(c.code, in); return len(c.code) - 1 }

func (c *compiler) peek() string {
	if c.pos < len(c.tokens) {
		return c.tokens[c.pos]
	}
	return ""
}

// alternatives parses a|b|c. Alternatives of one word each become one class.
func (c *compiler) alternatives() error {
	begin := c.pos
	if words, ok := c.wordSet(); ok {
		c.emit(inst{op: opWord, x: c.class(words)})
		return nil
	}
	c.pos = begin
	var jumps []int
	for {
		split := c.emit(inst{op: opSplit})
		c.code[split].x = int32(len(c.code))
		if err := c.sequence(); err != nil {
			return err
		}
		if c.peek() != "|" {
			c.code[split] = inst{op: opJump, x: int32(split + 1)}
			break
		}
		c.pos++
		jumps = append(jumps, c.emit(inst{op: opJump}))
		c.code[split].y = int32(len(c.code))
	}
	for _, j := range jumps {
		c.code[j].x = int32(len(c.code))
	}
	return nil
}

// wordSet reads "a|b*|(c|d)" up to the end of the group if it holds single words only.
func (c *compiler) wordSet() ([]string, bool) {
	var words []string
	depth := 0
	for expect := true; ; {
		t := c.peek()
		switch {
		case t == "(" && expect:
			depth++
			c.pos++
		case t == "|" && !expect:
			expect = true
			c.pos++
		case (t == ")" || t == "") && depth == 0:
			return words, !expect
		case t == ")" && !expect:
			depth--
			c.pos++
		case expect && t != "" && isPlain(t):
			words = append(words, t)
			expect = false
			c.pos++
		default:
			return nil, false
		}
	}
}

func isPlain(t string) bool {
	return t != "*" && t != "+" && t != "(" && t != ")" && t != "|" && t != "?" && t != "^" && t[0] != '_' && t != "..."
}

func (c *compiler) sequence() error {
	for {
		t := c.peek()
		if t == "" || t == "|" || t == ")" {
			return nil
		}
		start := len(c.code)
		c.pos++
		switch {
		case t == "(":
			if err := c.alternatives(); err != nil {
				return err
			}
			if c.peek() != ")" {
				return fmt.Errorf("expected ) before %q", c.peek())
			}
			c.pos++
		case t == "...":
			c.emit(inst{op: opGap, x: 10})
		case t == "_":
			c.emit(inst{op: opAny})
		case t[0] == '_':
			n, err := strconv.Atoi(t[1:])
			if err != nil || n < 1 || n > 20 {
				return fmt.Errorf("bad gap %q", t)
			}
			c.emit(inst{op: opGap, x: int32(n)})
		case isPlain(t):
			c.emit(inst{op: opWord, x: c.class([]string{t})})
		default:
			return fmt.Errorf("unexpected %q", t)
		}
		switch c.peek() {
		case "?":
			c.pos++
			c.optional(start, len(c.code)+1)
		case "*":
			c.pos++
			c.optional(start, len(c.code)+2)
			c.emit(inst{op: opJump, x: int32(start)})
		case "+":
			c.pos++
			c.emit(inst{op: opSplit, x: int32(start), y: int32(len(c.code) + 1)})
		}
	}
}

// optional puts a split before the code from start, which may be passed over to after, and moves its targets.
func (c *compiler) optional(start, after int) {
	c.code = append(c.code, inst{})
	copy(c.code[start+1:], c.code[start:])
	for i := start + 1; i < len(c.code); i++ {
		switch in := &c.code[i]; in.op {
		case opSplit:
			in.x++
			in.y++
		case opJump:
			in.x++
		}
	}
	c.code[start] = inst{op: opSplit, x: int32(start + 1), y: int32(after)}
}

func (c *compiler) class(words []string) int32 {
	key := strings.Join(words, "|")
	if id, ok := c.classes[key]; ok {
		return id
	}
	id := int32(len(c.members))
	c.classes[key] = id
	c.members = append(c.members, words)
	return id
}

// starts returns the classes a match can begin with; ok is false where it can begin with any word or none.
func (p *pattern) starts() (out []int32, ok bool) {
	ok = true
	seen := map[int32]bool{}
	var walk func(pc int32)
	walk = func(pc int32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := p.code[pc]; in.op {
		case opWord:
			out = append(out, in.x)
		case opSplit:
			walk(in.x)
			walk(in.y)
		case opJump:
			walk(in.x)
		default:
			ok = false
		}
	}
	walk(0)
	return out, ok
}

// needs returns the classes that every match holds a word of: the intersection over all paths from the start.
func (p *pattern) needs() []int32 {
	memo := map[int32]map[int32]bool{}
	open := map[int32]bool{}
	var walk func(pc int32) (set map[int32]bool, all bool) // all: a loop back, which constrains nothing
	walk = func(pc int32) (map[int32]bool, bool) {
		if s, ok := memo[pc]; ok {
			return s, false
		}
		if open[pc] {
			return nil, true
		}
		open[pc] = true
		defer delete(open, pc)
		out := map[int32]bool{}
		switch in := p.code[pc]; in.op {
		case opWord:
			rest, all := walk(pc + 1)
			if all {
				return nil, true
			}
			maps.Copy(out, rest)
			out[in.x] = true
		case opGap, opAny:
			return walk(pc + 1)
		case opJump:
			return walk(in.x)
		case opSplit:
			a, allA := walk(in.x)
			b, allB := walk(in.y)
			switch {
			case allA && allB:
				return nil, true
			case allA:
				out = b
			case allB:
				out = a
			default:
				for c := range a {
					if b[c] {
						out[c] = true
					}
				}
			}
		}
		memo[pc] = out
		return out, false
	}
	set, _ := walk(0)
	return slices.Sorted(maps.Keys(set))
}
