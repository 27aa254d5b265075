package mbox

import (
	"bytes"
	"context"
	"testing"
)

func FuzzWalk(f *testing.F) {
	f.Add([]byte(sep + "Subject: 1\n\n>From a\n\n" + sep + "Content-Length: 3\n\nab\n\n" + sep))
	f.Add([]byte("From - Wed Feb 03 10:00:00 2027\nContent-Length: 99999999999999999\n\na\nFrom \n\nFrom x@y 1:1 2000\nA: b\n"))
	f.Add([]byte("17\nSubject: 1\n\nab\n<plist>"))
	f.Add([]byte("Subject: x\r\n\r\nFrom y\r\n"))
	f.Add([]byte(zip(f, sep+"Subject: 1\n\na\n")))
	f.Add([]byte("\n\nFrom \n>From \n\n>>From \n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := write(t, t.TempDir(), "m", string(content))
		bytesOut, last := 0, int64(-1)
		err := Walk(context.Background(), []string{path}, func(i Item) error {
			if len(bytes.TrimSpace(i.Raw)) == 0 || len(i.Raw) > MaxRaw {
				t.Errorf("got a message of %d bytes", len(i.Raw))
			}
			if i.Offset <= last {
				t.Errorf("offset went from %d to %d", last, i.Offset)
			}
			last = i.Offset
			bytesOut += len(i.Raw)
			return nil
		})
		if zipped := len(content) > 1 && content[0] == 0x1f && content[1] == 0x8b; !zipped && bytesOut > len(content) {
			t.Errorf("got %d bytes of messages out of %d", bytesOut, len(content))
		}
		_ = err
	})
}
