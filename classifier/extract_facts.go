package classifier

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// cue is a concept of rules/extract-<language>.toml.
type cue int32

const (
	cueReply cue = iota
	cueNoHear
	cueUnsuccessful
	cueWelcomed
	cueShortlist
	cueNoCalls
	cueNoEnquiries
	cueNoReply
	cueOnFile
	cueHold
	cueClosing
	cueCallMe
	cueSoon
	cueNoFeedback
	cueRetention
	cueService
	cueContract
	cueTask
	cueValidity
	cuePast
	cueDueAssessment
	cueDueOffer
	cueDueDocuments
	cueDueBooking
	cueMeet
	cuePrevious
	cueFresh
	cueVideo
	cuePhone
	cueOnsite
	cueYourTime
	cueNotInterview
	cueAway
	cueReturn
	cueHandover
	cueFormal
	cueInformal
	cueObject
	cueTitle
	cueHead
	cueNear
	cuePlace
	cueClient
	cueField
	cueActor
	cueForRole
	cueGeneric
	cueRole
	cueHello
	cueBye
	cueRef
	cueLocated
	cueContact
	cueHandoff
	cueOthers
	cues
)

// cueNames are the keys of [cues], in the order of the constants.
var cueNames = [cues]string{"reply", "nohear", "unsuccessful", "welcomed", "shortlist", "nocalls", "noenquiries", "noreply", "onfile", "hold",
	"closing", "callme", "soon", "nofeedback", "retention", "service", "contract", "task", "validity", "past", "due_assessment", "due_offer",
	"due_documents", "due_booking", "meet", "previous", "fresh", "video", "phone", "onsite", "yourtime", "notinterview", "away", "return",
	"handover", "formal", "informal", "object", "title", "head", "near", "place", "client", "field", "actor", "forrole", "generic", "role", "hello", "bye", "ref", "located", "contact", "handoff", "others"}

// facts is one compiled rules/extract-<language>.toml.
type facts struct {
	code    string
	lang    *language
	words   map[string]dateWord
	phrases []datePhrase
	endings []string // of compounds that are titles
	agents  []string // endings of nouns for people by what they do
	finite  []string // endings of verbs in the first person plural and the like
	reader  map[string]bool
	jobs    occupations
	capital bool // weekdays and months are written with a capital
}

// dateWord is what a word means in a time expression; a word may mean several things.
type dateWord struct {
	is             dateMask
	value          int // of a number, ordinal or relative day
	month, weekday int
	unit           unit
}

type dateMask uint32

const (
	isMonth dateMask = 1 << iota
	isWeekday
	isNumber
	isOrdinal
	isUnit
	isWorkday  // "business" before days
	isWorkdays // "workdays"
	isDay      // today, tomorrow
	isNext
	isThis
	isComing
	isFew
	isEnd
	isBegin
	isMid
	isLate
	isBy
	isWithin
	isAt
	isTo
	isGlue
	isAM
	isPM
	isClock
	isNoon
	isQuarter
	isHalf
	isPlural
	isPhrase // may begin a relative day of several words
)

// datePhrase is a relative day of several words.
type datePhrase struct {
	words []string
	days  int
}

// factsFile is rules/extract-<language>.toml as written.
type factsFile struct {
	Suffixes string // how compounds end that are titles
	Agents   string // how nouns end for people by what they do; believed behind words that announce a title
	Finite   string // how verbs end that speak for an employer
	Reader   string // the words for the reader; empty where the language leaves them out
	Dates    struct {
		Months, Weekdays                                                   []string
		Numbers, Ordinals                                                  map[string]int
		Minute, Hour, Day, Week, Fortnight, Month, Year, Quarter           string
		Workday, Workdays, Today, Tomorrow, Yesterday                      string
		Next, This, Coming, Few, End, Begin, Mid, Late, By, Within, At, To string
		Glue, AM, PM, Clock, Noon, Half                                    string
		Capital                                                            bool
	}
	Phrases map[string]int
	Cues    map[string][]string
}

// factLanguages are the languages whose facts are read; a text in another one is read as English.
var factLanguages = []string{"en", "de", "fr", "es", "nl", "it", "pt"}

// factTable loads each language when a mail first needs it.
var factTable = func() map[string]func() *facts {
	t := map[string]func() *facts{}
	for _, code := range factLanguages {
		t[code] = sync.OnceValue(func() *facts {
			f, err := loadFacts(code)
			if err != nil {
				panic(err) // embedded data, held by a test
			}
			return f
		})
	}
	return t
}()

// factsOf returns the facts of a language, English for one without.
func factsOf(code string) *facts {
	if f := factTable[code]; f != nil {
		return f()
	}
	return factTable["en"]()
}

