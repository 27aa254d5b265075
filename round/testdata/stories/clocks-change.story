story: Weeks in which the clocks differ: London and New York
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-26

mail 2027-03-01 09:00 inbox html zone Europe/London means confirmation
From: Thamesmead Rowing <no-reply@teamtailor-mail.com>
Subject: Thank you for applying to Thamesmead Rowing

Dear Robin,

Thank you for your application for the position of Events Manager at Thamesmead Rowing. It is safely with us.
.

mail 2027-03-08 11:00 inbox html zone Europe/London means interview/scheduled
From: Philippa Dunn <philippa.dunn@thamesmeadrowing.example>
Message-ID: <tha-2@thamesmeadrowing.example>
Subject: Interview, 16 March

Dear Robin,

as agreed on the telephone, I confirm your interview for Events Manager on Tuesday 16 March, 14:00 to 15:00 London time.

Kind regards
Philippa Dunn
--- calendar
uid: tha-1603
start: 2027-03-16 14:00
end: 2027-03-16 15:00
zone: Europe/London
summary: Interview Events Manager
location: https://video.thamesmeadrowing.example/p
organizer: Philippa Dunn <philippa.dunn@thamesmeadrowing.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.
# New York has summer time from Sun 14 March, London from the 28th: 15:00 in London is 11:00 in New York; + 1 h.
expect 2027-03-16 12:00 place thank-you to philippa.dunn@thamesmeadrowing.example employer "Thamesmead Rowing"
user 2027-03-16 13:00 sends-draft thank-you
# 7 BD: 17, 18, 19, 22, 23, 24, Thu 25.
forbid 2027-03-17 2027-03-24 place *
expect 2027-03-25 07:00 place status-1 to philippa.dunn@thamesmeadrowing.example
