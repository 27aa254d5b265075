package cadence

// Policy holds the numbers of POLICY.md.
type Policy struct{}

// Default returns the advice.
func Default() Policy { return Policy{} }
