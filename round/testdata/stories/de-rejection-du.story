story: German, informal, a human rejection after the interview
zone: Europe/Berlin
country: DE
me: Mika Sander <mika.sander@example.com>
from: 2027-02-08
until: 2027-03-04

mail 2027-02-08 18:00 inbox html means confirmation
From: Wolkenwerk <no-reply@ashbyhq.com>
Subject: Danke für deine Bewerbung bei Wolkenwerk

Hi Mika,

danke, dass du dich bei Wolkenwerk auf die Stelle UX Researcher beworben hast. Wir haben alles bekommen.

Falls wir dich nicht zu einem Gespräch einladen, sagen wir dir auf jeden Fall Bescheid.

Dein Wolkenwerk People Team
.

mail 2027-02-15 13:30 inbox html means interview/scheduled
From: Sina Behrens <sina@wolkenwerk.example>
Message-ID: <wolke-2@wolkenwerk.example>
Subject: Termin steht: Donnerstag, 18. Februar

Hi Mika,

super, dass es so schnell klappt. Wie eben besprochen treffen wir uns am Donnerstag um 11 Uhr auf einen virtuellen Kaffee zum Vorstellungsgespräch.

LG
Sina
--- calendar
uid: wolke-18@google.com
start: 2027-02-18 11:00
end: 2027-02-18 11:45
summary: UX Researcher: Sina x Mika
location: https://meet.wolkenwerk.example/sina
organizer: Sina Behrens <sina@wolkenwerk.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
.
expect 2027-02-18 12:45 place thank-you to sina@wolkenwerk.example employer "Wolkenwerk" lang de
user 2027-02-18 13:30 sends-draft thank-you

mail 2027-02-24 17:10 inbox plain means rejection
From: Sina Behrens <sina@wolkenwerk.example>
In-Reply-To: <wolke-2@wolkenwerk.example>
Subject: Re: Termin steht: Donnerstag, 18. Februar

Hi Mika,

ich melde mich heute mit einer Nachricht, die mir nicht leichtfällt: Wir haben uns für jemand anderen entschieden. Dein Gespräch hat uns wirklich Spaß gemacht, am Ende gab die Erfahrung mit Medizinprodukten den Ausschlag nicht zu deinen Gunsten.

Ich drücke dir die Daumen für alles, was kommt!

Sina
.

# 2 BD: Thu 25, Fri 26. The reason is half given, so either is right: a request, or nothing because feedback was given.
allow 2027-02-26 2027-03-01 place feedback-request|keep-in-mind to sina@wolkenwerk.example
forbid 2027-02-19 2027-02-25 place *
forbid 2027-03-02 2027-03-12 place *
