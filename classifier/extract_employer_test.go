package classifier

import (
	"testing"

	"heardback/mailbox"
)

// nameCase is a mail with the employer and the title that it names.
type nameCase struct {
	lang, display, address, subject, text string
	employer, role, domain, agency        string
}

var nameCases = []nameCase{
	// What stands behind "applying to".
	{lang: "en", subject: "Your application", text: "Thank you for applying to Pelican Works.", employer: "Pelican Works"},
	{lang: "en", text: "Thank you for applying for the Data Analyst position at Pelican Works. We will be in touch.", employer: "Pelican Works", role: "Data Analyst"},
	{lang: "en", text: "We have received your application for Senior Data Engineer at Pelican Works, Inc.", employer: "Pelican Works, Inc.", role: "Senior Data Engineer"},
	{lang: "en", text: "Thanks for your interest in Pelican Works and the Office Manager role.", employer: "Pelican Works", role: "Office Manager"},
	{lang: "en", text: "Thank you for your interest in the Nurse Practitioner opening with Harbor Light Clinics!", employer: "Harbor Light Clinics", role: "Nurse Practitioner"},
	{lang: "en", text: "We enjoyed learning about your interest in joining Pelican Works as a Product Designer.", employer: "Pelican Works", role: "Product Designer"},
	{lang: "en", text: "Your application to Backend Developer (Remote) has been sent to Pelican Works.", employer: "Pelican Works", role: "Backend Developer"},
	{lang: "en", text: "You applied for the position of \"Warehouse Associate\" with Pelican Works on 3 March.", employer: "Pelican Works", role: "Warehouse Associate"},
	{lang: "en", text: "We regret that we cannot offer you the role of Assistant Accountant at Foster & Larch LLP.", employer: "Foster & Larch LLP", role: "Assistant Accountant"},
	{lang: "en", text: "Everyone here at Pelican Works wishes you well.", employer: "Pelican Works"},
	// Sign-offs.
	{lang: "en", text: "We received your application and will review it.\n\nBest regards,\nThe Pelican Works Recruiting Team", employer: "Pelican Works"},
	{lang: "en", text: "We received your application and will review it.\n\nKind regards,\nTalent Acquisition\nPelican Works Ltd", employer: "Pelican Works Ltd"},
	{lang: "en", text: "We received your application for the Welder position.\n\nSincerely,\nJane Roe\nRecruiter | Pelican Works Inc.", employer: "Pelican Works Inc.", role: "Welder"},
	// Subjects.
	{lang: "en", subject: "Pelican Works - Application received", text: "We got it.", employer: "Pelican Works"},
	{lang: "en", subject: "Your Pelican Works application", text: "We got it.", employer: "Pelican Works"},
	{lang: "en", subject: "Interview Invitation: Pelican Works | Store Manager", text: "Please pick a time.", employer: "Pelican Works", role: "Store Manager"},
	{lang: "en", subject: "An update on your application from Pelican Works", text: "Unfortunately, we chose another candidate.", employer: "Pelican Works"},
	// Senders.
	{lang: "en", display: "Pelican Works Careers", address: "careers@pelicanworks.example", subject: "Application received", text: "We got it.", employer: "Pelican Works", domain: "pelicanworks.example"},
	{lang: "en", display: "Pelican Works", address: "no-reply@greenhouse.io", subject: "Application received", text: "We got it.", employer: "Pelican Works"},
	{lang: "en", display: "Workday", address: "pelicanworks@myworkday.com", subject: "Application received", text: "Thank you for your interest in Pelicanworks.", employer: "Pelicanworks"},
	{lang: "en", display: "Jane Roe via Lever", address: "no-reply@hire.lever.co", subject: "Pelican Works application", text: "Thank you for applying to Pelican Works.", employer: "Pelican Works"},
	{lang: "en", display: "LinkedIn", address: "jobs-noreply@linkedin.com", subject: "Alex, your application was sent to Pelican Works", text: "Your application was sent to Pelican Works\n\nStore Manager\nPelican Works · Springfield", employer: "Pelican Works", role: "Store Manager"},
	{lang: "en", display: "Indeed Apply", address: "indeedapply@indeed.com", subject: "Indeed Application: Line Cook", text: "Application submitted\nLine Cook\nPelican Works - Springfield\nThe following items were sent.", employer: "Pelican Works", role: "Line Cook"},
	// Agencies.
	{lang: "en", display: "Jane Roe", address: "jane.roe@northstaff.example", text: "I am recruiting on behalf of my client Pelican Works for a Controller position.\n\nJane Roe\nNorthstaff Ltd", employer: "Pelican Works", role: "Controller", agency: "Northstaff Ltd"},
	// German.
	{lang: "de", text: "Vielen Dank für Ihre Bewerbung als Softwareentwickler (m/w/d) bei der Tannenhof GmbH.", employer: "Tannenhof GmbH", role: "Softwareentwickler"},
	{lang: "de", subject: "Ihre Bewerbung bei Tannenhof AG als Projektleiter (w/m/d)", text: "Guten Tag, wir haben Ihre Unterlagen erhalten.", employer: "Tannenhof AG", role: "Projektleiter"},
	{lang: "de", text: "vielen Dank für Ihr Interesse an der Position Data Analyst (w/m/d) in unserem Unternehmen.\n\nMit freundlichen Grüßen\nTannenhof Software GmbH\nPersonalabteilung", employer: "Tannenhof Software GmbH", role: "Data Analyst"},
	{lang: "de", text: "wir haben Ihre Bewerbung um die Stelle als Buchhalterin erhalten.\n\nFreundliche Grüße\nIhr Tannenhof-Team", employer: "Tannenhof", role: "Buchhalterin"},
	{lang: "de", subject: "Einladung zum Vorstellungsgespräch - Tannenhof KG", text: "Gerne möchten wir Sie kennenlernen.", employer: "Tannenhof KG"},
	{lang: "de", display: "Karriere Tannenhof", address: "karriere@tannenhof.example", subject: "Eingangsbestätigung", text: "Wir haben Ihre Bewerbung erhalten.", employer: "Tannenhof", domain: "tannenhof.example"},
	{lang: "de", text: "danke für deine Bewerbung auf die Stelle „Teamleiter Vertrieb (m/w/d)“ bei Tannenhof.", employer: "Tannenhof", role: "Teamleiter Vertrieb"},
	{lang: "de", text: "Leider müssen wir Ihnen mitteilen, dass wir uns für die Position als Pflegefachkraft bei uns für eine andere Person entschieden haben.", role: "Pflegefachkraft"},
	{lang: "de", display: "Sekretariat", address: "sekr@ifad.example", text: "Wir haben Ihre Bewerbung als Laborant erhalten.\n\nMit freundlichen Grüßen\nUlla Brandt\nInstitut für Agrarforschung Dornhagen", employer: "Institut für Agrarforschung Dornhagen", role: "Laborant", domain: "ifad.example"},
	// Words that only the list of occupations knows.
	{lang: "en", text: "Could you come in on Tuesday about the bosun job?", role: "bosun"},
	{lang: "fr", text: "Bonjour, merci pour votre candidature au poste de sacristain.", role: "sacristain"},
	{lang: "it", text: "Buongiorno, abbiamo ricevuto la sua candidatura come mozzo.", role: "mozzo"},
	// French.
	{lang: "fr", text: "Nous avons bien reçu votre candidature au poste de développeur web chez Moulin Bleu.", employer: "Moulin Bleu", role: "développeur web"},
	{lang: "fr", subject: "Votre candidature chez Moulin Bleu SAS", text: "Merci pour votre candidature.", employer: "Moulin Bleu SAS"},
	{lang: "fr", text: "Merci de l'intérêt que vous portez à Moulin Bleu.\n\nCordialement,\nL'équipe recrutement Moulin Bleu", employer: "Moulin Bleu"},
	{lang: "fr", text: "Nous avons étudié votre candidature pour le poste de Chargé de communication (H/F) au sein de Moulin Bleu.", employer: "Moulin Bleu", role: "Chargé de communication"},
	// Spanish.
	{lang: "es", text: "Gracias por tu interés en el puesto de ingeniero de datos en Faro Azul S.L.", employer: "Faro Azul S.L.", role: "ingeniero de datos"},
	{lang: "es", subject: "Tu candidatura en Faro Azul", text: "Hemos recibido tu candidatura.\n\nUn saludo,\nEl equipo de Faro Azul", employer: "Faro Azul"},
	{lang: "es", text: "Lamentamos comunicarle que no continuará en el proceso para la vacante de Analista Contable.", role: "Analista Contable"},
	// Dutch.
	{lang: "nl", text: "Bedankt voor je sollicitatie op de functie van Accountmanager bij Windmolen B.V.", employer: "Windmolen B.V.", role: "Accountmanager"},
	{lang: "nl", text: "Hartelijk dank voor uw sollicitatie naar de functie administratief medewerker.\n\nMet vriendelijke groet,\nTeam Recruitment Windmolen", employer: "Windmolen", role: "administratief medewerker"},
	// Italian.
	{lang: "it", text: "La ringraziamo per la sua candidatura per la posizione di Responsabile Acquisti presso Lago Verde S.p.A.", employer: "Lago Verde S.p.A.", role: "Responsabile Acquisti"},
	{lang: "it", subject: "La tua candidatura presso Lago Verde", text: "Abbiamo ricevuto la tua candidatura.", employer: "Lago Verde"},
	// Portuguese.
	{lang: "pt", text: "Obrigado por se candidatar à vaga de Analista Financeiro na Serra Clara Ltda.", employer: "Serra Clara Ltda.", role: "Analista Financeiro"},
	{lang: "pt", subject: "Sua candidatura na Serra Clara", text: "Recebemos sua candidatura.\n\nAtenciosamente,\nEquipe Serra Clara", employer: "Serra Clara"},
}

