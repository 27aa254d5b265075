story: In the coming weeks
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-04-02

mail 2027-02-15 09:40 inbox html means confirmation
From: Kestrel Optics <no-reply@us.greenhouse-mail.io>
Subject: Kestrel Optics received your application

Hi Robin,

your application for Lens Technician has been received by Kestrel Optics. Thank you for applying.

Kestrel Optics
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Maya Stroud <maya.stroud@kestreloptics.example>
Message-ID: <kes-2@kestreloptics.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Lens Technician is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Maya Stroud
Kestrel Optics
--- calendar
uid: kes-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Lens Technician
location: https://meet.kestreloptics.example/room
organizer: Maya Stroud <maya.stroud@kestreloptics.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to maya.stroud@kestreloptics.example employer "Kestrel Optics"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-04 10:20 inbox plain means other
From: Maya Stroud <maya.stroud@kestreloptics.example>
In-Reply-To: <kes-2@kestreloptics.example>
Subject: Re: Interview on Tuesday, March 2

Dear Robin,

it was good to meet you. There are a few more conversations to be had, and we expect to reach a decision in the coming weeks.

Maya Stroud
.

# 15 BD from Thu 4 March: 5, 8 to 12, 15 to 19, 22 to 24, Thu 25; + 2 BD: Fri 26, Mon 29; rolled to Tue 30.
forbid 2027-03-03 2027-03-29 place *
expect 2027-03-30 07:00 place decision-date to maya.stroud@kestreloptics.example
