story: Spanish, an interview and no date
zone: Europe/Madrid
country: ES
me: Mika Sander <mika.sander@example.com>
from: 2027-02-01
until: 2027-03-12

mail 2027-02-02 12:00 inbox html means confirmation
From: Cumbre Logística <no-reply@hire.lever.co>
Subject: Hemos recibido tu candidatura

Hola, Mika:

Gracias por presentarte al puesto de Coordinadora de almacén en Cumbre Logística. Tu candidatura ha llegado bien y el equipo la revisará estos días.

Si tu perfil encaja, nos pondremos en contacto contigo.

Un saludo,
Cumbre Logística

Por favor, no respondas a este correo.
.

mail 2027-02-05 13:30 inbox html means interview/scheduled
From: Nuria Beltrán <nuria.beltran@cumbrelogistica.example>
Message-ID: <cum-2@cumbrelogistica.example>
Subject: Entrevista el martes 9 de febrero

Hola, Mika:

Tal y como hemos hablado por teléfono, te confirmo la entrevista para el puesto de Coordinadora de almacén el martes 9 de febrero de 10:00 a 11:00, por videollamada.

Un saludo,
Nuria Beltrán
Responsable de operaciones
--- calendar
uid: cum-0902@google.com
start: 2027-02-09 10:00
end: 2027-02-09 11:00
summary: Entrevista Mika Sander
location: https://video.cumbrelogistica.example/n
organizer: Nuria Beltrán <nuria.beltran@cumbrelogistica.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
.
expect 2027-02-09 12:00 place thank-you to nuria.beltran@cumbrelogistica.example employer "Cumbre Logística" lang es
user 2027-02-09 13:00 sends-draft thank-you

# 10 BD in Spain: 10, 11, 12, 15 to 19, 22, Tue 23 February.
forbid 2027-02-10 2027-02-22 place *
expect 2027-02-23 07:00 place status-1 to nuria.beltran@cumbrelogistica.example lang es

variant rejected: a rejection comes before the draft was sent

mail 2027-02-23 12:40 inbox plain base64 means rejection
From: Nuria Beltrán <nuria.beltran@cumbrelogistica.example>
In-Reply-To: <cum-2@cumbrelogistica.example>
Subject: Re: Entrevista el martes 9 de febrero

Hola, Mika:

Te agradezco mucho el tiempo que nos dedicaste y tu interés por el puesto. Después de pensarlo bien, hemos decidido continuar con otra persona, así que esta vez no podremos seguir adelante contigo.

Te deseo mucha suerte.

Nuria
.
expect 2027-02-23 12:40 withdraw status-1 to nuria.beltran@cumbrelogistica.example
# 2 BD: Wed 24, Thu 25.
expect 2027-02-25 07:00 place feedback-request to nuria.beltran@cumbrelogistica.example lang es
# It expires 7 BD after the rejection, Thu 4 March; what becomes of the draft then is left open.
allow 2027-03-04 2027-03-12 withdraw feedback-request

variant silent: nothing comes

# Unsent for 10 BD it is taken back: 24, 25, 26, 1 to 5, 8, Tue 9 March (rule 6); POLICY.md does not say at which hour.
expect 2027-03-09 2027-03-10 withdraw status-1 to nuria.beltran@cumbrelogistica.example
forbid 2027-02-24 2027-03-12 place *
