//go:build docs

package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// The command that writes the man pages is in no binary that is handed out: go run -tags docs ./cmd/heardback man DIR.
func init() {
	extra = append(extra, func(p *Program) *cobra.Command {
		return &cobra.Command{
			Use: "man DIR", Hidden: true, Args: cobra.ExactArgs(1),
			Short: "Write the man pages and the completions for bash, zsh and fish into DIR",
			RunE:  func(c *cobra.Command, args []string) error { return writeDocs(c.Root(), args[0]) },
		}
	})
}

// writeDocs writes the pages with the date of $SOURCE_DATE_EPOCH, so that the same source gives the same files.
func writeDocs(root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root.DisableAutoGenTag = true
	if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "heardback", Manual: "User Commands"}, dir); err != nil {
		return err
	}
	for name, write := range map[string]func(string) error{
		"heardback.bash": func(f string) error { return root.GenBashCompletionFileV2(f, true) },
		"_heardback":     root.GenZshCompletionFile,
		"heardback.fish": func(f string) error { return root.GenFishCompletionFile(f, true) },
	} {
		if err := write(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
