// Command link composes one letter. The test builds it and looks at what was linked.
package main

import (
	"fmt"
	"os"
	"time"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/templates"
)

func main() {
	step, id := drafts.Sample(cadence.Status1, "en", true)
	letter, err := drafts.New(templates.FS, nil).Compose(step, id, time.Unix(0, 0))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(letter.Raw)
}
