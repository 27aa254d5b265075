package mbox

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func write(t testing.TB, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zip(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// items walks and copies what it visits.
func items(t testing.TB, paths ...string) ([]Item, error) {
	t.Helper()
	var out []Item
	err := Walk(context.Background(), paths, func(i Item) error {
		i.Raw = bytes.Clone(i.Raw)
		out = append(out, i)
		return nil
	})
	return out, err
}

// bodies joins the subjects and bodies of items, for comparison.
func bodies(list []Item) string {
	var b strings.Builder
	for _, i := range list {
		_, body, _ := strings.Cut(strings.ReplaceAll(string(i.Raw), "\r\n", "\n"), "\n\n")
		fmt.Fprintf(&b, "[%s]%s", headerField(i.Raw, "Subject"), body)
	}
	return b.String()
}

const sep = "From a@example.com Wed Feb  3 10:00:00 2027\n"

func TestVariants(t *testing.T) {
	long := "x\n\nFrom here on 12:00 2027 it is text\nSubject: no\n\ny\n"
	cases := map[string]struct{ file, want string }{
		"mboxo":            {sep + "Subject: 1\n\n>From now on\n>>From twice\n\n" + sep + "Subject: 2\n\nb\n", "[1]From now on\n>From twice\n[2]b\n"},
		"crlf":             {strings.ReplaceAll(sep+"Subject: 1\n\na\n\n"+sep+"Subject: 2\n\nb\n", "\n", "\r\n"), "[1]a\n[2]b\n"},
		"no empty line":    {sep + "Subject: 1\n\na\n" + sep + "Subject: 2\n\nb\n", "[1]a\n[2]b\n"},
		"text with From":   {sep + "Subject: 1\n\na\n\nFrom the start it was good.\nb\n\n" + sep + "Subject: 2\n\nb\n", "[1]a\n\nFrom the start it was good.\nb\n[2]b\n"},
		"mboxcl2":          {sep + fmt.Sprintf("Subject: 1\nContent-Length: %d\n\n", len(long)+11) + long + ">From kept\n\n" + sep + "Subject: 2\n\nb\n", "[1]" + long + ">From kept\n[2]b\n"},
		"mboxcl":           {sep + "Subject: 1\nContent-Length: 9\n\n>From it\n\n" + sep + "Subject: 2\n\nb\n", "[1]From it\n[2]b\n"},
		"wrong length":     {sep + "Subject: 1\nContent-Length: 3000\n\na\n\n" + sep + "Subject: 2\nContent-Length: 0\n\nb\n", "[1]a\n[2]b\n"},
		"takeout":          {"From 1693@xxx Wed Feb 03 10:00:00 +0000 2027\r\nX-GM-THRID: 1\r\nSubject: 1\r\n\r\na\r\n", "[1]a\n"},
		"thunderbird":      {"From - Wed Feb 03 10:00:00 2027\nX-Mozilla-Status: 0001\nSubject: 1\n\na\n", "[1]a\n"},
		"leading blanks":   {"\n\n" + sep + "Subject: 1\n\na\n", "[1]a\n"},
		"single message":   {"Subject: 1\n\na\nFrom x\n", "[1]a\nFrom x\n"},
		"emlx":             {"15\nSubject: 1\n\nab\n<?xml version=\"1.0\"?>\n<plist/>\n", "[1]ab\n"},
		"forwarded inside": {sep + "Subject: 1\n\na\n> From b@example.com Wed Feb  3 10:00:00 2027\n> Subject: x\n", "[1]a\n> From b@example.com Wed Feb  3 10:00:00 2027\n> Subject: x\n"},
	}
	for name, c := range cases {
		for _, packed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/gzip=%v", name, packed), func(t *testing.T) {
				content := c.file
				if packed {
					content = zip(t, content)
				}
				got, err := items(t, write(t, t.TempDir(), "m", content))
				if err != nil {
					t.Fatalf("Walk: %v", err)
				}
				if bodies(got) != c.want {
					t.Errorf("got %q, want %q", bodies(got), c.want)
				}
			})
		}
	}
}

func TestOffsets(t *testing.T) {
	content := sep + "Subject: 1\n\na\n\n" + sep + "Subject: 2\n\nb\n"
	got, err := items(t, write(t, t.TempDir(), "m", content))
	if err != nil || len(got) != 2 {
		t.Fatalf("got %d items and %v, want 2", len(got), err)
	}
	for _, i := range got {
		if rest := content[i.Offset:]; !strings.HasPrefix(rest, string(i.Raw)) {
			t.Errorf("at %d: got %q, want %q", i.Offset, rest, i.Raw)
		}
	}
}

func TestFolders(t *testing.T) {
	dir := t.TempDir()
	mail := func(n int) string { return fmt.Sprintf("Subject: %d\n\n", n) }
	write(t, dir, "b/2.eml", mail(6))
	write(t, dir, "b/1.eml", mail(5))
	write(t, dir, "b/notes.txt", "no mail at all")
	write(t, dir, "b/.DS_Store", "Subject: hidden\n\n")
	write(t, dir, "a/cur/1700000002.x:2,RS", mail(2))
	write(t, dir, "a/new/1700000001.x", mail(1))
	write(t, dir, "a/tmp/1700000000.x", mail(0))
	write(t, dir, "a/.Sent/cur/1700000003.x:2,S", mail(3))
	write(t, dir, "a/.INBOX.Drafts/cur/1700000004.x:2,D", mail(4))
	write(t, dir, "Gesendet.mbox.gz", zip(t, sep+mail(0)))
	got, err := items(t, dir)
	if err != nil {
		t.Fatalf("Walk: %v", err)
	}
	if got, want := bodies(got), "[0][1][2][4][3][5][6]"; got != want {
		t.Errorf("order: got %s, want %s", got, want)
	}
	if len(got) != 7 {
		t.Fatal("not all were visited")
	}
	for n, want := range []bool{true, false, false, false, true, false, false} {
		if got[n].Sent != want {
			t.Errorf("%s: Sent: got %v, want %v", got[n].Path, got[n].Sent, want)
		}
	}
	if got, want := got[2].Flags, Seen|Answered; got != want {
		t.Errorf("flags: got %b, want %b", got, want)
	}
	if got[3].Flags&Draft == 0 {
		t.Error("a draft is not marked as one")
	}
}

