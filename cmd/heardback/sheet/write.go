package sheet

import (
	"encoding/csv"
	"io"
	"strings"
)

// Write writes a header and rows as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula, since what employers
// wrote can begin like one, gets an apostrophe in front; [Read] takes it off again.
func Write(w io.Writer, header []string, rows [][]string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(header); err != nil {
		return err
	}
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = harmless(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// formula are the characters with which a spreadsheet begins to calculate.
const formula = "=+-@\t\r\n|%"

func harmless(cell string) string {
	if first := strings.TrimLeft(cell, " "); first != "" && strings.ContainsRune(formula, rune(first[0])) || strings.HasPrefix(first, "＝") || strings.HasPrefix(first, "＋") || strings.HasPrefix(first, "－") || strings.HasPrefix(first, "＠") {
		return "'" + cell
	}
	return cell
}

// original undoes harmless.
func original(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && harmless(rest) != rest {
		return rest
	}
	return cell
}
