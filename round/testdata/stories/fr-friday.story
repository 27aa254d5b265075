story: French, an answer by Friday
zone: Europe/Paris
country: FR
me: Mika Sander <mika.sander@example.com>
from: 2027-02-08
until: 2027-03-04

mail 2027-02-09 10:00 inbox html means confirmation
From: Maison Verlaine <no-reply@teamtailor-mail.com>
Subject: Nous avons reçu votre candidature !

Bonjour Mika,

Merci pour votre candidature au poste de Chargée de communication chez Maison Verlaine. Elle a bien été enregistrée et sera examinée par notre équipe.

À bientôt,
Maison Verlaine

Merci de ne pas répondre à ce courriel.
.

mail 2027-02-15 16:45 inbox html means interview/scheduled
From: Hélène Carpentier <helene.carpentier@maison-verlaine.example>
Message-ID: <verl-2@maison-verlaine.example>
Subject: Confirmation de notre entretien du 18 février

Bonjour Mika,

Comme convenu par téléphone, je vous confirme notre entretien pour le poste de Chargée de communication le jeudi 18 février 2027 de 14h30 à 15h30, en visioconférence.

Bien à vous,
Hélène Carpentier
Directrice de la communication
--- calendar
uid: verl-1802
start: 2027-02-18 14:30
end: 2027-02-18 15:30
summary: Entretien Mika Sander
location: https://visio.maison-verlaine.example/hc
organizer: Hélène Carpentier <helene.carpentier@maison-verlaine.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
style: outlook
.
expect 2027-02-18 16:30 place thank-you to helene.carpentier@maison-verlaine.example employer "Maison Verlaine" lang fr
user 2027-02-18 18:00 sends-draft thank-you

mail 2027-02-22 09:30 inbox plain means other
From: Hélène Carpentier <helene.carpentier@maison-verlaine.example>
In-Reply-To: <verl-2@maison-verlaine.example>
Subject: RE: Confirmation de notre entretien du 18 février

Bonjour Mika,

Merci pour cet échange très agréable. Nous rencontrons encore deux personnes et vous donnerons notre réponse d'ici vendredi.

Bien à vous,
Hélène
.

# Fri 26 February + 2 BD: Mon 1, Tue 2 March. The default of 10 BD would be Thu 4.
forbid 2027-02-19 2027-03-01 place *
expect 2027-03-02 07:00 place decision-date to helene.carpentier@maison-verlaine.example lang fr
