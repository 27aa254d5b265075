story: A German offer with a deadline
zone: Europe/Berlin
country: DE
me: Robin Hale <robin.hale@example.com>
from: 2027-02-01
until: 2027-02-26

mail 2027-02-01 09:00 inbox html means confirmation
From: Nordlicht Software GmbH <nordlicht-software@jobs.personio.de>
Subject: Ihre Bewerbung bei Nordlicht Software

Guten Tag Robin Hale,

vielen Dank für Ihre Bewerbung als Testingenieur bei der Nordlicht Software GmbH. Sie hören bald von uns.
.

mail 2027-02-05 11:00 inbox html means interview/scheduled
From: Jochen Matthes <jochen.matthes@nordlicht-software.example>
Message-ID: <nor-2@nordlicht-software.example>
Subject: Bestätigung unseres Gesprächs am 10. Februar

Guten Tag Robin Hale,

wie besprochen treffen wir uns am Mittwoch, den 10. Februar, von 9 bis 10 Uhr zum Vorstellungsgespräch in unserem Büro.

Freundliche Grüße
Jochen Matthes
--- calendar
uid: nor-1002
start: 2027-02-10 09:00
end: 2027-02-10 10:00
summary: Vorstellungsgespräch Robin Hale
location: Büro
organizer: Jochen Matthes <jochen.matthes@nordlicht-software.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.
expect 2027-02-10 11:00 place thank-you to jochen.matthes@nordlicht-software.example employer "Nordlicht Software" lang de
user 2027-02-10 12:00 sends-draft thank-you

mail 2027-02-15 16:20 inbox plain base64 means offer
From: Jochen Matthes <jochen.matthes@nordlicht-software.example>
In-Reply-To: <nor-2@nordlicht-software.example>
Subject: AW: Bestätigung unseres Gesprächs am 10. Februar

Guten Tag Robin Hale,

wir freuen uns, Ihnen die Stelle als Testingenieur anbieten zu können! Den Vertragsentwurf schicke ich Ihnen morgen zu. Bitte geben Sie mir bis zum 22. Februar Bescheid, ob Sie annehmen möchten.

Herzliche Grüße
Jochen Matthes
.
expect 2027-02-15 16:20 place offer-next-steps to jochen.matthes@nordlicht-software.example lang de
user 2027-02-15 18:00 sends-draft offer-next-steps
# 3 BD before Mon 22 is Wed 17, 1 BD before is Fri 19.
expect 2027-02-17 notice
expect 2027-02-19 notice
forbid 2027-02-16 2027-02-26 place *
