package mbox

import (
	"bytes"
	"mime"
	"path/filepath"
	"strings"
)

// folders maps the names that mail programs give their folders and labels, in lower case, to what lies in them.
var folders = map[string]Flags{
	"drafts": Draft, "draft": Draft, "entwürfe": Draft, "brouillons": Draft, "borradores": Draft, "concepten": Draft, "bozze": Draft, "rascunhos": Draft,
	"trash": Trashed, "deleted items": Trashed, "deleted messages": Trashed, "papierkorb": Trashed, "gelöschte elemente": Trashed, "corbeille": Trashed,
	"éléments supprimés": Trashed, "papelera": Trashed, "elementos eliminados": Trashed, "prullenbak": Trashed, "verwijderde items": Trashed, "cestino": Trashed, "posta eliminata": Trashed, "lixeira": Trashed, "itens excluídos": Trashed,
	"spam": Spam, "junk": Spam, "junk e-mail": Spam, "junk email": Spam, "bulk mail": Spam, "junk-e-mail": Spam, "courrier indésirable": Spam, "correo no deseado": Spam, "ongewenste e-mail": Spam, "posta indesiderata": Spam, "lixo eletrônico": Spam,
}

// sentNames are the names of folders and labels for sent mail.
var sentNames = map[string]bool{
	"sent": true, "sent items": true, "sent messages": true, "sent mail": true, "sent-mail": true, "sentmail": true, "sent_mail": true, "outbox sent": true,
	"gesendet": true, "gesendete elemente": true, "gesendete objekte": true, "gesendete nachrichten": true, "envoyés": true, "envoyé": true, "messages envoyés": true, "éléments envoyés": true, "message envoyés": true,
	"enviados": true, "enviado": true, "elementos enviados": true, "mensajes enviados": true, "verzonden": true, "verzonden items": true, "verzonden berichten": true, "inviati": true, "inviata": true, "posta inviata": true, "elementi inviati": true,
	"itens enviados": true, "mensagens enviadas": true, "e-mails enviados": true, "correo enviado": true,
}

// mark reads what the folder's name, the file's name and the message's own status fields say.
func (i *Item) mark() {
	i.folder(folderName(i.Path))
	if dir := filepath.Dir(i.Path); filepath.Base(dir) == "cur" || filepath.Base(dir) == "new" {
		i.maildirFlags(filepath.Base(i.Path))
	}
	head := i.Raw[:min(len(i.Raw), 64<<10)]
	for _, f := range [...]string{"X-Gmail-Labels", "Status", "X-Status"} {
		value := headerField(head, f)
		switch {
		case value == "":
		case f == "X-Gmail-Labels":
			i.labels(value)
		default:
			i.status(value)
		}
	}
}

// folderName returns the name of the folder that a file stands for or lies in: "Sent.mbox", "Sent/cur/…", ".INBOX.Sent/cur/…",
// "Sent.mbox/mbox", "Sent/1.eml".
func folderName(path string) string {
	dir, base := filepath.Split(filepath.Clean(path))
	dir = filepath.Clean(dir)
	up := filepath.Base(dir)
	switch {
	case up == "cur" || up == "new":
		base = filepath.Base(filepath.Dir(dir))
	case strings.EqualFold(base, "mbox"), strings.HasSuffix(strings.ToLower(base), ".eml"), strings.HasSuffix(strings.ToLower(base), ".eml.gz"):
		base = up
	case strings.HasSuffix(strings.ToLower(base), ".emlx"):
		if up == "Messages" {
			up = filepath.Base(filepath.Dir(dir))
		}
		base = up
	}
	base = strings.ToLower(base)
	for _, ext := range [...]string{".gz", ".mbox", ".mbx", ".mbs"} {
		base = strings.TrimSuffix(base, ext)
	}
	if j := strings.LastIndexAny(base, "./"); j >= 0 && j+1 < len(base) { // Maildir++ writes the whole path
		base = base[j+1:]
	}
	return strings.TrimSpace(base)
}

// folder marks the item by the name of its folder or of one of its labels.
func (i *Item) folder(name string) {
	name = strings.ToLower(strings.TrimSpace(name))
	i.Sent = i.Sent || sentNames[name]
	i.Flags |= folders[name]
}

// maildirFlags reads the flags behind ":2,"; file systems that know no colon have ";" or "!" in its place.
func (i *Item) maildirFlags(name string) {
	at := strings.LastIndex(name, "2,")
	if at < 1 || !strings.ContainsRune(":;!_-", rune(name[at-1])) {
		return
	}
	i.letters(name[at+2:], map[rune]Flags{'S': Seen, 'R': Answered, 'F': Flagged, 'D': Draft, 'T': Trashed})
}

// labels reads the labels that Google's export writes.
func (i *Item) labels(value string) {
	var d mime.WordDecoder
	if s, err := d.DecodeHeader(value); err == nil {
		value = s
	}
	unread := false
	for label := range strings.SplitSeq(value, ",") {
		label = strings.ToLower(strings.Trim(strings.TrimSpace(label), `"`))
		switch label {
		case "unread", "ungelesen", "non lus", "no leído", "no leídos", "ongelezen", "da leggere", "não lidas", "não lida":
			unread = true
		case "starred", "markiert":
			i.Flags |= Flagged
		}
		i.folder(label)
	}
	if !unread {
		i.Flags |= Seen
	}
}

// status reads Status and X-Status as mutt, Dovecot and their ancestors write them.
func (i *Item) status(value string) {
	i.letters(value, map[rune]Flags{'R': Seen, 'A': Answered, 'F': Flagged, 'T': Draft, 'D': Trashed})
}

// letters sets the flags that letters stand for; others say nothing.
func (i *Item) letters(value string, flags map[rune]Flags) {
	for _, c := range value {
		i.Flags |= flags[c]
	}
}

// headerField returns the unfolded value of a field of the header, "" without it.
func headerField(raw []byte, name string) string {
	for len(raw) > 0 {
		line, rest, _ := bytes.Cut(raw, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			return ""
		}
		if len(line) > len(name) && line[len(name)] == ':' && strings.EqualFold(string(line[:len(name)]), name) {
			value := string(bytes.TrimSpace(line[len(name)+1:]))
			for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
				line, rest, _ = bytes.Cut(rest, []byte("\n"))
				value += " " + string(bytes.TrimSpace(line))
			}
			return value
		}
		raw = rest
	}
	return ""
}
