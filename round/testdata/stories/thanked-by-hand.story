story: The user thanks before the assistant would
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-12

mail 2027-02-15 09:40 inbox html means confirmation
From: Hollin Bank Nursery <no-reply@us.greenhouse-mail.io>
Subject: Hollin Bank Nursery received your application

Hi Robin,

your application for Head Gardener has been received by Hollin Bank Nursery. Thank you for applying.

Hollin Bank Nursery
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Vera Stone <vera.stone@hollinbanknursery.example>
Message-ID: <hol-2@hollinbanknursery.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Head Gardener is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Vera Stone
Hollin Bank Nursery
--- calendar
uid: hol-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Head Gardener
location: https://meet.hollinbanknursery.example/room
organizer: Vera Stone <vera.stone@hollinbanknursery.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

mail 2027-03-02 11:25 sent plain
To: Vera Stone <vera.stone@hollinbanknursery.example>
In-Reply-To: <hol-2@hollinbanknursery.example>
Subject: Re: Interview on Tuesday, March 2

Dear Vera,

thank you for the talk this morning and for the walk through the glasshouses. I would be very glad to join you.

Robin
.
# The thank-you of 12:00 has no reason any more. 7 BD: Thu 11 March.
forbid 2027-03-01 2027-03-10 place *
expect 2027-03-11 07:00 place status-1 to vera.stone@hollinbanknursery.example employer "Hollin Bank Nursery"
