story: Documents asked for before an interview, in German
zone: Europe/Berlin
country: DE
me: Robin Hale <robin.hale@example.com>
from: 2027-02-01
until: 2027-03-02

mail 2027-02-03 10:30 inbox html means confirmation
From: Rebstock Weinhandel <rebstock-weinhandel@jobs.personio.de>
Subject: Deine Bewerbung bei Rebstock Weinhandel

Hallo Robin,

danke für deine Bewerbung als Filialleitung bei Rebstock Weinhandel. Wir melden uns bald bei dir.

Rebstock Weinhandel
.

mail 2027-02-09 10:30 inbox plain means info_request
From: Judith Kling <judith.kling@rebstock-weinhandel.example>
Message-ID: <reb-2@rebstock-weinhandel.example>
Subject: Deine Bewerbung als Filialleitung

Hallo Robin,

damit ich deine Bewerbung als Filialleitung weitergeben kann, fehlen mir noch deine Arbeitszeugnisse der letzten beiden Stellen. Schickst du sie mir bitte bis Montag?

Liebe Grüße
Judith
.
# A notice, never a draft, while the ball is with the user.
expect 2027-02-09 notice

mail 2027-02-11 09:00 sent plain
To: Judith Kling <judith.kling@rebstock-weinhandel.example>
In-Reply-To: <reb-2@rebstock-weinhandel.example>
Subject: Re: Deine Bewerbung als Filialleitung

Hallo Judith,

hier sind die beiden Zeugnisse.

Viele Grüße
Robin
--- attachment Zeugnisse.pdf application/pdf
.
# 7 BD after the answer: 12, 15 to 19, Mon 22, rolled to Tue 23. The ten days of section 1 for DE stand in the row of
# interviews; should they hold here too, it is Thu 25.
forbid 2027-02-01 2027-02-22 place *
expect 2027-02-23 2027-02-25 place status-1 to judith.kling@rebstock-weinhandel.example lang de
