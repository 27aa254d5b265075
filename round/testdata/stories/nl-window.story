story: Dutch, within two weeks
zone: Europe/Amsterdam
country: NL
me: Mika Sander <mika.sander@example.com>
from: 2027-02-08
until: 2027-03-19

mail 2027-02-09 09:50 inbox html means confirmation
From: Waterland Fietsen <no-reply@us.greenhouse-mail.io>
Subject: Bedankt voor je sollicitatie bij Waterland Fietsen

Hoi Mika,

We hebben je sollicitatie voor de functie Inkoper goed ontvangen. Leuk dat je bij Waterland Fietsen wilt werken! We bekijken je cv en motivatie en laten je daarna weten of we je uitnodigen.

Groet,
Team Werving Waterland Fietsen

Dit is een automatisch bericht, je kunt het niet beantwoorden.
.

mail 2027-02-18 15:30 inbox html means interview/scheduled
From: Jorrit de Wal <jorrit.dewal@waterlandfietsen.example>
Message-ID: <water-2@waterlandfietsen.example>
Subject: Bevestiging gesprek op woensdag 24 februari

Hoi Mika,

Zoals net telefonisch afgesproken: ons sollicitatiegesprek voor de functie Inkoper is op woensdag 24 februari van 13:00 tot 14:00 uur bij ons op kantoor, Kade 11.

Tot dan!
Jorrit de Wal
Hoofd inkoop
--- calendar
uid: water-2402
start: 2027-02-24 13:00
end: 2027-02-24 14:00
summary: Gesprek Mika Sander
location: Kade 11
organizer: Jorrit de Wal <jorrit.dewal@waterlandfietsen.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
style: outlook
.
expect 2027-02-24 15:00 place thank-you to jorrit.dewal@waterlandfietsen.example employer "Waterland Fietsen" lang nl
user 2027-02-24 16:00 sends-draft thank-you

mail 2027-02-25 10:30 inbox plain means other
From: Jorrit de Wal <jorrit.dewal@waterlandfietsen.example>
In-Reply-To: <water-2@waterlandfietsen.example>
Subject: Re: Bevestiging gesprek op woensdag 24 februari

Hoi Mika,

Bedankt voor het fijne gesprek van gisteren. We laten je binnen twee weken weten of je door bent naar de volgende ronde.

Groeten,
Jorrit
.

# Two weeks from Thu 25 February end on Thu 11 March; + 2 BD: Fri 12, Mon 15; rolled to Tue 16.
forbid 2027-02-25 2027-03-15 place *
expect 2027-03-16 07:00 place decision-date to jorrit.dewal@waterlandfietsen.example lang nl
