package drafts

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/mailbox"
)

// header is what stands above a letter, checked.
type header struct {
	date       time.Time
	from, to   mailbox.Address
	subject    string
	messageID  string
	inReplyTo  string
	references []string
}

// maxReferences bounds the References field: the first message and the latest ones, as RFC 5537 section 3.4.4 trims it.
const maxReferences = 30

var (
	// address is an addr-spec that every server takes: dot-atom in ASCII at a domain with a dot (RFC 5321 section 4.1.2).
	address = regexp.MustCompile(`^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`)
	// msgID is what may stand between angle brackets (RFC 5322 section 3.6.4), without what could end the field or hide in it.
	msgID = regexp.MustCompile(`^[!-;=?A-~]+@[!-;=?A-~]+$`)
	// noReply is a local part that nobody reads.
	noReply = regexp.MustCompile(`(?i)(?:no|not|ne|non|nao|geen|keine|nicht|sin)[-_.]?(?:pas[-_.]?)?(?:reply|repondre|responder|respuesta|antwort|antworten|antwoord|rispondere|responda)|` +
		`do[-_.]?not[-_.]?reply|mailer[-_.]?daemon|^postmaster$|^bounces?\b|^notifications?$|unattended|unmonitored`)
	// replyPrefix are the marks of an answer that clients of several languages put before a subject.
	replyPrefix = regexp.MustCompile(`(?i)^\s*(?:re|aw|antw|antwort|sv|vs|rif|r|res|odp|vá)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*`)
)

// MessageID derives the Message-ID (without angle brackets) of the letter of a step. It says nothing but that key. A letter that
// is placed again, since the user took back its deletion, has an id of its own: the old copy lies in Trash, and some providers
// bring that one back for an id that they know (MAIL.md section 1).
func MessageID(key string, again int, domain string) string {
	name := "letter\x00" + key
	if again > 0 {
		name += "\x00" + strconv.Itoa(again)
	}
	sum := sha256.Sum256([]byte(name))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:26]) + "@" + domain
}

// headers decides recipients, subject and thread (MAIL.md section 1, POLICY.md section 4). A thread whose last mail cannot be
// answered is not answered: a new one starts, without a false "Re:".
func headers(s cadence.Step, id Identity, subject string, now time.Time) (header, error) {
	h := header{date: now, subject: subject}
	h.to = mailbox.Address{Name: displayName(s.To.Name), Address: s.To.Address}
	h.from = mailbox.Address{Name: clean(id.Name), Address: id.Address}
	if s.From != "" {
		h.from.Address = s.From
	}
	var f []LintFinding
	refuse := func(rule, format string, args ...any) {
		f = append(f, LintFinding{Rule: rule, Text: fmt.Sprintf(format, args...)})
	}
	switch {
	case h.to.Address == "":
		refuse("recipient", "the letter has no addressee")
	case !address.MatchString(h.to.Address):
		refuse("recipient", "%q is no address that can be written to", clean(h.to.Address))
	case noReply.MatchString(local(h.to.Address)):
		refuse("recipient", "%s does not read answers", h.to.Address)
	case strings.EqualFold(h.to.Address, h.from.Address), strings.EqualFold(h.to.Address, id.Address):
		refuse("recipient", "%s is your own address", h.to.Address)
	}
	if !address.MatchString(h.from.Address) {
		refuse("sender", "%q is no address to write from", clean(h.from.Address))
	}
	domain := id.MessageIDDomain
	if domain == "" {
		_, domain, _ = strings.Cut(h.from.Address, "@")
	}
	h.messageID = MessageID(s.Key, s.Again, strings.ToLower(domain))
	if !msgID.MatchString(h.messageID) {
		refuse("sender", "%q is no domain for a Message-ID", clean(domain))
	}
	if t := s.Thread; t != nil && !t.NoReply {
		h.subject = replySubject(t.Subject, subject)
		h.references = references(t.References, t.InReplyTo, t.MessageID)
		if validID(t.MessageID) {
			h.inReplyTo = bare(t.MessageID)
		}
	} else if replyPrefix.MatchString(subject) {
		refuse("subject", "a new thread must not look like an answer: %q", subject)
	}
	if h.subject == "" {
		refuse("subject", "the letter has no subject")
	}
	if len(f) > 0 {
		return header{}, &LintError{Kind: s.Kind, Findings: f}
	}
	return h, nil
}

// displayName is a name as it may stand before an address; one that could be taken for an address is left out.
func displayName(s string) string {
	s = clean(s)
	if strings.ContainsAny(s, "<>@\"\\") || len([]rune(s)) > 80 {
		return ""
	}
	return s
}

// replySubject is "Re: " and the original subject without the marks of earlier answers; marks of lists and forwards stay, so
// that providers which compare subjects keep the thread. A mail without a subject takes ours.
func replySubject(original, ours string) string {
	original = clean(original)
	for {
		rest := replyPrefix.ReplaceAllString(original, "")
		if rest == original {
			break
		}
		original = rest
	}
	if original == "" {
		original = ours
	}
	return "Re: " + original
}

// references lists the thread's ids, oldest first and the answered one last (RFC 5322 section 3.6.4).
func references(refs, inReplyTo []string, last string) []string {
	var out []string
	seen := map[string]bool{}
	if len(refs) == 0 && len(inReplyTo) == 1 {
		refs = inReplyTo
	}
	last = bare(last)
	for _, r := range refs {
		if r = bare(r); validID(r) && !seen[r] && r != last {
			seen[r] = true
			out = append(out, r)
		}
	}
	if validID(last) {
		out = append(out, last)
	}
	if len(out) > maxReferences {
		out = append(out[:1:1], out[len(out)-maxReferences+1:]...)
	}
	return out
}

func bare(id string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(id), "<"), ">")
}

// validID reports whether id may stand in a header: what a stranger wrote there is dropped if not.
func validID(id string) bool {
	id = bare(id)
	return len(id) <= 250 && msgID.MatchString(id) && !strings.Contains(id, "=?")
}

func local(addr string) string {
	l, _, _ := strings.Cut(addr, "@")
	return l
}
