package cadence

func (f *file) calls() {}
