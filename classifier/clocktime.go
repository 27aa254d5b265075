package classifier

// namesTime reports whether a sentence of the body names a day and a time of the clock: "Thursday 6 May, 15:00", "am 26.11. um 10 Uhr".
func (s *sight) namesTime() bool {
	t := &s.text
	for _, sen := range t.sents[min(t.body, len(t.sents)):] {
		day, clock := false, false
		for i := int(sen.first); i < int(sen.last); i++ {
			w := t.word(i)
			switch {
			case s.vocabulary.word(&t.tokens[i]).day:
				day = true
			case !isDigit(w[0]):
			case i+1 < int(sen.last) && t.gapIs(i, ":", "h", "h ", ".") && twoDigits(t.word(i+1)) && len(w) <= 2:
				if t.gapIs(i, ".") && !(i+2 < int(sen.last) && clockWords[string(t.word(i+2))]) {
					day = true // 26.11.
				} else {
					clock = true
				}
			case i+1 < int(sen.last) && clockWords[string(t.word(i+1))] && len(w) <= 2, len(w) <= 4 && hourTail[string(w[len(w)-min(2, len(w)):])]:
				clock = true
			}
		}
		if day && clock {
			return true
		}
	}
	return false
}

// gapIs reports whether what stands between tokens i and i+1 is one of gaps.
func (t *text) gapIs(i int, gaps ...string) bool {
	between := t.orig[t.tokens[i].to:max(t.tokens[i].to, t.tokens[i+1].from)] // the words of a contraction stand at one place
	for _, g := range gaps {
		if between == g {
			return true
		}
	}
	return false
}

func twoDigits(w []byte) bool { return len(w) == 2 && isDigit(w[0]) && isDigit(w[1]) }

var (
	clockWords = setOf("am pm uhr uur h heures heure horas hora ore bst cet cest est edt pst pdt ist gmt")
	hourTail   = setOf("am pm")
	dayWords   = setOf(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat tomorrow today
		january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
		montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr morgen heute januar februar marz mai juni juli oktober dezember
		lundi mardi mercredi jeudi vendredi samedi dimanche demain janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
		lunes martes miercoles jueves viernes sabado domingo manana hoy enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag januari februari maart mei augustus
		lunedi martedi mercoledi giovedi venerdi domenica domani oggi gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
		segunda terca quarta quinta sexta amanha hoje janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro`)
)
