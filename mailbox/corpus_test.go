package mailbox

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// corpus returns the folder of collected mail, or skips the test.
func corpus(t testing.TB, sub string) string {
	t.Helper()
	dir := os.Getenv("HEARDBACK_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	dir = filepath.Join(dir, sub)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("SKIPPED: no collected mail at %s; set HEARDBACK_CORPUS", dir)
	}
	return dir
}

// eachMail calls f with every file below the folder.
func eachMail(t testing.TB, dir string, f func(path string, raw []byte)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f(path, raw)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestParseCollectedMail(t *testing.T) {
	for sub, want := range map[string]int{"ham": 2500, "spam": 500, "mime": 214} {
		t.Run(sub, func(t *testing.T) {
			n := 0
			eachMail(t, corpus(t, sub), func(path string, raw []byte) {
				n++
				m, err := Parse(bytes.NewReader(raw), Options{})
				if err != nil && len(bytes.TrimSpace(raw)) > 0 {
					t.Errorf("%s: %v", path, err)
				}
				checkMessage(t, path, &m)
			})
			if n < want {
				t.Errorf("files: got %d, want %d", n, want)
			}
		})
	}
}
