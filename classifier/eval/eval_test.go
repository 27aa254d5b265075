package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const rows = `{"id":"a-1","lang":"en","real":"synthetic","label":"rejection","subject":"Your application","from":"jobs@lindgrove.example","body":"Thank you for applying. We have decided that we will not take your application forward for the Buyer position."}
{"id":"a-2","lang":"en","real":"synthetic","label":"confirmation","subject":"Application received","from":"jobs@lindgrove.example","body":"We have received your application for the Buyer position and will review it."}
{"id":"a-3","lang":"en","real":"synthetic","label":"other","ambiguous":true,"subject":"Order received","from":"shop@lindgrove.example","body":"Thank you for your order."}
{"id":"a-4","lang":"en","real":"synthetic","label":"offer","subject":"Application received","from":"jobs@lindgrove.example","body":"We have received your application for the Buyer position and will review it."}
`

func TestRun(t *testing.T) {
	var predictions, text bytes.Buffer
	rep, err := Run(strings.NewReader(rows), Options{Predictions: &predictions, Errors: true})
	if err != nil {
		t.Fatal(err)
	}
	if rep.All.Rows != 3 || rep.Ambiguous.Rows != 1 {
		t.Errorf("got %d rows and %d ambiguous, want 3 and 1", rep.All.Rows, rep.Ambiguous.Rows)
	}
	if got, want := rep.All.Accuracy, 2.0/3; got != want {
		t.Errorf("accuracy %g, want %g", got, want)
	}
	if len(rep.Errors) != 1 || rep.Errors[0].ID != "a-4" || len(rep.Errors[0].Evidence) == 0 {
		t.Errorf("errors %+v", rep.Errors)
	}
	if got := rep.Confusion["offer"]["confirmation"]; got != 1 {
		t.Errorf("confusion offer → confirmation %d, want 1", got)
	}
	lines := strings.Split(strings.TrimSpace(predictions.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d predictions, want 4", len(lines))
	}
	var p Prediction
	if err := json.Unmarshal([]byte(lines[0]), &p); err != nil || p.ID != "a-1" || p.Label != "rejection" {
		t.Errorf("prediction %+v, %v", p, err)
	}
	rep.Text(&text)
	if !strings.Contains(text.String(), "a-4: offer, said confirmation") {
		t.Error("the text lists no error")
	}
	if _, err := json.Marshal(rep); err != nil {
		t.Error(err)
	}
	if _, err := Run(strings.NewReader("{"), Options{}); err == nil {
		t.Error("no error for an unreadable row")
	}
}

// TestCorpus holds floors on the development set. Its rows were learned from: this guards against a change that breaks the
// rules and says nothing of new mail. docs/accuracy.md has the cross-validated figures.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("HEARDBACK_CORPUS")
	if dir == "" {
		dir = "../../../shared/corpus"
	}
	f, err := os.Open(filepath.Join(dir, "jobmail.jsonl"))
	if err != nil {
		t.Skipf("SKIPPED: no labelled mail, set HEARDBACK_CORPUS: %v", err)
	}
	defer f.Close()
	rep, err := Run(f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rep.ByOrigin {
		if p.Name == "real" && (p.GroupF1 < 0.93 || p.Accepted < 0.97 || p.Dangerous > 0) {
			t.Errorf("real rows: group F1 %.3f, accepted precision %.3f, grave %d", p.GroupF1, p.Accepted, p.Dangerous)
		}
	}
	if rep.All.GroupF1 < 0.90 {
		t.Errorf("group F1 %.3f", rep.All.GroupF1)
	}
}
