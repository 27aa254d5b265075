story: The decision date passes twice, then silence
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-04-09

mail 2027-02-15 09:40 inbox html means confirmation
From: Foxglove Pottery <no-reply@us.greenhouse-mail.io>
Subject: Foxglove Pottery received your application

Hi Robin,

your application for Studio Manager has been received by Foxglove Pottery. Thank you for applying.

Foxglove Pottery
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Ida Lund <ida.lund@foxglovepottery.example>
Message-ID: <fox-2@foxglovepottery.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Studio Manager is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Ida Lund
Foxglove Pottery
--- calendar
uid: fox-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Studio Manager
location: https://meet.foxglovepottery.example/room
organizer: Ida Lund <ida.lund@foxglovepottery.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to ida.lund@foxglovepottery.example employer "Foxglove Pottery"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-04 10:20 inbox plain means other
From: Ida Lund <ida.lund@foxglovepottery.example>
In-Reply-To: <fox-2@foxglovepottery.example>
Subject: Re: Interview on Tuesday, March 2

Hi Robin,

thank you for coming by. I should have an answer for you early next week.

Ida
.

# Early next week is Wed 10 March; + 2 BD: Thu 11, Fri 12; rolled to Tue 16.
forbid 2027-03-04 2027-03-15 place *
expect 2027-03-16 07:00 place decision-date to ida.lund@foxglovepottery.example
user 2027-03-16 09:50 sends-draft decision-date
# It counts as status-1; the second stands 10 BD after it was sent: 17, 18, 19, 22 to 26, 29, Tue 30.
forbid 2027-03-17 2027-03-29 place *
expect 2027-03-30 07:00 place status-2 to ida.lund@foxglovepottery.example
