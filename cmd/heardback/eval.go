package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"heardback/classifier/eval"
)

// eval measures the classifier on labelled mail.
func (p *Program) eval() *cobra.Command {
	var asJSON, errorRows bool
	var predictions string
	c := &cobra.Command{
		Use:   "eval CORPUS.jsonl",
		Short: "Measure the classifier on labelled mail",
		Long: `eval reads one labelled message per line (id, label, subject, from, body; optional date, lang, real, ambiguous, employer, role,
contact, timeline) and prints precision, recall and F1 per label, what was asked, calibration, extraction and a confusion table.`,
		Example: `  heardback eval --errors corpus.jsonl
  heardback eval --json --predictions out.jsonl corpus.jsonl`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			in, err := os.Open(args[0])
			if err != nil {
				return fmt.Errorf("opening the corpus: %w", err)
			}
			defer in.Close()
			opt := eval.Options{Errors: errorRows}
			if predictions != "" {
				out, err := os.Create(predictions)
				if err != nil {
					return fmt.Errorf("writing the predictions: %w", err)
				}
				defer func() {
					if cerr := out.Close(); err == nil {
						err = cerr
					}
				}()
				opt.Predictions = out
			}
			rep, err := eval.Run(in, opt)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if asJSON {
				return writeJSON(p.Stdout, rep)
			}
			rep.Text(p.Stdout)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	c.Flags().BoolVar(&errorRows, "errors", false, "list each wrong row with its evidence")
	c.Flags().StringVar(&predictions, "predictions", "", "write a JSON line per row to `FILE`")
	return c
}
