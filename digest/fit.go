package digest

import (
	"heardback/mailbox"
)

// most is how large a letter may become; mail programs cut longer ones (MAIL.md section 7).
const most = 80 << 10

// limits are the lengths that the lists of a letter are tried at, the longest first. What needs the user is never cut, and the
// letters that observe mode shows in full (POLICY.md rule 16) are cut last.
var limits = []int{40, 25, 15, 10, 6, 3, 1}

// fitted composes c so that the letter stays within most, and returns what is left of c: lists are shortened, then the quotes and the picture go.
func fitted(g *gatherer, key string, c content) (l mailbox.Letter, short content, err error) {
	for i := 0; i <= len(limits); i++ {
		short = c.shortened(g, limits[min(i, len(limits)-1)], i == len(limits))
		html, err := short.html(g.w.language, byContentID)
		if err != nil {
			return l, short, err
		}
		if l, err = compose(g.in, key, short, html); err != nil || len(l.Raw) <= most {
			return l, short, err
		}
	}
	return l, short, nil
}

// shortened cuts the lists to limit items and says how many more there are. Bare leaves out what only adorns: quotes and the
// picture.
func (c content) shortened(g *gatherer, limit int, bare bool) content {
	sections := c.Sections
	c.Sections = nil
	for _, s := range sections {
		whole := s.ID == "needs" || s.ID == "week" || s.ID == "numbers" || s.ID == "would" && limit > 3
		if n := len(s.Items) - limit; !whole && n > 0 {
			s.Items = s.Items[:limit]
			s.More = g.w.count("more", n)
		}
		if bare {
			s.Picture = nil
			items := s.Items
			s.Items = nil
			for _, i := range items {
				i.Quote = ""
				s.Items = append(s.Items, i)
			}
		}
		c.Sections = append(c.Sections, s)
	}
	return c
}
