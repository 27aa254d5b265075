package classifier

import (
	"errors"
	"fmt"
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
// A match never leaves its sentence. Each of the alternatives that a source consists of is a pattern by itself, so that it is tried only where
// it can begin; the first that matches is the match of the source.
type pattern struct {
	concept int32
	source  int32 // the same for the alternatives of one source
	own     bool  // the source names a negating word itself, so negation around it says nothing new
	anchor  bool  // only at the start of a sentence
	alone   bool  // the source is one word
	code    []inst
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

// inst is one step of a pattern. Where first is not none, every match from here begins with a word of that class.
type inst struct {
	op          opcode
	x, y, first int32
}

const none = -1

// compiler turns sources into patterns and collects the word classes they need.
type compiler struct {
	macros  map[string]string
	classes map[string]int32 // by canonical spelling "a|b*", of a union "#1 #2"
	members [][]string       // by class
	unions  [][]int32        // by class, the unions that it belongs to
	code    []inst
	pos     int
	tokens  []string
}

func newCompiler(macros map[string]string) *compiler {
	return &compiler{macros: macros, classes: map[string]int32{}}
}

// compile parses one source into its alternatives. The error names what was expected.
func (c *compiler) compile(src string) (out []pattern, err error) {
	tokens, err := c.lex(src, 0)
	if err != nil {
		return nil, err
	}
	anchor := len(tokens) > 0 && tokens[0] == "^"
	if anchor {
		tokens = tokens[1:]
	}
	for _, c.tokens = range split(tokens) {
		p, err := c.pattern()
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", src, err)
		}
		p.anchor = anchor
		out = append(out, p)
	}
	return out, nil
}

// split cuts a|b into its alternatives; those of one word stay together.
func split(tokens []string) (out [][]string) {
	if len(tokens) > 2 && tokens[0] == "(" && closing(tokens) == len(tokens)-1 {
		return split(tokens[1 : len(tokens)-1])
	}
	depth, from, words := 0, 0, false
	for i := 0; i <= len(tokens); i++ {
		switch {
		case i < len(tokens) && tokens[i] == "(":
			depth++
		case i < len(tokens) && tokens[i] == ")":
			depth--
		case i == len(tokens) || tokens[i] == "|" && depth == 0:
			word := i == from+1 && isPlain(tokens[from])
			switch {
			case word && words:
				out[len(out)-1] = append(append(out[len(out)-1], "|"), tokens[from])
			case word || from == 0 && i == len(tokens):
				out = append(out, slices.Clone(tokens[from:i]))
			default:
				out = append(out, split(tokens[from:i])...)
			}
			from, words = i+1, word
		}
	}
	return out
}

// closing returns the place of the bracket that closes the first one, -1 for none.
func closing(tokens []string) int {
	depth := 0
	for i, t := range tokens {
		switch t {
		case "(":
			depth++
		case ")":
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// pattern parses the tokens of one alternative.
func (c *compiler) pattern() (p pattern, err error) {
	c.pos, c.code = 0, nil
	if err := c.alternatives(); err != nil {
		return p, err
	}
	if c.pos != len(c.tokens) {
		return p, fmt.Errorf("unexpected %q", c.tokens[c.pos])
	}
	c.emit(inst{op: opMatch})
	p.code = c.code
	if _, ok := p.starts(0); !ok {
		return p, errors.New("must begin with a word")
	}
	for pc := range p.code {
		p.code[pc].first = none
		if op := p.code[pc].op; op == opSplit || op == opJump {
			if classes, ok := p.starts(int32(pc)); ok {
				p.code[pc].first = c.union(classes)
			}
		} else if op == opWord {
			p.code[pc].first = p.code[pc].x
		}
	}
	return p, nil
}

// union returns the class of all words of classes.
func (c *compiler) union(classes []int32) int32 {
	if len(classes) == 1 {
		return classes[0]
	}
	slices.Sort(classes)
	var key []byte
	for _, id := range classes {
		key = strconv.AppendInt(append(key, " #"...), int64(id), 10)
	}
	if id, ok := c.classes[string(key)]; ok {
		return id
	}
	id := c.class(string(key), nil)
	for _, part := range slices.Compact(classes) {
		c.unions[part] = append(c.unions[part], id)
	}
	return id
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
		c.emit(inst{op: opWord, x: c.words(words)})
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
			c.emit(inst{op: opWord, x: c.words([]string{t})})
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

// words returns the class of words.
func (c *compiler) words(words []string) int32 { return c.class(strings.Join(words, "|"), words) }

func (c *compiler) class(key string, words []string) int32 {
	id, ok := c.classes[key]
	if !ok {
		id = int32(len(c.members))
		c.classes[key] = id
		c.members, c.unions = append(c.members, words), append(c.unions, nil)
	}
	return id
}

// starts returns the classes a match from pc can begin with; ok is false where it can begin with any word or none.
func (p *pattern) starts(pc int32) (out []int32, ok bool) {
	ok = true
	seen := make([]bool, len(p.code))
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
	walk(pc)
	return out, ok
}

// needs returns the classes that every match holds a word of, sorted: the intersection over all paths from the start.
func (p *pattern) needs() []int32 {
	memo := make([][]int32, len(p.code))
	state := make([]uint8, len(p.code))
	const open, done = 1, 2
	var walk func(pc int32) (set []int32, loops bool) // a loop back constrains nothing
	walk = func(pc int32) ([]int32, bool) {
		switch state[pc] {
		case open:
			return nil, true
		case done:
			return memo[pc], false
		}
		state[pc] = open
		var set []int32
		var loops bool
		switch in := p.code[pc]; in.op {
		case opWord, opGap, opAny:
			set, loops = walk(pc + 1)
		case opJump:
			set, loops = walk(in.x)
		case opSplit:
			a, aLoops := walk(in.x)
			b, bLoops := walk(in.y)
			switch {
			case aLoops:
				set, loops = b, bLoops
			case bLoops:
				set = a
			default:
				set = common(a, b)
			}
		}
		if loops {
			state[pc] = 0
			return nil, true
		}
		if first := p.code[pc].first; first != none {
			if i, ok := slices.BinarySearch(set, first); !ok {
				set = slices.Insert(slices.Clone(set), i, first)
			}
		}
		memo[pc], state[pc] = set, done
		return set, false
	}
	set, _ := walk(0)
	return set
}

// common returns what two sorted sets share.
func common(a, b []int32) []int32 {
	var out []int32
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			out = append(out, x)
		}
	}
	return out
}
