story: German, a window of two weeks, formal
zone: Europe/Berlin
country: DE
me: Mika Sander <mika.sander@example.com>
from: 2027-01-25
until: 2027-03-05

mail 2027-01-26 09:14 inbox html means confirmation
From: Bewerbermanagement Lindhorst Apparatebau GmbH <no-reply@jobs.personio.de>
Subject: Ihre Bewerbung bei der Lindhorst Apparatebau GmbH

Sehr geehrte Damen und Herren,

wir danken Ihnen für das Interesse an einer Mitarbeit in unserem Haus. Ihre Bewerbung um die Stelle als Technische Redakteurin (w/m/d) haben wir erhalten und leiten sie an die Fachabteilung weiter.

Sollten wir Sie nicht berücksichtigen können, teilen wir Ihnen das ebenfalls mit.

Freundliche Grüße
Lindhorst Apparatebau GmbH
Personalwesen
.

# Proposed, not agreed: the user's turn at once.
mail 2027-02-02 14:20 inbox plain base64 means interview/invite
From: "Wiebke Oltmanns" <w.oltmanns@lindhorst-apparatebau.example>
Message-ID: <lind-2@lindhorst-apparatebau.example>
Subject: Einladung zum Vorstellungsgespräch, Technische Redakteurin

Sehr geehrte Frau Sander,

wir würden uns gerne persönlich mit Ihnen unterhalten und laden Sie zu einem Vorstellungsgespräch ein:

am Dienstag, den 9. Februar 2027, um 10:00 Uhr
in unserem Werk, Deichstraße 4, Eingang B

Bitte bestätigen Sie mir kurz, ob Ihnen der Termin passt.

Mit freundlichen Grüßen
Wiebke Oltmanns
Leiterin Dokumentation
.
expect 2027-02-02 14:20 place availability to w.oltmanns@lindhorst-apparatebau.example employer "Lindhorst Apparatebau" lang de
user 2027-02-02 15:00 sends-draft availability

# No end is known: 10:00 + 60 min + 1 h.
expect 2027-02-09 12:00 place thank-you to w.oltmanns@lindhorst-apparatebau.example lang de
user 2027-02-09 16:00 sends-draft thank-you

mail 2027-02-10 11:05 inbox plain means other
From: "Wiebke Oltmanns" <w.oltmanns@lindhorst-apparatebau.example>
In-Reply-To: <lind-2@lindhorst-apparatebau.example>
Subject: AW: Einladung zum Vorstellungsgespräch, Technische Redakteurin

Sehr geehrte Frau Sander,

vielen Dank für Ihren Besuch gestern. Zu Ihrer Frage nach dem Zeitplan: Sie hören innerhalb von zwei Wochen von mir.

Mit freundlichen Grüßen
Wiebke Oltmanns
.

# Two weeks from Wed 10 Feb end on Wed 24; + 2 BD: Thu 25, Fri 26; a nudge rolls to Tue 2 March. The default of 10 BD,
# Tue 23, is replaced (rule 2).
forbid 2027-02-10 2027-03-01 place *
expect 2027-03-02 07:00 place decision-date to w.oltmanns@lindhorst-apparatebau.example lang de
