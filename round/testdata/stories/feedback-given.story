story: The rejection gives its reasons
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-15 09:40 inbox html means confirmation
From: Tamarisk Foods <no-reply@us.greenhouse-mail.io>
Subject: Tamarisk Foods received your application

Hi Robin,

your application for Recipe Developer has been received by Tamarisk Foods. Thank you for applying.

Tamarisk Foods
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Jon Abara <jon.abara@tamariskfoods.example>
Message-ID: <tam-2@tamariskfoods.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Recipe Developer is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Jon Abara
Tamarisk Foods
--- calendar
uid: tam-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Recipe Developer
location: https://meet.tamariskfoods.example/room
organizer: Jon Abara <jon.abara@tamariskfoods.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to jon.abara@tamariskfoods.example employer "Tamarisk Foods"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-08 11:20 inbox plain means rejection
From: Jon Abara <jon.abara@tamariskfoods.example>
In-Reply-To: <tam-2@tamariskfoods.example>
Subject: Re: Interview on Tuesday, March 2

Dear Robin,

we have made our choice and it fell on another candidate. I would like to give you some feedback, since you prepared so well: your ideas were the boldest of all, but your costings stayed vague, and you have not yet led a test kitchen, which we need from day one. Work on those two points and you will be hard to beat.

All the best
Jon
.
# Feedback was given: no request. Whether a keep-in-mind may follow is left open.
forbid 2027-03-03 2027-03-26 place feedback-request
allow 2027-03-10 2027-03-12 place keep-in-mind|thanks to jon.abara@tamariskfoods.example
