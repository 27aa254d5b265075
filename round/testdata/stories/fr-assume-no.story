story: French, no answer within three weeks means no
zone: Europe/Paris
country: FR
me: Mika Sander <mika.sander@example.com>
from: 2027-02-01
until: 2027-03-12

mail 2027-02-02 15:00 inbox html base64 means confirmation
From: Recrutement Boréal Transports <recrutement@boreal-transports.example>
Subject: Accusé de réception de votre candidature

Madame, Monsieur,

Nous accusons réception de votre candidature au poste d'exploitant transport et vous remercions de votre confiance.

Sans réponse de notre part sous trois semaines, veuillez considérer que votre profil n'a pas été retenu.

Cordialement,
Service Recrutement
Boréal Transports
.

# Three weeks end on Tue 23 February.
forbid 2027-02-01 2027-03-12 place *
forbid 2027-02-01 2027-02-23 close employer "Boréal Transports"
expect 2027-02-24 close employer "Boréal Transports"
