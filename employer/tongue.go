package employer

// tongue is the language that a person writes in, heard mail by mail.
type tongue struct {
	is    string
	times int    // how many mails were in it
	other string // the language of the last mail where it was another one
}

// hear takes in the language of one more mail, "" if it is not known, and returns the one to answer in. Who wrote twice in one language is
// answered in it until two mails in a row are in another: a short note, or the text of a calendar entry, says too little to tell.
func (t *tongue) hear(language string) string {
	switch {
	case language == "":
	case language == t.is:
		t.times, t.other = t.times+1, ""
	case t.times < 2:
		t.is, t.times, t.other = language, 1, ""
	case language == t.other:
		t.is, t.times, t.other = language, 2, ""
	default:
		t.other = language
	}
	return t.is
}

// heard returns the language to answer the writer in, after one more mail.
func (s *state) heard(address, language string) string {
	if s.tongues == nil {
		s.tongues = map[string]*tongue{}
	}
	t := s.tongues[address]
	if t == nil {
		t = &tongue{}
		s.tongues[address] = t
	}
	return t.hear(language)
}
