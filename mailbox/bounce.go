package mailbox

func (w *walker) deliveryStatus(text string)              {}
func bounceOf(m *Message, w *walker, text string) *Bounce { return nil }
