story: A fixed date in words
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-15 09:40 inbox html means confirmation
From: Otterburn Labs <no-reply@us.greenhouse-mail.io>
Subject: Otterburn Labs received your application

Hi Robin,

your application for Process Chemist has been received by Otterburn Labs. Thank you for applying.

Otterburn Labs
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Felix Crane <felix.crane@otterburnlabs.example>
Message-ID: <ott-2@otterburnlabs.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Process Chemist is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Felix Crane
Otterburn Labs
--- calendar
uid: ott-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Process Chemist
location: https://meet.otterburnlabs.example/room
organizer: Felix Crane <felix.crane@otterburnlabs.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to felix.crane@otterburnlabs.example employer "Otterburn Labs"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-03 15:20 inbox html means other
From: Felix Crane <felix.crane@otterburnlabs.example>
In-Reply-To: <ott-2@otterburnlabs.example>
Subject: Re: Interview on Tuesday, March 2

Hi Robin,

Quick note on the process: interviews run until the 12th, and every candidate will be informed of the outcome by March 19. We keep all applications for 24 months in line with our privacy policy, and reimbursement of your ticket takes up to ten working days.

Felix
.

# Fri 19 March + 2 BD: Mon 22, Tue 23. The 24 months and the ten days are no promises.
forbid 2027-03-03 2027-03-22 place *
expect 2027-03-23 07:00 place decision-date to felix.crane@otterburnlabs.example
