package classifier_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/classifier"
	"heardback/mailbox"
	"heardback/round/story"
)

// TestStoryMail reads every mail of round/testdata/stories in its thread, as a round does, and compares the kind with what the
// story says that a careful reader takes it for. None may be accepted as something else; most must be accepted as what they are.
// The mails were written without a look at the rules; a rule that fits one of them and nothing else is worth nothing.
func TestStoryMail(t *testing.T) {
	files, err := filepath.Glob("../round/testdata/stories/*.story")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	right, asked, missed, wrong := 0, 0, 0, 0
	seen := map[string]bool{}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := story.Parse(filepath.Base(path), bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range s.Runs() {
			threads := map[string][]classifier.ThreadItem{}
			var known []*classifier.KnownEmployer
			book := &classifier.Employers{}
			for _, mail := range run.Mails() {
				m, err := mailbox.Parse(bytes.NewReader(mail.Raw), mailbox.Options{Own: []string{run.Me.Address}})
				if err != nil {
					t.Fatal(err)
				}
				c := classifier.Context{Zone: run.Zone, Employers: book, Me: []mailbox.Address{{Name: run.Me.Name, Address: run.Me.Address}}}
				for _, id := range m.References {
					c.Thread = append(c.Thread, threads[id]...)
				}
				f := classifier.Classify(&m, c, classifier.UserLayer{})
				threads[m.ID] = []classifier.ThreadItem{{Own: m.Own, Kind: f.Kind, Acts: f.Acts, Employer: f.Employer.Name, Role: f.Role, At: m.Sent()}}
				if f.Accepted && f.Kind == classifier.Confirmation {
					known = append(known, &classifier.KnownEmployer{Name: f.Employer.Name})
					book.Put(known[len(known)-1])
				}
				if f.Accepted && f.Kind == classifier.Interview {
					for _, k := range known {
						if k.Name == f.Employer.Name {
							k.Talk = m.Sent()
							if f.Interview != nil {
								k.Talk = f.Interview.Start
							}
						}
					}
				}
				at := filepath.Base(path) + ":" + m.Subject
				if mail.Means == "" || m.Own || seen[at] {
					continue
				}
				seen[at] = true
				kind, sub, _ := strings.Cut(mail.Means, "/")
				same := string(f.Kind) == kind && (sub == "" || string(f.SubKind) == sub)
				switch {
				case f.Ask:
					asked++
					t.Logf("asked   %s:%d %q is %s, guess %s/%s %.2f", filepath.Base(path), mail.Line, m.Subject, mail.Means, f.Kind, f.SubKind, f.Confidence)
				case same:
					right++
				case f.Kind == classifier.Other:
					missed++
					t.Logf("missed  %s:%d %q is %s", filepath.Base(path), mail.Line, m.Subject, mail.Means)
				default:
					wrong++
					t.Logf("WRONG   %s:%d %q is %s, accepted as %s/%s %.2f", filepath.Base(path), mail.Line, m.Subject, mail.Means, f.Kind, f.SubKind, f.Confidence)
				}
			}
		}
	}
	all := right + asked + missed + wrong
	t.Logf("%d mails: %d right, %d asked, %d missed, %d accepted wrongly", all, right, asked, missed, wrong)
	if wrong > 0 || right*100 < 90*all {
		t.Errorf("got %d of %d right and %d accepted wrongly; want at least 90 %% right and none wrong", right, all, wrong)
	}
}