func TestNames(t *testing.T) {
	for _, c := range nameCases {
		m := &mailbox.Message{Subject: c.subject, Text: c.text}
		if c.display != "" {
			m.From = []mailbox.Address{{Name: c.display, Address: c.address}}
		}
		f := Finding{Kind: Confirmation, Language: c.lang}
		extract(m, Context{}, &f)
		if FoldName(f.Employer.Name) != FoldName(c.employer) {
			t.Errorf("%s %q %q: got employer %q from %s, want %q", c.lang, c.subject, c.text, f.Employer.Name, f.Employer.From, c.employer)
		}
		if FoldName(f.Role) != FoldName(c.role) {
			t.Errorf("%s %q %q: got role %q, want %q", c.lang, c.subject, c.text, f.Role, c.role)
		}
		if f.Employer.Domain != c.domain || FoldName(f.Employer.Agency) != FoldName(c.agency) {
			t.Errorf("%s %q: got domain %q agency %q, want %q %q", c.lang, c.text, f.Employer.Domain, f.Employer.Agency, c.domain, c.agency)
		}
	}
}

func TestFoldName(t *testing.T) {
	for _, same := range [][]string{
		{"Pelican Works", "PELICAN WORKS", "Pelican Works, Inc.", "The Pelican Works Inc", "pelican works LLC", "Pelican Works GmbH & Co. KG"},
		{"Müller Söhne", "MÜLLER SÖHNE GmbH", "Muller Sohne"},
		{"Lago Verde S.p.A.", "Lago Verde SpA", "lago verde"},
		{"Windmolen B.V.", "Windmolen BV"},
		{"Jugendwerk Sandtal", "Jugendwerk Sandtal e.V.", "Jugendwerk Sandtal e. V."},
		{"Foster & Larch", "Foster and Larch LLP"},
	} {
		for _, s := range same[1:] {
			if FoldName(s) != FoldName(same[0]) {
				t.Errorf("got %q for %q and %q for %q, want the same", FoldName(s), s, FoldName(same[0]), same[0])
			}
		}
	}
	if got := FoldName("GmbH"); got != "gmbh" {
		t.Errorf("got %q for a legal form alone", got)
	}
}

