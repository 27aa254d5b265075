package wire

import (
	"fmt"
	"regexp"
	"strings"
)

// Law walks the commands of connections and remembers what they had selected. It is the test of the law of the wire
// (DESIGN.md): nothing but reading, IDLE, APPEND, and a UID MOVE of one own draft out of a folder that was selected for it.
type Law struct {
	// Own reports whether a letter was placed by APPEND in this folder under this UID; nil where that is not known.
	Own func(folder, uid string) bool

	selected string // folder opened read-write, "" when none is
	fetched  string // the UID last read there: a withdrawal verifies before it moves
}

var (
	reading = regexp.MustCompile(`(?i)^(CAPABILITY|NOOP|LOGOUT|STARTTLS|COMPRESS DEFLATE|LOGIN …|AUTHENTICATE \S+ …|ID .*|NAMESPACE|IDLE|DONE|UNSELECT|LIST .*|STATUS .*|UID SEARCH .*)$`)
	opens   = regexp.MustCompile(`(?i)^(EXAMINE|SELECT) (.*)$`)
	fetch   = regexp.MustCompile(`(?i)^UID FETCH (\S+) \((.*)\)$`)
	marks   = regexp.MustCompile(`(?i)BODY\[|BINARY\[|\bRFC822(\.TEXT)?( |$)`) // would set \Seen
	appends = regexp.MustCompile(`(?i)^APPEND (\S+|".*?") (\(([^)]*)\) )?\{\d+\+?\}$`)
	move    = regexp.MustCompile(`(?i)^UID MOVE (\d+) `)
)

// Check takes the next command of the connection and returns an error if it breaks the law.
func (l *Law) Check(command string) error {
	if m := opens.FindStringSubmatch(command); m != nil {
		l.selected, l.fetched = "", ""
		if strings.EqualFold(m[1], "SELECT") {
			l.selected = Name(m[2])
		}
		return nil
	}
	if strings.EqualFold(command, "UNSELECT") {
		l.selected, l.fetched = "", ""
		return nil
	}
	if reading.MatchString(command) {
		return nil
	}
	if m := fetch.FindStringSubmatch(command); m != nil {
		if marks.MatchString(m[2]) {
			return fmt.Errorf("%s: reads without PEEK", command)
		}
		l.fetched = m[1]
		return nil
	}
	if m := appends.FindStringSubmatch(command); m != nil {
		return appendFlags(command, m[1], m[3])
	}
	if m := move.FindStringSubmatch(command); m != nil {
		switch {
		case l.selected == "":
			return fmt.Errorf("%s: moves in a folder that was not opened for it", command)
		case l.fetched != m[1]:
			return fmt.Errorf("%s: moves what was not verified", command)
		case l.Own != nil && !l.Own(l.selected, m[1]):
			return fmt.Errorf("%s: moves what was not placed by us", command)
		}
		return nil
	}
	return fmt.Errorf("%s: not allowed", command)
}

// appendFlags: a draft carries exactly \Draft and \Seen (MAIL.md section 1), a letter to the user in INBOX carries none.
func appendFlags(command, folder, flags string) error {
	if strings.EqualFold(Name(folder), "INBOX") {
		if flags != "" {
			return fmt.Errorf("%s: a letter to the user carries no flags", command)
		}
		return nil
	}
	f := strings.Fields(flags)
	if len(f) != 2 || !strings.EqualFold(f[0], `\Draft`) || !strings.EqualFold(f[1], `\Seen`) {
		return fmt.Errorf(`%s: a draft carries \Draft and \Seen`, command)
	}
	return nil
}

// Check holds the commands of one connection against the law and returns the first breach.
func Check(commands []string) error {
	var l Law
	for _, c := range commands {
		if err := l.Check(c); err != nil {
			return err
		}
	}
	return nil
}
