package cadence

func (f *file) notices() {}

func (pl *planner) bookNotices() {}
