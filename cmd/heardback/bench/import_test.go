package bench

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"heardback/mailbox/imap/dovecot"
)

// BenchmarkImport takes an mbox of HEARDBACK_BENCH_IMPORT megabytes (128) into an empty book, and one of an eighth of it: the memory must
// not grow with the file.
func BenchmarkImport(b *testing.B) {
	program := build(b)
	megabytes := number("HEARDBACK_BENCH_IMPORT", 128)
	for range b.N {
		small := importOf(b, program, max(megabytes/8, 1))
		large := importOf(b, program, megabytes)
		b.ReportMetric(float64(megabytes)/large.time.Seconds(), "MB/s")
		b.ReportMetric(float64(large.memory)/1e6, "peak-MB")
		b.ReportMetric(float64(large.memory)/float64(small.memory), "of-an-eighth")
		b.Logf("%d MB: %s, CPU %s, at most %.1f MB of memory; an eighth of it: at most %.1f MB\n%s", megabytes, large.time.Round(time.Millisecond), large.cpu.Round(time.Millisecond),
			float64(large.memory)/1e6, float64(small.memory)/1e6, large.output)
	}
}

// importOf writes an mbox of about so many megabytes and imports it.
func importOf(b *testing.B, program string, megabytes int) cost {
	b.Helper()
	path := filepath.Join(b.TempDir(), "archive.mbox")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w, g, octets := bufio.NewWriter(f), newGenerator(), 0
	for n := 0; octets < megabytes*1_000_000; n++ {
		raw, at := g.message(n, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		raw = bytes.ReplaceAll(raw, []byte("\nFrom "), []byte("\n>From "))
		k, _ := fmt.Fprintf(w, "From - %s\n%s\n", at.Format(time.ANSIC), raw) // Flush tells of an error
		octets += k
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	config := configure(b, &dovecot.Server{Port: 1, User: "robin", Password: "secret"})
	if err := os.Mkdir(filepath.Join(filepath.Dir(config), "state"), 0o700); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	cmd := exec.Command(program, "--config", config, "import", "--yes", path)
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	ended, peak := make(chan struct{}), make(chan int64)
	go func() { peak <- watch(cmd.Process.Pid, ended) }()
	err = cmd.Wait()
	took := time.Since(start)
	close(ended)
	memory := <-peak
	if err != nil {
		b.Fatalf("import: %v\n%s", err, out.String())
	}
	if err := os.Remove(path); err != nil {
		b.Fatal(err)
	}
	tail := out.Bytes()
	return cost{time: took, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory: memory, output: string(tail[max(0, len(tail)-200):])}
}
