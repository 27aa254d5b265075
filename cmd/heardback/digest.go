package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	"heardback/digest"
)

// digest shows the digest as it would be now, or puts it into the INBOX.
func (p *Program) digest() *cobra.Command {
	var preview string
	var now, asJSON bool
	c := &cobra.Command{
		Use:   "digest",
		Short: "Show the digest as it would be now, write it to a file, or put it into your INBOX right away",
		Long: `digest shows what the weekly letter would say now, from the book as it stands: nothing is read and nothing changes.
With --preview the letter is written to a file for your browser; with --now it is put into your INBOX, besides the one that
comes in turn.`,
		Example: `  heardback digest
  heardback digest --preview digest.html
  heardback digest --now`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if now {
				if err := p.digestNow(c.Context(), asJSON); err != nil {
					return err
				}
				if preview == "" {
					return nil
				}
			}
			return p.showDigest(c.Context(), preview, asJSON)
		},
	}
	c.Flags().StringVar(&preview, "preview", "", "write the letter to `FILE.html`, to be looked at in a browser")
	c.Flags().BoolVar(&asJSON, "json", false, "print it as JSON; with --now, what was placed")
	c.MarkFlagsMutuallyExclusive("json", "preview")
	c.Flags().BoolVar(&now, "now", false, "put the letter into your INBOX right away")
	return c
}

// showDigest writes the digest to a file, or its text part or JSON to the terminal.
func (p *Program) showDigest(ctx context.Context, path string, asJSON bool) error {
	in, err := p.digestInput(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		report, err := digest.JSON(in)
		if err != nil {
			return err
		}
		return writeJSON(p.Stdout, report)
	}
	if path == "" {
		text, err := digest.Text(in)
		if err != nil {
			return err
		}
		fmt.Fprint(p.Stdout, text)
		return nil
	}
	page, err := digest.HTML(in)
	if err != nil {
		return err
	}
	// It holds what employers wrote: for the user's eyes alone.
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		return fmt.Errorf("writing the digest: %w", err)
	}
	fmt.Fprintf(p.Stdout, "written to %s\n", path)
	return nil
}

// digestInput is what a digest is made of now. It connects nowhere and changes nothing.
func (p *Program) digestInput(ctx context.Context) (digest.Input, error) {
	c, err := p.config()
	if err != nil {
		return digest.Input{}, err
	}
	store, err := openBook(ctx, c)
	if err != nil {
		return digest.Input{}, err
	}
	defer store.Close()
	return newRound(c, store, p.log(slog.LevelError)).Digest(ctx, p.Now())
}

// digestNow puts the digest into the INBOX.
func (p *Program) digestNow(ctx context.Context, asJSON bool) (err error) {
	h, err := p.house(ctx)
	if err != nil {
		return err
	}
	defer func() { err = h.close(err) }()
	l, err := h.round.DigestNow(ctx, p.Now())
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(p.Stdout, struct {
			Placed string `json:"placed"` // the letter's subject
		}{l.Subject})
	}
	fmt.Fprintf(p.Stdout, "placed in your INBOX: %s\n", l.Subject)
	return nil
}
