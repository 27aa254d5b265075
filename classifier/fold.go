package classifier

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on what is read of one message, so that hostile mail costs no more than a long one.
const (
	maxSubject = 512
	maxText    = 16 << 10
	maxTokens  = 3000
)

// token is one word of the folded text. Its bytes are text.fold[start:end]; from and to delimit it in the original.
type token struct {
	start, end int32
	from, to   int32
	sent       int32 // index of the sentence
	spelling   int32 // place in the vocabulary, filled by it
	known      *word // filled per language by the matcher
}

// sentence is a run of tokens [first, last).
type sentence struct {
	first, last int32
	subject     bool
	button      bool // a few words between bars, as in a row of links
	conditional bool // says what would be, from its first words on; set by the matcher
}

// text is a message's subject and new text, folded for matching: lower case, no diacritics, English contractions written
// out, hard wraps undone, cut into sentences. The original stays beside it for quotes.
type text struct {
	orig   string
	fold   []byte
	tokens []token
	sents  []sentence
	chars  [scripts]int // letters per script
	body   int          // index of the first sentence of the body
}

func (t *text) word(i int) []byte { return t.fold[t.tokens[i].start:t.tokens[i].end] }

// quote returns the original words of tokens [i, j), widened by a few words of context and cut to a readable length.
func (t *text) quote(i, j int) string {
	s := t.sents[t.tokens[i].sent]
	from, to := max(i-3, int(s.first)), min(j+3, int(s.last))
	if from >= to {
		return ""
	}
	return squeeze(t.orig[t.tokens[from].from:t.tokens[to-1].to], 160)
}

// named reports whether a sentence of the body is but a name, as signatures and footers hold it: a few words that begin with capitals.
func (t *text) named(n int) bool {
	const few, short = 6, 3
	s := t.sents[n]
	if s.subject || s.last-s.first > few {
		return false
	}
	for _, k := range t.tokens[s.first:s.last] {
		if c := t.orig[k.from]; k.to-k.from > short && c >= 'a' && c <= 'z' {
			return false
		}
	}
	return true
}

// inFirm reports whether tokens [from, to) begin or end within the name of a firm: several words with capitals behind "at", "with" and the like,
// or with a word of domain among them. In German, where all nouns have capitals, nothing is one.
func (t *text) inFirm(from, to int, domain string) bool {
	return t.firmAt(from, domain) || t.firmAt(to-1, domain)
}

func (t *text) firmAt(i int, domain string) bool {
	s := t.sents[t.tokens[i].sent]
	first, last := i, i
	for first > int(s.first) && t.upper(first-1) && t.gapIsSpace(first) {
		first--
	}
	for last+1 < int(s.last) && t.upper(last+1) && t.gapIsSpace(last+1) {
		last++
	}
	if !t.upper(i) || first == last {
		return false
	}
	for k := first; k <= last; k++ {
		if w := t.word(k); len(w) > 3 && strings.Contains(domain, string(w)) {
			return true
		}
	}
	if s.subject { // what the body calls a firm is one in the subject too
		run := " " + t.orig[t.tokens[first].from:t.tokens[last].to]
		return slices.ContainsFunc(beforeFirm, func(w string) bool { return strings.Contains(t.orig, " "+w+run) })
	}
	return first > int(s.first) && slices.Contains(beforeFirm, string(t.word(first-1))) && t.gapIsSpace(first)
}

// upper reports whether token i begins with a capital letter.
func (t *text) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.orig[t.tokens[i].from:])
	return unicode.IsUpper(r)
}

// gapIsSpace reports whether nothing but a space stands before token i. The two words of "can't" overlap.
func (t *text) gapIsSpace(i int) bool {
	from, to := t.tokens[i-1].to, t.tokens[i].from
	return to == from+1 && t.orig[from] == ' '
}

// beforeFirm are the words before the name of one's employer.
var beforeFirm = strings.Fields("at with to from by join joining chez bij presso con")

// squeeze folds white space and cuts at a rune boundary.
func squeeze(s string, limit int) string {
	if len(s) <= limit && squeezed(s) {
		return strings.Clone(s)
	}
	out := make([]byte, 0, min(len(s), limit+8))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = len(out) > 0
			continue
		}
		if space {
			out = append(out, ' ')
			space = false
		}
		if len(out) >= limit {
			return string(append(out, "…"...))
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// squeezed reports whether s holds nothing but ASCII, with one space between its words and none around them.
func squeezed(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && before == ' ' {
			return false
		}
		before = s[i]
	}
	return before != ' '
}

