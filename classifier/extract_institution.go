package classifier

import (
	"bytes"
	"maps"
)

// institution reports whether a name holds a word or a legal form that no person's name has.
func institution(s string) bool {
	var buf [128]byte
	folded := appendName(buf[:0], s)
	for w := range bytes.FieldsSeq(folded) {
		if institutionWords[string(w)] || bytes.HasPrefix(w, []byte("universi")) || bytes.HasSuffix(w, []byte("universitat")) || bytes.HasSuffix(w, []byte("hochschule")) {
			return true
		}
	}
	w, more := lastWord(folded)
	return more && legalForms[string(w)]
}

// institutionWords are the words of which one is enough.
var institutionWords = func() map[string]bool {
	m := setOf("tu")
	maps.Copy(m, institutes)
	maps.Copy(m, firmKinds)
	return m
}()

// firmKinds are the words by which firms, schools and public bodies call themselves, folded, in all languages together.
var firmKinds = setOf(`group hospital college university school academy trust council county district authority museum library foundation society clinic surgery
	nursery hotel farm bakery brewery dental practice logistics transport freight motors foods mutual robotics technologies laboratories systems stockholders
	stadt hansestadt landkreis gemeinde landratsamt klinik klinikum krankenhaus pflegedienst tischlerei schreinerei backerei metzgerei kanzlei praxis verlag stadtwerke ministerium
	grundschule gymnasium technikum kita kindergarten stiftung maschinenbau steuerberater ingenieurburo autohaus gasthof brauerei gartnerei apotheke spedition energiehandel dachtechnik
	mairie ville ateliers atelier clinique hopital chu ecole lycee cabinet boulangerie librairie ehpad domaine laboratoires transports
	ayuntamiento colegio clinica universidad talleres bodegas hoteles residencia fundacion instituto diputacion farmacia panaderia construcciones
	comune ospedale officine fonderie banca cooperativa universita istituto scuola liceo ristorante
	gemeente ziekenhuis stichting basisschool bakkerij zorggroep provincie hogeschool universiteit
	camara universidade construcoes pastelaria escola fundacao banco`)
