story: Two interviewers have written: one thank-you each
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-04

mail 2027-02-15 09:40 inbox html means confirmation
From: Marchbank Theatre <no-reply@us.greenhouse-mail.io>
Subject: Marchbank Theatre received your application

Hi Robin,

your application for Stage Manager has been received by Marchbank Theatre. Thank you for applying.

Marchbank Theatre
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Lou Ferris <lou.ferris@marchbanktheatre.example>
Message-ID: <mar-2@marchbanktheatre.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Stage Manager is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Lou Ferris
Marchbank Theatre
--- calendar
uid: mar-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Stage Manager
location: https://meet.marchbanktheatre.example/room
organizer: Lou Ferris <lou.ferris@marchbanktheatre.example>
attendee: Edda Quist <edda.quist@marchbanktheatre.example> ACCEPTED
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to lou.ferris@marchbanktheatre.example employer "Marchbank Theatre"

mail 2027-02-25 10:00 inbox plain means other
From: Edda Quist <edda.quist@marchbanktheatre.example>
Subject: Stage Manager interview

Hi Robin,

I will sit in on your Stage Manager interview next Tuesday together with Lou. Could you bring a plan from one of your shows? I look forward to it.

Edda Quist
Technical Director
.
# A request to bring something along is answered on the day; whether it earns a notice is free.
expect 2027-03-02 12:00 place thank-you to edda.quist@marchbanktheatre.example
