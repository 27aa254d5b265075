story: Noise between the mails that matter
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-12

mail 2027-02-15 09:40 inbox html means confirmation
From: Ravensby Cycles <no-reply@us.greenhouse-mail.io>
Subject: Ravensby Cycles received your application

Hi Robin,

your application for Workshop Lead has been received by Ravensby Cycles. Thank you for applying.

Ravensby Cycles
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Tess Moran <tess.moran@ravensbycycles.example>
Message-ID: <rav-2@ravensbycycles.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Workshop Lead is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Tess Moran
Ravensby Cycles
--- calendar
uid: rav-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Workshop Lead
location: https://meet.ravensbycycles.example/room
organizer: Tess Moran <tess.moran@ravensbycycles.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to tess.moran@ravensbycycles.example employer "Ravensby Cycles"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-03 08:00 inbox html means other
From: Career Lane Weekly <news@careerlane.example>
List-Id: <weekly.careerlane.example>
List-Unsubscribe: <https://careerlane.example/u>
Subject: Your interview went well? What to do when they say "unfortunately"

Hello Robin,

This week: reading between the lines of a rejection, an offer you cannot refuse (20 % off our course), and how to follow up by Friday without being a pest.
.

mail 2027-03-04 08:30 inbox html means job_alert
From: Indeed <donotreply@match.indeed.com>
List-Unsubscribe: <https://match.indeed.com/u>
Subject: Ravensby Cycles is hiring: Workshop Lead and 9 more jobs

New jobs for you

Workshop Lead - Ravensby Cycles - Albany, NY
Service Advisor - Pinion Motors - Troy, NY
.

mail 2027-03-05 12:00 inbox html means other
From: Ravensby Cycles Shop <shop@mail.ravensbycycles.example>
List-Unsubscribe: <https://mail.ravensbycycles.example/u>
Subject: We have received your order 4711

Hi Robin,

thank you for your order of two inner tubes. We will get back to you when it leaves our house, by Friday at the latest.
.

mail 2027-03-08 12:00 inbox html means other
From: First Meridian Bank <alerts@firstmeridian.example>
Subject: We are pleased to offer you a new credit card

Dear Robin Hale, your application has been pre-approved. Reply by March 15 to accept this offer.
.

mail 2027-03-09 09:00 inbox html means other
From: Ravensby Cycles <no-reply@us.greenhouse-mail.io>
Subject: Your application was viewed

Hi Robin, your application for Workshop Lead was viewed by Ravensby Cycles.
.

# None of it moves the plan. 7 BD from 2 March: 3, 4, 5, 8, 9, 10, Thu 11.
forbid 2027-03-03 2027-03-10 place *
expect 2027-03-11 07:00 place status-1 to tess.moran@ravensbycycles.example
