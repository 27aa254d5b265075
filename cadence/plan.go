package cadence

import (
	"time"

	"heardback/employer"
)

// Plan is POLICY.md applied to the book at now.
func Make(b employer.Book, p Policy, s Seeker, now time.Time) Plan { return Plan{Now: now} }
