package round

import (
	"strings"
	"time"

	"heardback/drafts"
	"heardback/employer"
)

// Notes are the notes of the user's that a letter may use, by Application.ID: those that begin with "topic:" or "gap:", noted since the
// last talk began, and "news:" or "opening:". The latest of each counts.
func Notes(b employer.Book) map[string]drafts.Notes {
	all := map[string]drafts.Notes{}
	for _, a := range b.Applications {
		var n drafts.Notes
		talk := lastTalk(a, b.Now)
		for _, x := range a.Notes {
			what, text, _ := strings.Cut(x.Text, ":")
			text = strings.TrimSpace(text)
			switch strings.ToLower(strings.TrimSpace(what)) {
			case "topic":
				if !x.At.Before(talk) {
					n.Topic = text
				}
			case "gap":
				if !x.At.Before(talk) {
					n.Gap = text
				}
			case "news":
				n.News = text
			case "opening":
				n.Opening = text
			}
		}
		if n != (drafts.Notes{}) {
			all[a.ID] = n
		}
	}
	return all
}

// lastTalk is when the last round of talks began that is held or under way.
func lastTalk(a *employer.Application, now time.Time) time.Time {
	var at time.Time
	for _, iv := range a.Interviews {
		if (iv.State == "held" || iv.State == "scheduled") && !iv.Start.After(now) && iv.Start.After(at) {
			at = iv.Start
		}
	}
	return at
}
