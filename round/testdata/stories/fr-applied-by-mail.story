story: French, applied by mail, no confirmation
zone: Europe/Paris
country: FR
me: Mika Sander <mika.sander@example.com>
from: 2027-03-01
until: 2027-03-18

mail 2027-03-01 10:20 sent plain
To: Judith Armand <judith.armand@librairie-du-port.example>
Subject: Candidature au poste de libraire

Madame Armand,

Je vous adresse ma candidature au poste de libraire publié sur votre site. Vous trouverez ci-joint mon CV et une lettre de motivation ; je serais ravie de vous en dire plus de vive voix.

Je vous prie d'agréer, Madame, mes salutations distinguées.

Mika Sander
--- attachment CV-Sander.pdf application/pdf
--- attachment Lettre-Sander.pdf application/pdf
.

# 10 BD: 2 to 5, 8 to 12, Mon 15 March; a nudge rolls to Tue 16.
forbid 2027-03-01 2027-03-15 place *
expect 2027-03-16 07:00 place arrived-safely to judith.armand@librairie-du-port.example lang fr
