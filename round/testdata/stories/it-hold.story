story: Italian, the selection is suspended
zone: Europe/Rome
country: IT
me: Mika Sander <mika.sander@example.com>
from: 2027-02-01
until: 2027-03-05

mail 2027-02-02 08:45 inbox html means confirmation
From: Officine Belcanto S.p.A. <officinebelcanto@myworkday.com>
Subject: Conferma di ricezione della candidatura

Gentile Mika Sander,

La ringraziamo per l'interesse dimostrato verso Officine Belcanto. Le confermiamo di aver ricevuto la Sua candidatura per la posizione di Disegnatore tecnico.

Cordiali saluti,
Ufficio Risorse Umane

La preghiamo di non rispondere a questo messaggio.
.

mail 2027-02-10 11:10 inbox plain qp means hold
From: Ilaria Fontanesi <ilaria.fontanesi@officinebelcanto.example>
Message-ID: <bel-2@officinebelcanto.example>
Subject: Selezione Disegnatore tecnico

Gentile Mika Sander,

Le scrivo in merito alla posizione di Disegnatore tecnico. Per una riorganizzazione interna la selezione è al momento sospesa. La Sua candidatura resta valida e La ricontatterò non appena riprenderemo.

Cordiali saluti,
Ilaria Fontanesi
Selezione del personale
.

expect 2027-02-10 11:10 place acknowledge-hold to ilaria.fontanesi@officinebelcanto.example employer "Officine Belcanto" lang it
user 2027-02-10 12:00 sends-draft acknowledge-hold
# 15 BD: 11, 12, 15 to 19, 22 to 26, 1, 2, Wed 3 March.
forbid 2027-02-11 2027-03-02 place *
expect 2027-03-03 07:00 place check-in to ilaria.fontanesi@officinebelcanto.example lang it
