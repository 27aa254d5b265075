story: German, on hold, then the check-in
zone: Europe/Berlin
country: DE
me: Mika Sander <mika.sander@example.com>
from: 2027-02-01
until: 2027-03-12

mail 2027-02-02 09:00 inbox html means confirmation
From: Institut Weitblick gGmbH <weitblick@myworkday.com>
Subject: Bestätigung Ihrer Bewerbung

Guten Tag Mika Sander,

hiermit bestätigen wir den Eingang Ihrer Bewerbung auf die Position Referentin Öffentlichkeitsarbeit beim Institut Weitblick. Den Stand können Sie jederzeit im Portal einsehen.

Institut Weitblick gGmbH

Bitte antworten Sie nicht auf diese E-Mail.
.

mail 2027-02-09 10:50 inbox plain qp means hold
From: Dr. Gesine Ahrendt <gesine.ahrendt@institut-weitblick.example>
Message-ID: <weit-2@institut-weitblick.example>
Subject: Ihre Bewerbung als Referentin Öffentlichkeitsarbeit

Sehr geehrte Mika Sander,

Ihre Bewerbung hat mir gut gefallen. Leider muss ich Ihnen mitteilen, dass das Auswahlverfahren vorerst ausgesetzt ist, bis unser Haushalt beschlossen wurde. Ihre Unterlagen bleiben selbstverständlich im Rennen, und ich komme auf Sie zu, sobald es weitergeht.

Mit besten Grüßen
Gesine Ahrendt
.

expect 2027-02-09 10:50 place acknowledge-hold to gesine.ahrendt@institut-weitblick.example employer "Institut Weitblick" lang de
user 2027-02-09 12:00 sends-draft acknowledge-hold
# 15 BD: 10, 11, 12, 15 to 19, 22 to 26, 1, Tue 2 March.
forbid 2027-02-10 2027-03-01 place *
expect 2027-03-02 07:00 place check-in to gesine.ahrendt@institut-weitblick.example lang de
