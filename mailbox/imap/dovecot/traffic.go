package dovecot

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
)

var ended = regexp.MustCompile(`imap\(.*\).*: Info: .* in=(\d+) out=(\d+)`)

// Traffic returns how many sessions have ended so far, and how many octets the server got and sent in them after the login, without
// what TLS adds.
func (s *Server) Traffic() (sessions int, in, out int64, err error) {
	log, err := os.ReadFile(s.log)
	if err != nil {
		return 0, 0, 0, fmt.Errorf("reading the server's log: %w", err)
	}
	for _, m := range ended.FindAllSubmatch(log, -1) {
		i, err := strconv.ParseInt(string(m[1]), 10, 64)
		if err != nil {
			return 0, 0, 0, err
		}
		o, err := strconv.ParseInt(string(m[2]), 10, 64)
		if err != nil {
			return 0, 0, 0, err
		}
		sessions, in, out = sessions+1, in+i, out+o
	}
	return sessions, in, out, nil
}
