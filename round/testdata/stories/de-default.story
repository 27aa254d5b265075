story: German, no date given: ten business days, not seven
zone: Europe/Berlin
country: DE
me: Mika Sander <mika.sander@example.com>
from: 2027-01-18
until: 2027-02-19

mail 2027-01-19 12:30 inbox html means confirmation
From: Quellwerk Energie eG <noreply@smartrecruiters.com>
Subject: Quellwerk Energie eG: Deine Bewerbung ist da

Hallo Mika,

schön, dass du dich als Energieberater:in bei der Quellwerk Energie eG beworben hast! Deine Unterlagen sind bei uns gelandet, und wir lesen sie uns in Ruhe durch.

Bis bald
Dein Quellwerk-Team

Diese Mail kommt von einer Maschine, antworte bitte nicht darauf.
.

mail 2027-01-27 10:15 inbox html means interview/scheduled
From: Tarek Amiri <tarek.amiri@quellwerk-energie.example>
Message-ID: <quell-2@quellwerk-energie.example>
Subject: Unser Gespräch am 2. Februar

Hallo Mika,

wie gerade am Telefon besprochen: Wir sehen uns am Dienstag, den 2. Februar, von 15 bis 16 Uhr per Video. Ich bin gespannt auf dich!

Viele Grüße
Tarek
Teamleitung Beratung
--- calendar
uid: quell-0202@google.com
start: 2027-02-02 15:00
end: 2027-02-02 16:00
summary: Kennenlernen Mika / Quellwerk
location: https://treffen.quellwerk-energie.example/tarek
organizer: Tarek Amiri <tarek.amiri@quellwerk-energie.example>
attendee: Mika Sander <mika.sander@example.com> ACCEPTED
.

expect 2027-02-02 17:00 place thank-you to tarek.amiri@quellwerk-energie.example employer "Quellwerk Energie" lang de
user 2027-02-02 19:00 sends-draft thank-you

# 10 BD in Germany: 3, 4, 5, 8 to 12, 15, Tue 16 February.
forbid 2027-02-03 2027-02-15 place *
expect 2027-02-16 07:00 place status-1 to tarek.amiri@quellwerk-energie.example lang de
