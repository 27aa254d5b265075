story: German, no enquiries wanted, although a person has written
zone: Europe/Berlin
country: DE
me: Mika Sander <mika.sander@example.com>
from: 2027-02-01
until: 2027-03-12

mail 2027-02-02 11:20 inbox plain qp means confirmation
From: Stadtwerke Brunnau <bewerbung@stadtwerke-brunnau.example>
Subject: Eingangsbestätigung Sachbearbeitung Netzplanung

Sehr geehrte Frau Sander,

wir bestätigen den Eingang Ihrer Bewerbung für die Sachbearbeitung Netzplanung. Das Verfahren wird einige Zeit in Anspruch nehmen. Von Nachfragen zum Stand bitten wir abzusehen; wir kommen unaufgefordert auf Sie zu.

Mit freundlichem Gruß
Stadtwerke Brunnau
.

mail 2027-02-03 09:40 inbox plain qp means confirmation
From: Holger Timm <holger.timm@stadtwerke-brunnau.example>
Subject: Ihre Bewerbung Netzplanung

Guten Tag Frau Sander,

nur kurz: Ihre Bewerbung liegt seit heute bei mir im Team.

Holger Timm
Stadtwerke Brunnau
.

# 10 BD would be Tue 16; rule 7 blocks every channel before an interview.
forbid 2027-02-01 2027-03-12 place *