// TestSystemName holds that the display name of a hiring system's mail wins over what an application is for, where it also
// stands in subject or text.
func TestSystemName(t *testing.T) {
	for _, c := range [][5]string{ // language, display, subject, text, employer
		{"en", "Saltmarsh Dairy", "Saltmarsh Dairy: application received", "Hi Robin,\n\nyour application for Falconer has been received by Saltmarsh Dairy.", "Saltmarsh Dairy"},
		{"en", "Saltmarsh Dairy Careers", "Thank you, Robin", "Your application for Falconer was received. Saltmarsh Dairy looks at every one.", "Saltmarsh Dairy"},
		{"de", "Lohbach Werke", "Lohbach Werke: Eingang", "Ihre Bewerbung als Falkner ist eingegangen.", "Lohbach Werke"},
		{"fr", "Maison Aubrac", "Maison Aubrac : candidature", "Votre candidature pour Fauconnier a été reçue par Maison Aubrac.", "Maison Aubrac"},
		{"it", "Torre Alta", "Torre Alta: candidatura", "La sua candidatura per Falconiere è stata ricevuta da Torre Alta.", "Torre Alta"},
	} {
		m := &mailbox.Message{Subject: c[2], Text: c[3], From: []mailbox.Address{{Name: c[1], Address: "no-reply@us.greenhouse-mail.io"}}}
		f := Finding{Kind: Confirmation, Language: c[0]}
		extract(m, Context{}, &f)
		if f.Employer.Name != c[4] {
			t.Errorf("%s %q: got %+v, want %q", c[0], c[3], f.Employer, c[4])
		}
	}
}
