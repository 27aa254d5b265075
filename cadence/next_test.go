package cadence

import (
	"slices"
	"strings"
	"testing"
)

// TestNextMissesNothing plays the same searches with a round every morning and with rounds only where the plan says that it may
// differ: what is placed, taken back and closed is the same.
func TestNextMissesNothing(t *testing.T) {
	for seed := range uint64(4) {
		var diaries [2][]string
		for i := range diaries {
			s := newSim(t, "America/New_York")
			newWorld(s, seed)
			s.jump = i == 1
			s.run("2027-07-05")
			for _, line := range s.diary {
				if !strings.Contains(line, " notice ") {
					diaries[i] = append(diaries[i], line)
				}
			}
		}
		if !slices.Equal(diaries[0], diaries[1]) {
			for i := range min(len(diaries[0]), len(diaries[1])) {
				if diaries[0][i] != diaries[1][i] {
					t.Errorf("seed %d: every morning: %s; by the plan's word: %s", seed, diaries[0][i], diaries[1][i])
					break
				}
			}
		}
	}
}
