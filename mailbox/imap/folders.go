package imap

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// folders is what LIST told: every name, and which of them may have which role, best first.
type folders struct {
	names   []string
	delim   rune // between the components of a name, 0 where folders do not nest
	roles   map[mailbox.Folder][]string
	special map[mailbox.Folder][]string // those of roles that the server itself marks
	roots   []string                    // whose children count as if they stood at the top, in lower case
	listed  time.Time
}

// maxFolders bounds what is believed of LIST.
const maxFolders = 20_000

// uses maps the special use of RFC 6154 to roles.
var uses = map[imap.MailboxAttr]mailbox.Folder{
	imap.MailboxAttrDrafts: mailbox.Drafts,
	imap.MailboxAttrSent:   mailbox.Sent,
	imap.MailboxAttrTrash:  mailbox.Trash,
}

// discover lists the folders and finds their roles: as configured, by special use, then by localised names.
func (s *session) discover(ctx context.Context) error {
	var o *imap.ListOptions
	if s.caps.Has(imap.CapSpecialUse) && s.caps.Has(imap.CapListExtended) {
		o = &imap.ListOptions{ReturnSpecialUse: true}
	}
	var list []*imap.ListData
	tooMany := false
	err := s.run(ctx, medium, func() error {
		cmd := s.List("", "*", o)
		for d := cmd.Next(); d != nil; d = cmd.Next() {
			if len(list) >= maxFolders {
				tooMany = true
				continue
			}
			list = append(list, d)
		}
		return cmd.Close()
	})
	if err != nil {
		return err
	}
	if tooMany {
		return s.acc.err(Broken, nil, "%s lists more than %d folders: that cannot be a mailbox", s.acc.Host, maxFolders)
	}
	s.folders = roles(list, s.acc.Names, roots)
	if s.folders.lacking() && s.caps.Has(imap.CapNamespace) {
		own, err := s.namespace(ctx)
		if err != nil {
			return err
		}
		s.folders = roles(list, s.acc.Names, slices.Concat(roots, own))
	}
	s.folders.listed = time.Now()
	return nil
}

// namespace asks for the prefixes of the user's own folders (RFC 2342), without the separator at their end. A server that announces
// the command and refuses it has none.
func (s *session) namespace(ctx context.Context) (own []string, err error) {
	var data *imap.NamespaceData
	err = s.run(ctx, small, func() (err error) { data, err = s.Namespace().Wait(); return err })
	if Is(err, Refused) && !s.lost() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, n := range data.Personal {
		if p := strings.ToLower(strings.TrimSuffix(n.Prefix, string(n.Delim))); p != "" {
			own = append(own, p)
		}
	}
	return own, nil
}

// lacking reports whether a role has no candidate.
func (f *folders) lacking() bool {
	return len(f.roles[mailbox.Drafts]) == 0 || len(f.roles[mailbox.Sent]) == 0 || len(f.roles[mailbox.Trash]) == 0
}

// roles gives each role its candidates. A name counts only at the top or right beneath a root, such as INBOX or the provider's own,
// so that an archive's old "Drafts" is never taken.
func roles(list []*imap.ListData, configured map[mailbox.Folder]string, roots []string) *folders {
	f := &folders{roots: roots, roles: map[mailbox.Folder][]string{mailbox.Inbox: {"INBOX"}}}
	type named struct {
		folder string
		rank   int
	}
	byName := map[mailbox.Folder][]named{}
	bySpecialUse := map[mailbox.Folder][]string{}
	f.special = bySpecialUse
	for _, d := range list {
		if slices.Contains(d.Attrs, imap.MailboxAttrNoSelect) || slices.Contains(d.Attrs, imap.MailboxAttrNonExistent) {
			continue
		}
		f.names = append(f.names, d.Mailbox)
		if d.Delim != 0 {
			f.delim = d.Delim
		}
		for _, a := range d.Attrs {
			for use, role := range uses {
				if strings.EqualFold(string(a), string(use)) {
					bySpecialUse[role] = append(bySpecialUse[role], d.Mailbox)
				}
			}
		}
		leaf, top := leafName(d.Mailbox, d.Delim, roots)
		if !top {
			continue
		}
		for role, known := range localised {
			if rank := slices.Index(known, leaf); rank >= 0 {
				byName[role] = append(byName[role], named{d.Mailbox, rank})
			}
		}
	}
	for _, role := range []mailbox.Folder{mailbox.Drafts, mailbox.Sent, mailbox.Trash} {
		var l []string
		if name := configured[role]; name != "" {
			f.roles[role] = []string{name}
			continue
		}
		l = append(l, bySpecialUse[role]...)
		sort.SliceStable(byName[role], func(i, j int) bool { return byName[role][i].rank < byName[role][j].rank })
		for _, n := range byName[role] {
			if !slices.Contains(l, n.folder) {
				l = append(l, n.folder)
			}
		}
		f.roles[role] = l
	}
	return f
}

// roots are folders whose children count as if they stood at the top.
var roots = []string{"inbox", "[gmail]", "[google mail]"}

// leafName is a folder's name in lower case, less the root that it stands beneath, and whether it stands at the top or right beneath one.
func leafName(name string, delim rune, roots []string) (leaf string, top bool) {
	name = strings.ToLower(name)
	if delim == 0 {
		return name, true
	}
	for _, r := range roots {
		if rest, ok := strings.CutPrefix(name, r+string(delim)); ok {
			name = rest
			break
		}
	}
	return name, !strings.ContainsRune(name, delim)
}

