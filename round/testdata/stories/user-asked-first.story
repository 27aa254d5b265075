story: The user asks before the assistant would
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-15 09:40 inbox html means confirmation
From: Millbrook Archive <no-reply@us.greenhouse-mail.io>
Subject: Millbrook Archive received your application

Hi Robin,

your application for Records Manager has been received by Millbrook Archive. Thank you for applying.

Millbrook Archive
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Anton Reyes <anton.reyes@millbrookarchive.example>
Message-ID: <mil-2@millbrookarchive.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Records Manager is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Anton Reyes
Millbrook Archive
--- calendar
uid: mil-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Records Manager
location: https://meet.millbrookarchive.example/room
organizer: Anton Reyes <anton.reyes@millbrookarchive.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to anton.reyes@millbrookarchive.example employer "Millbrook Archive"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-09 18:20 sent plain
To: Anton Reyes <anton.reyes@millbrookarchive.example>
In-Reply-To: <mil-2@millbrookarchive.example>
Subject: Re: Interview on Tuesday, March 2

Hi Anton,

I enjoyed our conversation last week and wanted to ask whether there is any news on the Records Manager position. Do you know when you will decide?

Best
Robin
.

# Rule 4: nothing on Thu 11 (7 BD); the first status is spent. The second stands 10 BD after Tue 9: 10, 11, 12, 15 to 19, 22,
# Tue 23. POLICY.md does not name the kind that follows a status which the user wrote.
forbid 2027-03-03 2027-03-22 place *
expect 2027-03-23 07:00 place status-2|status-1 to anton.reyes@millbrookarchive.example