// read folds subject and body into t, whose buffers it reuses.
func (t *text) read(subject, body string) {
	subject, body = clip(subject, maxSubject), clip(body, maxText)
	t.orig = subject + "\n\n" + body
	t.fold, t.tokens, t.sents, t.chars = t.fold[:0], t.tokens[:0], t.sents[:0], [scripts]int{}
	t.scan(0, len(subject))
	t.cut()
	for i := range t.sents {
		t.sents[i].subject = true
	}
	t.body = len(t.sents)
	t.scan(len(subject)+2, len(t.orig))
	t.cut()
	for i := t.body; i < len(t.sents); i++ {
		t.sents[i].button = t.betweenBars(t.sents[i])
	}
}

// betweenBars reports whether a sentence is a few words with a bar before or behind them: "Accept | Decline", or a part of a signature.
func (t *text) betweenBars(s sentence) bool {
	const few, near = 5, 3
	from, to := int(t.tokens[s.first].from), int(t.tokens[s.last-1].to)
	return s.last-s.first <= few && (strings.Contains(t.orig[max(from-near, 0):from], "|") || strings.Contains(t.orig[to:min(to+near, len(t.orig))], "|"))
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// cut ends the current sentence.
func (t *text) cut() {
	first := int32(0)
	if n := len(t.sents); n > 0 {
		first = t.sents[n-1].last
	}
	if int(first) < len(t.tokens) {
		t.sents = append(t.sents, sentence{first: first, last: int32(len(t.tokens))})
	}
}

// scan reads orig[from:to]. A sentence ends at . ! ? before white space, at a blank line, before a list item, and after a
// short line that no sentence would have been wrapped at.
func (t *text) scan(from, to int) {
	lineStart, stop := from, byte(0)
	for i := from; i < to && len(t.tokens) < maxTokens; {
		c := t.orig[i]
		switch {
		case isWordByte(c):
			if stop != 0 && stop != ',' && i > from && isSpace(t.orig[i-1]) {
				t.cut()
			}
			stop = 0
			i = t.take(i, to)
			continue
		case c == '\n':
			if breaksLine(t.orig, lineStart, i, to) {
				t.cut()
				stop = 0
			}
			lineStart = i + 1
		case c == '|':
			t.cut()
			stop = 0
		case c == '.' && t.shortened(i, to):
		case c == '.' || c == '!' || c == '?' || c == ';':
			stop = c
		case c == 0xC2 || c == 0xE3 || c == 0xE2 || c >= 0xC3:
			r, n := utf8.DecodeRuneInString(t.orig[i:to])
			switch {
			case r == '。' || r == '！' || r == '？':
				t.cut()
			case r == '•' || r == '·' || r == '…':
				t.cut()
			case unicode.IsLetter(r):
				if stop != 0 && i > from && isSpace(t.orig[i-1]) {
					t.cut()
				}
				stop = 0
				i = t.take(i, to)
				continue
			}
			i += n
			continue
		}
		i++
	}
}

// shortened reports whether the period at i belongs to its word: "Prof. Dr.", "i. A.", "31. Januar".
func (t *text) shortened(i, to int) bool {
	if len(t.tokens) == 0 || int(t.tokens[len(t.tokens)-1].to) != i || i+2 >= to || t.orig[i+1] != ' ' {
		return false
	}
	w := t.word(len(t.tokens) - 1)
	if abbreviations[string(w)] || len(w) == 1 && i+3 < to && t.orig[i+3] == '.' { // "i. A."
		return true
	}
	if len(w) > 2 || w[0] < '0' || w[0] > '9' {
		return false
	}
	next := strings.ToLower(t.orig[i+2 : min(i+6, to)])
	return slices.ContainsFunc(monthStarts, func(m string) bool { return strings.HasPrefix(next, m) })
}

// abbreviations are the shortened words behind which a sentence goes on, folded, in all languages together.
var abbreviations = setOf("prof dr hr fr nr str mr mrs ms st bzw ca ggf inkl evtl abs art ref sra dra dott ing mme approx incl dipl tel vs gem zzgl")

// monthStarts are the first letters of the months, behind which a day's number has a period.
var monthStarts = strings.Fields("jan feb mär apr mai jun jul aug sep okt nov dez")

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// breaksLine reports whether the line break at i ends a sentence.
func breaksLine(s string, start, i, to int) bool {
	next := i + 1
	for next < to && (s[next] == ' ' || s[next] == '\t' || s[next] == '\r' || s[next] == '>') {
		next++
	}
	if next >= to || s[next] == '\n' {
		return true
	}
	switch s[next] {
	case '-', '*', '#', '|', '=', '_':
		return true
	}
	// A wrapped line is long; a heading, greeting or field is short and the next begins with a capital.
	return i-start < 40 && s[next] >= 'A' && s[next] <= 'Z' || i-start < 12
}

// take reads one word at i and returns the index after it. English contractions become two words: "don't" is "do not".
func (t *text) take(i, to int) int {
	begin, start := i, len(t.fold)
	for i < to {
		if c := lower[t.orig[i]]; c != 0 {
			t.fold = append(t.fold, c)
			if c > '9' {
				t.chars[latin]++
			}
			i++
			continue
		}
		if t.orig[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(t.orig[i:to])
		if r == 0xAD || unicode.Is(unicode.Mn, r) { // soft hyphen, combining accent
			i += n
			continue
		}
		if !unicode.IsLetter(r) || i-begin > 60 {
			break
		}
		t.chars[scriptOf(r)]++
		t.fold = appendBase(t.fold, r)
		i += n
	}
	if len(t.fold) == start { // an unreadable byte
		return i + 1
	}
	end := len(t.fold)
	if j, tail := contraction(t.orig, i, to); tail != "" {
		t.contract(start, end, tail, begin, j)
		return j
	}
	if stem := joined(t.fold[start:end]); stem != "" {
		t.fold = append(t.fold[:start], stem...)
		t.contract(start, start+len(stem), "not", begin, i)
		return i
	}
	t.add(start, end, begin, i)
	return i
}

// lower holds the letters and digits of ASCII in lower case, zero for other octets.
var lower = func() (t [256]byte) {
	for c := range t {
		if isWordByte(byte(c)) {
			t[c] = appendBase(nil, rune(c))[0]
		}
	}
	return t
}()

// joined knows the English negations that are written as one word, and returns the verb as it stands before an apostrophe, "" for other words;
// only words that no other of the languages has.
func joined(w []byte) string {
	switch string(w) {
	case "cannot":
		return "can"
	case "didnt", "doesnt", "isnt", "wasnt", "havent", "couldnt", "wouldnt":
		return string(w[:len(w)-1])
	}
	return ""
}

func (t *text) add(start, end, from, to int) {
	t.tokens = append(t.tokens, token{start: int32(start), end: int32(end), from: int32(from), to: int32(to), sent: int32(len(t.sents))})
}

// contraction recognises an apostrophe and 've, 're, 'll, 'd, 'm, 's or 't before the end of a word.
func contraction(s string, i, to int) (next int, tail string) {
	j := i
	switch {
	case j < to && (s[j] == '\'' || s[j] == '`'):
		j++
	case j+3 <= to && (s[j:j+3] == "’" || s[j:j+3] == "‘"):
		j += 3
	case j+2 <= to && s[j:j+2] == "´":
		j += 2
	default:
		return i, ""
	}
	k := j
	for k < to && k-j < 3 && isWordByte(s[k]) {
		k++
	}
	if k < to && (isWordByte(s[k]) || s[k] >= utf8.RuneSelf && s[k] != 0xE2) {
		return i, ""
	}
	switch s[j:k] {
	case "ve", "VE":
		return k, "have"
	case "re", "RE":
		return k, "are"
	case "ll", "LL":
		return k, "will"
	case "d":
		return k, "would"
	case "m":
		return k, "am"
	case "s", "S":
		return k, "s"
	case "t", "T":
		return k, "not"
	}
	return i, ""
}

func (t *text) contract(start, end int, tail string, from, to int) {
	w := string(t.fold[start:end])
	if tail == "not" {
		switch {
		case w == "won":
			w = "will"
		case w == "can":
		case w == "shan":
			w = "shall"
		case w == "n": // "do n't"
			w, tail = "not", "s"
		case w[len(w)-1] == 'n':
			w = w[:len(w)-1]
		default:
			tail = "t"
		}
	}
	t.fold = append(t.fold[:start], w...)
	t.add(start, start+len(w), from, to)
	if tail == "s" {
		return
	}
	s := len(t.fold)
	t.fold = append(t.fold, tail...)
	t.add(s, s+len(tail), from, to)
}