func TestTakeoutLabels(t *testing.T) {
	path := write(t, t.TempDir(), "All mail.mbox", sep+"X-Gmail-Labels: =?UTF-8?Q?Gesendet,Wichtig?=\nSubject: 1\n\n"+
		sep+"X-Gmail-Labels: Archived,\n Spam,Unread\nSubject: 2\n\n")
	got, err := items(t, path)
	if err != nil || len(got) != 2 {
		t.Fatalf("got %d items and %v, want 2", len(got), err)
	}
	if !got[0].Sent || got[0].Flags != Seen {
		t.Errorf("first: got Sent %v flags %b, want a seen sent one", got[0].Sent, got[0].Flags)
	}
	if got[1].Sent || got[1].Flags != Spam {
		t.Errorf("second: got Sent %v flags %b, want unseen spam", got[1].Sent, got[1].Flags)
	}
}

func TestLongMessageIsCut(t *testing.T) {
	path := write(t, t.TempDir(), "m", sep+"Subject: 1\n\n"+strings.Repeat("long line without end ", 300000)+"\n\n"+sep+"Subject: 2\n\nb\n")
	got, err := items(t, path)
	if err != nil || len(got) != 2 {
		t.Fatalf("got %d items and %v, want 2", len(got), err)
	}
	if !got[0].Truncated || len(got[0].Raw) != MaxRaw {
		t.Errorf("first: got %d bytes, truncated %v, want %d, true", len(got[0].Raw), got[0].Truncated, MaxRaw)
	}
	if got[1].Truncated || bodies(got[1:]) != "[2]b\n" {
		t.Errorf("second: got %q", got[1].Raw)
	}
}

func TestErrorsNamePlaceAndGoOn(t *testing.T) {
	dir := t.TempDir()
	cut := zip(t, sep+"Subject: 1\n\n"+strings.Repeat("abcdefghijklm", 1000)+"\n\n")
	broken := write(t, dir, "a.mbox.gz", cut[:len(cut)-12])
	archive := write(t, dir, "b.zip", "PK\x03\x04rest")
	missing := filepath.Join(dir, "none")
	good := write(t, dir, "c.eml", "Subject: 3\n\nc\n")
	got, err := items(t, broken, archive, missing, good)
	if len(got) != 2 || !strings.HasPrefix(bodies(got[1:]), "[3]c") {
		t.Errorf("got %d items, want the broken one's text and the good one", len(got))
	}
	for _, want := range []string{broken + " at byte", archive + ": a zip archive", missing + ": no such file"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got error %v, want %q in it", err, want)
		}
	}
	var e *Error
	if !errors.As(err, &e) || e.Path != broken || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v, want an *Error for %s", err, broken)
	}
}

func TestStopsForVisitAndContext(t *testing.T) {
	path := write(t, t.TempDir(), "m", strings.Repeat(sep+"Subject: 1\n\na\n\n", 10))
	stop := errors.New("enough")
	n := 0
	err := Walk(context.Background(), []string{path}, func(Item) error {
		if n++; n == 3 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 3 {
		t.Errorf("visit: got %v after %d, want %v after 3", err, n, stop)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	err = Walk(ctx, []string{path}, func(Item) error {
		n++
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("context: got %v after %d, want %v after 1", err, n, context.Canceled)
	}
}

func TestProgressReachesTheTotal(t *testing.T) {
	dir := t.TempDir()
	size := 0
	for i, c := range []string{sep + "Subject: 1\n\n", zip(t, sep+"Subject: 2\n\n"), "nothing of interest"} {
		write(t, dir, fmt.Sprint(i), c)
		size += len(c)
	}
	var done, total int64
	o := Options{Progress: func(d, all int64) {
		if d < done {
			t.Errorf("progress went back from %d to %d", done, d)
		}
		done, total = d, all
	}}
	if err := o.Walk(context.Background(), []string{dir}, func(Item) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if done != int64(size) || total != int64(size) {
		t.Errorf("got %d of %d, want %d of %d", done, total, size, size)
	}
}

// The memory that a walk asks for does not depend on the size of the file.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	dir := t.TempDir()
	one := sep + "Subject: 1\n\n" + strings.Repeat("some text of a line\n", 200) + "\n"
	small, large := write(t, dir, "small", strings.Repeat(one, 10)), write(t, dir, "large", strings.Repeat(one, 4000))
	allocated := func(path string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		n := 0
		if err := Walk(context.Background(), []string{path}, func(Item) error { n++; return nil }); err != nil || n < 10 {
			t.Fatalf("Walk: %d messages, %v", n, err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	few, many := allocated(small), allocated(large)
	if most := few + 4000*300; many > most {
		t.Errorf("16 MB: allocated %d bytes, want at most %d", many, most)
	}
}