// localised are names of folders without a special use, in lower case, the likelier first. It is data: add a name here.
var localised = map[mailbox.Folder][]string{
	mailbox.Drafts: {
		"drafts", "draft", "draft messages", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador",
		"concepten", "bozze", "rascunhos", "utkast", "kladder", "luonnokset", "szkice", "kopie robocze", "koncepty",
		"rozepsané", "piszkozatok", "ciorne", "taslaklar", "черновики", "чернетки", "πρόχειρα", "下書き", "草稿", "草稿箱",
		"임시보관함", "esborranys", "wersje robocze", "osnutki", "skice", "чернови", "טיוטות", "مسودات",
	},
	mailbox.Sent: {
		"sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete objekte",
		"gesendete elemente", "gesendete nachrichten", "gesendete", "envoyés", "éléments envoyés", "messages envoyés",
		"courrier envoyé", "enviados", "elementos enviados", "correo enviado", "mensajes enviados", "verzonden",
		"verzonden items", "verzonden berichten", "inviati", "posta inviata", "inviata", "messaggi inviati",
		"itens enviados", "mensagens enviadas", "e-mails enviados", "skickat", "skickade", "sendt", "sendte elementer",
		"lähetetyt", "wysłane", "elementy wysłane", "odeslané", "odeslaná pošta", "odoslané", "elküldött",
		"elküldött elemek", "trimise", "gönderilmiş", "gönderilmiş öğeler", "отправленные", "надіслані", "απεσταλμένα",
		"送信済み", "送信済みアイテム", "已发送", "已发送邮件", "寄件備份", "보낸편지함", "poslano", "изпратени", "נשלחו", "المرسلة", "enviats",
	},
	mailbox.Trash: {
		"trash", "deleted items", "deleted messages", "deleted", "bin", "papierkorb", "gelöscht", "gelöschte objekte",
		"gelöschte elemente", "corbeille", "éléments supprimés", "messages supprimés", "papelera", "elementos eliminados",
		"prullenbak", "prullenmand", "verwijderde items", "cestino", "posta eliminata", "lixeira", "itens excluídos",
		"itens eliminados", "lixo", "papperskorgen", "borttaget", "papirkurv", "slettede elementer", "roskakori",
		"kosz", "elementy usunięte", "koš", "odstraněná pošta", "kôš", "kuka", "törölt elemek", "coș de gunoi",
		"çöp kutusu", "silinmiş öğeler", "корзина", "удаленные", "кошик", "κάδος απορριμμάτων", "ゴミ箱", "削除済みアイテム",
		"已删除", "已删除邮件", "垃圾桶", "휴지통", "smeće", "кошче", "אשפה", "المهملات", "paperera",
	},
}

// role opens the folder of a role read-only, passing over candidates that are listed and cannot be opened. Where none is
// left, the user may have created one meanwhile, so the folders are listed anew, once a minute at most.
func (s *session) role(ctx context.Context, role mailbox.Folder) (*opened, error) {
	for {
		for _, name := range s.folders.roles[role] {
			o, err := s.examine(ctx, name)
			if Is(err, Refused) && !s.lost() {
				continue
			}
			return o, err
		}
		if time.Since(s.folders.listed) < time.Minute {
			break
		}
		if err := s.discover(ctx); err != nil {
			return nil, err
		}
	}
	if name := s.acc.Names[role]; name != "" {
		return nil, s.acc.err(NoFolder, nil, "the folder %q, which the configuration names for %s, cannot be opened: correct %s_folder, %s has %s", name, roleName[role],
			strings.ToLower(roleName[role]), s.acc.Host, s.folders)
	}
	return nil, s.acc.err(NoFolder, nil, "%s has no %s folder that can be opened: create one in your mail program, or name it in the configuration", s.acc.Host, roleName[role])
}

var roleName = map[mailbox.Folder]string{
	mailbox.Inbox: "INBOX", mailbox.Drafts: "Drafts", mailbox.Sent: "Sent", mailbox.Trash: "Trash",
}

// listed reports whether the server lists a folder, which it is asked once a minute at most.
func (s *session) listed(ctx context.Context, name string) (bool, error) {
	if time.Since(s.folders.listed) >= time.Minute {
		if err := s.discover(ctx); err != nil {
			return false, err
		}
	}
	return slices.Contains(s.folders.names, name), nil
}

// find returns the folder as the server spells it.
func (f *folders) find(name string) string {
	for _, n := range f.names {
		if n == name {
			return n
		}
	}
	for _, n := range f.names {
		if strings.EqualFold(n, name) {
			return n
		}
	}
	return name
}

// beneath returns the folders right beneath parent, by their names on the server, and what they are called there. The parent may be
// written with "/" whatever the server puts between the components, and may itself stand beneath a root such as INBOX.
func (f *folders) beneath(parent string) map[string]string {
	found := map[string]string{}
	if f.delim == 0 || parent == "" {
		return found
	}
	parent = strings.ReplaceAll(strings.Trim(parent, "/"), "/", string(f.delim))
	for _, n := range f.names {
		i := strings.LastIndex(n, string(f.delim))
		if i < 0 {
			continue
		}
		above, leaf := n[:i], n[i+len(string(f.delim)):]
		if rest, _ := leafName(above, f.delim, f.roots); rest == strings.ToLower(parent) || strings.EqualFold(above, parent) {
			found[n] = leaf
		}
	}
	return found
}

// String lists the folders for an error sentence.
func (f *folders) String() string {
	const most = 20
	if len(f.names) > most {
		return strings.Join(f.names[:most], ", ") + fmt.Sprintf(" and %d more", len(f.names)-most)
	}
	return strings.Join(f.names, ", ")
}
