package mailbox

import "strings"

// unflow joins the soft lines of format=flowed text (RFC 3676). Quoted lines stay as they are.
func unflow(text string, delSp bool) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	b.Grow(len(text))
	for i, line := range lines {
		if strings.HasPrefix(line, ">") {
			b.WriteString(line)
			b.WriteByte('\n')
			continue
		}
		soft := strings.HasSuffix(line, " ") && line != "-- " && strings.TrimSpace(line) != ""
		line = strings.TrimPrefix(line, " ") // space-stuffing
		if soft && i+1 < len(lines) && !strings.HasPrefix(lines[i+1], ">") && strings.TrimSpace(lines[i+1]) != "" && lines[i+1] != "-- " {
			if delSp {
				line = strings.TrimSuffix(line, " ")
			}
			b.WriteString(line)
			continue
		}
		b.WriteString(line)
		if i+1 < len(lines) {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