func loadFacts(code string) (*facts, error) {
	name := "rules/extract-" + code + ".toml"
	var file factsFile
	if err := decode(name, &file); err != nil {
		return nil, err
	}
	f := &facts{code: code, capital: file.Dates.Capital}
	f.words = file.vocabulary()
	f.endings = strings.Fields(foldWord(file.Suffixes))
	f.agents, f.finite, f.reader = strings.Fields(foldWord(file.Agents)), strings.Fields(foldWord(file.Finite)), foldedSet(file.Reader)
	for p, n := range file.Phrases {
		f.phrases = append(f.phrases, datePhrase{strings.Fields(foldWord(p)), n})
	}
	for _, ph := range f.phrases {
		w := f.words[ph.words[0]]
		w.is |= isPhrase
		f.words[ph.words[0]] = w
	}
	sort.Slice(f.phrases, func(i, j int) bool { // the longest first
		a, b := f.phrases[i].words, f.phrases[j].words
		return len(a) > len(b) || len(a) == len(b) && strings.Join(a, " ") < strings.Join(b, " ")
	})
	if err := readOccupations(code, &f.jobs); err != nil {
		return nil, err
	}
	if code != "en" { // titles and subject lines are English everywhere
		var english factsFile
		if err := decode("rules/extract-en.toml", &english); err != nil {
			return nil, err
		}
		if err := readOccupations("en", &f.jobs); err != nil {
			return nil, err
		}
		for _, cue := range []string{"role", "generic"} {
			file.Cues[cue] = append(file.Cues[cue], english.Cues[cue]...)
		}
	}
	var err error
	f.lang, err = compileCues(code, file.Cues)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

func compileCues(code string, sources map[string][]string) (*language, error) {
	b := builder{c: newCompiler(nil), l: &language{code: code}}
	left := len(sources)
	for id, key := range cueNames {
		if _, ok := sources[key]; ok {
			left--
		}
		if b.add(int32(id), sources[key]); b.err != nil {
			return nil, fmt.Errorf("cue %s: %w", key, b.err)
		}
	}
	if left != 0 {
		return nil, fmt.Errorf("%d cues that nothing reads", left)
	}
	b.finish()
	return b.l, nil
}

// vocabulary folds the [dates] table into one map.
func (file *factsFile) vocabulary() map[string]dateWord {
	d := &file.Dates
	m := map[string]dateWord{}
	add := func(words string, set func(w *dateWord)) {
		for _, s := range strings.Fields(foldWord(words)) {
			w := m[s]
			set(&w)
			m[s] = w
		}
	}
	mark := func(words string, is dateMask) { add(words, func(w *dateWord) { w.is |= is }) }
	for i, s := range d.Months {
		add(s, func(w *dateWord) { w.is |= isMonth; w.month = i + 1 })
	}
	for i, s := range d.Weekdays {
		add(s, func(w *dateWord) { w.is |= isWeekday; w.weekday = i })
	}
	for s, n := range d.Numbers {
		add(s, func(w *dateWord) { w.is |= isNumber; w.value = n })
	}
	for s, n := range d.Ordinals {
		add(s, func(w *dateWord) { w.is |= isOrdinal; w.value = n })
	}
	for s, u := range map[string]unit{d.Minute: minutes, d.Hour: hours, d.Day: days, d.Week: weeks, d.Month: months, d.Year: years} {
		for i, word := range strings.Fields(s) { // the first is the singular
			add(word, func(w *dateWord) {
				w.is |= isUnit
				w.unit = u
				if i > 0 {
					w.is |= isPlural
				}
			})
		}
	}
	for s, n := range map[string]int{d.Today: 0, d.Tomorrow: 1, d.Yesterday: -1} {
		add(s, func(w *dateWord) { w.is |= isDay; w.value = n })
	}
	for s, is := range map[string]dateMask{d.Workday: isWorkday, d.Workdays: isWorkdays} {
		mark(s, is)
	}
	for _, x := range []struct {
		words string
		is    dateMask
	}{{d.Next, isNext}, {d.This, isThis}, {d.Coming, isComing}, {d.Few, isFew}, {d.End, isEnd}, {d.Begin, isBegin}, {d.Mid, isMid}, {d.Late, isLate},
		{d.By, isBy}, {d.Within, isWithin}, {d.At, isAt}, {d.To, isTo}, {d.Glue, isGlue}, {d.AM, isAM}, {d.PM, isPM}, {d.Clock, isClock},
		{d.Noon, isNoon}, {d.Quarter, isQuarter}, {d.Half, isHalf}} {
		mark(x.words, x.is)
	}
	add(d.Fortnight, func(w *dateWord) { w.is |= isUnit | isNumber; w.unit = weeks; w.value = 2 })
	return m
}
