package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
	"heardback/employer"
	"heardback/employer/sqlite"
	"heardback/round/story"
)

// says is all that status and show say of a view.
func (v *view) says(t *testing.T) string {
	t.Helper()
	parts := []any{v.overview(), must(v.status())}
	for _, a := range v.book.Applications {
		parts = append(parts, v.whole(a))
	}
	text, err := compact(parts)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSnapshotHoldsAsLongAsItSays compares, for the searches of the stories and at many moments, what was kept with what the fold of
// all events says later within its span. Fewer moments are tried without HEARDBACK_FULL.
func TestSnapshotHoldsAsLongAsItSays(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(top, "round", "testdata", "stories")
	files, err := fs.Glob(os.DirFS(dir), "*.story")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	checked, moments := 0, 8
	if full() {
		moments = 25
	}
	for i, name := range files {
		if i%2 != 0 {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		s, err := story.Parse(name, bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		st := tell(t, s.Runs()[0])
		events := must(st.store.Events(t.Context()))
		c := &config.Config{Policy: cadence.Default()}
		c.Seeker.Location = s.Zone
		for range moments {
			at := s.From.Add(time.Duration(random.Int64N(int64(s.Until.Sub(s.From) + 30*24*time.Hour)))).In(s.Zone)
			events := slices.DeleteFunc(slices.Clone(events), func(e employer.Event) bool { return e.Learned.After(at) })
			kept := makeView(c, events, at)
			want := kept.says(t)
			until := kept.until()
			for _, later := range []time.Time{until.Add(-time.Nanosecond), at.Add(time.Duration(random.Int64N(int64(until.Sub(at)))))} {
				if got := makeView(c, events, later).says(t); got != want {
					t.Errorf("%s: what was kept at %s until %s is wrong at %s:\n%s", name, at, until, later, difference(want, got))
				}
				checked++
			}
		}
	}
	t.Logf("%d comparisons", checked)
}

// difference shows where two texts part.
func difference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	i = max(0, i-80)
	return fmt.Sprintf("kept …%s\nnow  …%s", a[i:min(len(a), i+300)], b[i:min(len(b), i+300)])
}

// TestSnapshotIsUsedAndNeverStale: a second status takes the snapshot; a new event, another configuration, a later day, a forgotten
// employer do not.
func TestSnapshotIsUsedAndNeverStale(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	o.learn(o.mail(22, employer.KindConfirmation, ""), o.other(21, employer.KindConfirmation))
	path := filepath.Join(o.dir, "state", databaseName)
	// used says whether status would take the snapshot: it is marked, and the mark must show.
	mark := func() {
		t.Helper()
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		parts := map[string][]byte{}
		err = store.Recall(t.Context(), func(k *sqlite.Snapshot) error {
			const id = "mail:m22@northwind.example"
			for _, name := range []string{partHead, partNeeds, partAsked, partLine + "northwind example\x01Data Analyst\x01" + id, partStatus + "northwind example\x01Data Analyst\x01" + id, partApp + id} {
				b, err := k.Value(name)
				if err != nil || b == nil {
					return fmt.Errorf("%s is not kept: %v", name, err)
				}
				parts[name] = bytes.ReplaceAll(bytes.Clone(b), []byte("Data Analyst"), []byte("MARK"))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		sums := map[string][]byte{}
		for name := range parts {
			sums[name] = []byte("marked")
		}
		if err := store.Remember(t.Context(), sums, func(name string) ([]byte, error) { return parts[name], nil }); err != nil {
			t.Fatal(err)
		}
	}
	used := func(what string, want bool) {
		t.Helper()
		for _, args := range [][]string{{"status"}, {"status", "--json"}, {"show", "northwind"}} {
			if got := strings.Contains(o.ok(args...), "MARK"); got != want {
				t.Errorf("%s: %v took the snapshot: %v, want %v", what, args, got, want)
			}
			if !want {
				return // the first one has made a new one
			}
		}
	}
	fresh := o.ok("status", "--json")
	if again := o.ok("status", "--json"); again != fresh {
		t.Errorf("the snapshot says something else:\n%s\n%s", fresh, again)
	}
	text, shown := o.ok("status", "--at", "2027-03-01"), o.ok("show", "northwind", "--at", "2027-03-01")
	if again := o.ok("status"); again != text || o.ok("show", "northwind") != shown {
		t.Errorf("the snapshot says something else:\n%s\n%s", text, again)
	}
	mark()
	used("nothing happened", true)
	o.now = o.now.Add(3 * time.Hour)
	used("three hours later", true)
	if out := o.ok("status", "--at", "2027-03-02"); strings.Contains(out, "MARK") {
		t.Error("--at took the snapshot of now")
	}
	o.now = o.now.Add(12 * time.Hour)
	used("on the next day", false)
	mark()
	o.now = o.now.Add(-24 * time.Hour)
	used("the clock was turned back", false)
	mark()
	o.ok("log", "oakmere", "note", "a word")
	used("after an event", false)
	mark()
	config := filepath.Join(o.dir, "config.toml")
	before, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, bytes.Replace(before, []byte(`country = "US"`), []byte(`country = "DE"`), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	used("another configuration", false)
	mark()
	o.ok("forget", "oakmere", "--yes")
	used("an employer was forgotten", false)
	if got := o.traces("oakmere", "route planner"); len(got) != 0 {
		t.Errorf("the snapshot remembers what was forgotten: %v", got)
	}
}

// TestSnapshotAmendedIsSnapshotAnew: a daemon that only writes what changed keeps the same as one that writes all, whatever other programs
// keep meanwhile.
func TestSnapshotAmendedIsSnapshotAnew(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	c := must(config.Load(filepath.Join(o.dir, "config.toml")))
	store := must(sqlite.Open(t.Context(), filepath.Join(o.dir, "amended.db")))
	defer store.Close()
	anew := must(sqlite.Open(t.Context(), filepath.Join(o.dir, "anew.db")))
	defer anew.Close()
	whole := func(s *sqlite.Store) (all []string) {
		t.Helper()
		err := s.Recall(t.Context(), func(k *sqlite.Snapshot) error {
			return k.All("", func(v []byte) error { all = append(all, string(v)); return nil })
		})
		if err != nil || len(all) == 0 {
			t.Fatalf("%d parts, %v", len(all), err)
		}
		return all
	}
	events := history(o, 12)
	slices.SortStableFunc(events, func(a, b employer.Event) int { return a.At.Compare(b.At) })
	var f employer.Folder
	var before kept
	planner := &cadence.Planner{Policy: c.Policy, Seeker: seeker(c)}
	check := func(i int, now time.Time) {
		t.Helper()
		v := &view{book: f.Book(now), zone: c.Seeker.Location}
		v.plan = planner.Make(v.book, now)
		if i%4 == 3 { // a command keeps one of its own
			must(v.remember(t.Context(), store, c, int64(i+1000), kept{}))
		}
		before = must(v.remember(t.Context(), store, c, int64(i+1), before))
		fresh := makeView(c, append([]employer.Event{}, f.Events()...), now)
		must(fresh.remember(t.Context(), anew, c, int64(i+1), kept{}))
		if got, want := whole(store), whole(anew); !slices.Equal(got, want) {
			t.Fatalf("after event %d:\n%s", i, difference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
	}
	for i, e := range events {
		if i == 300 { // a letter lies in Drafts, and then does not
			act := &employer.DraftAct{Key: "k", Kind: "status-1", App: "mail:1.0@works1.example", To: employer.Address{Address: "kim@works1.example"}}
			f.Add(employer.Event{ID: "draft:k", Kind: employer.KindDraftPlaced, At: e.At, Learned: e.At, Draft: act})
		}
		f.Add(e)
		if i%9 == 0 {
			check(i, e.At.Add(time.Duration(i%5)*11*time.Hour))
		}
	}
	rested := 0
	for day := 1; day < 200; day += 3 { // they fall silent one after the other and rest, and some are heard of again
		now := o.now.AddDate(0, 0, day)
		if day%5 == 0 {
			late := events[40*(day%12)+38]
			late.ID, late.Kind, late.At, late.Learned = fmt.Sprint("mail:late", day), []employer.Kind{employer.KindContact, employer.KindRejection}[day%2], now, now
			late.Mail = &employer.Mail{Key: late.ID, MessageID: late.ID, From: events[40*(day%12)].Mail.From, Sent: now, References: late.Mail.References}
			f.Add(late)
		}
		check(day+2000, now)
		rested = max(rested, len(before.shelf.Applications))
	}
	if rested < 6 {
		t.Errorf("%d applications rested at once, the test proves little", rested)
	}
}

// history is a long search: applications with 40 events each, an hour between their beginnings.
func history(o *offline, applications int) []employer.Event {
	kinds := []employer.Kind{employer.KindConfirmation, employer.KindContact, employer.KindInvite, employer.KindAnswer, employer.KindScheduled, employer.KindContact, employer.KindFollowup, employer.KindContact}
	base := o.now.Add(-time.Duration(applications)*time.Hour - 40*20*time.Hour)
	var events []employer.Event
	for i := range applications {
		host := fmt.Sprintf("works%d.example", i)
		for j := range 40 {
			e := o.mail(1, kinds[j%len(kinds)], "")
			if j > 0 && e.Kind == employer.KindConfirmation {
				e.Kind = employer.KindContact
			}
			id := fmt.Sprintf("%d.%d@%s", i, j, host)
			at := base.Add(time.Duration(i)*time.Hour + time.Duration(j)*20*time.Hour)
			me, them := employer.Address{Address: "robin@example.com"}, employer.Address{Name: "Kim Vale", Address: "kim@" + host}
			e.ID, e.At, e.Learned, e.Role, e.Quote = "mail:"+id, at, at, fmt.Sprintf("Role Number %d", i), "Thank you, we have received this and shall look at it with care."
			e.Party = employer.Party{Name: fmt.Sprintf("%c%c%c Works", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26), From: "sender-name"}
			e.Mail = &employer.Mail{Key: id, MessageID: id, From: them, To: []employer.Address{me}, Subject: "Your application", Sent: at}
			e.Contacts = []employer.Contact{{Name: them.Name, Address: them.Address, Human: true, Wrote: true}}
			if j > 0 {
				e.Mail.References = []string{fmt.Sprintf("%d.%d@%s", i, j-1, host)}
			}
			switch e.Kind {
			case employer.KindAnswer, employer.KindFollowup:
				e.Mail.From, e.Mail.To, e.Mail.Own, e.Contacts = me, []employer.Address{them}, true, nil
			case employer.KindScheduled:
				e.Interview = &employer.Interview{UID: "u" + id, Start: at.Add(30 * time.Hour), End: at.Add(31 * time.Hour), Zone: "Europe/Berlin"}
			}
			events = append(events, e)
		}
	}
	return events
}
