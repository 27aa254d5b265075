package mailbox

import (
	"bytes"
	"strings"

	"github.com/jhillyerd/enmime/v2"
)

// What enmime may see: it takes exponential time on nested unterminated multiparts, and much memory on broken base64.
const (
	enmimeBytes      = 256 << 10
	enmimeMultiparts = 4
)

// enmimeParser is set up as leniently as it goes. None of its options bounds what it uses; the pre-scan and the limits
// above do.
var enmimeParser = enmime.NewParser(
	enmime.DisableTextConversion(true),
	enmime.DisableCharacterDetection(true),
	enmime.MaxStoredPartErrors(10),
	enmime.SkipMalformedParts(true),
	enmime.MultipartWOBoundaryAsSinglePart(true),
	enmime.StripMediaTypeInvalidCharacters(true),
	enmime.SetReadPartErrorPolicy(func(*enmime.Part, error) bool { return true }),
)

// slowly reads with enmime a message that the walker declined. Where enmime is not let near it, fails, panics or finds
// no text, what the walker found stays.
func (p *parser) slowly(raw []byte, w walker, s scan) walker {
	p.defect(w.declined)
	if len(raw) > enmimeBytes || s.multiparts > enmimeMultiparts || p.msg.Truncated {
		return w
	}
	root := readWithEnmime(raw)
	if root == nil {
		p.defect("unreadable structure: only the header is read")
		return w
	}
	attachments := p.msg.Attachments
	p.msg.Attachments = nil
	other := walker{p: p}
	other.tree(root)
	if len(other.blocks) == 0 && len(other.calendars) == 0 {
		p.msg.Attachments = attachments
		return w
	}
	return other
}

// readWithEnmime returns nil where enmime fails or panics.
func readWithEnmime(raw []byte) (root *enmime.Part) {
	defer func() {
		if recover() != nil {
			root = nil
		}
	}()
	root, err := enmimeParser.ReadParts(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	return root
}

// tree takes the leaves of what enmime read, in order.
func (w *walker) tree(part *enmime.Part) {
	for ; part != nil; part = part.NextSibling {
		if w.seen++; w.seen > maxParts {
			w.p.truncate("too many parts")
			return
		}
		if part.FirstChild != nil {
			first := len(w.blocks)
			w.tree(part.FirstChild)
			if part.ContentType == "multipart/alternative" {
				w.merge(first)
			}
			continue
		}
		content := part.Content
		if len(content) > maxText {
			content = content[:maxText]
			w.p.truncate("long text: the rest is not read")
		}
		text := strings.ReplaceAll(strings.ToValidUTF8(string(content), "\uFFFD"), "\r\n", "\n")
		kind := strings.ToLower(part.ContentType)
		switch {
		case strings.Contains(text, "BEGIN:VCALENDAR") && (kind == "text/calendar" || strings.HasSuffix(strings.ToLower(part.FileName), ".ics")):
			w.calendars = append(w.calendars, calendarPart{text, part.ContentTypeParams["method"]})
		case part.Disposition == "attachment", !strings.HasPrefix(kind, "text/") && !strings.HasPrefix(kind, "multipart/") && kind != "":
			w.attach(decodeWords(part.FileName), kind)
		default:
			w.addText(text, media{kind: kind, params: part.ContentTypeParams})
		}
	}
}
