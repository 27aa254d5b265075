package cadence

import "time"

// Seeker is what the planner knows of the user.
type Seeker struct {
	Zone      *time.Location
	Country   string   // ISO 3166 alpha-2
	Addresses []string // own addresses
	// CurrentEmployerDomains are never written to (rule 12).
	CurrentEmployerDomains []string
	Phone                  bool // calls are opted in
	Language               string
}
