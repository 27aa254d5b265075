package mailbox

func (p *parser) slowly(raw []byte, w walker) walker { return w }
