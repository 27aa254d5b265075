story: The position is cancelled after the interview
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-15 09:40 inbox html means confirmation
From: Beacon Hill Radio <no-reply@us.greenhouse-mail.io>
Subject: Beacon Hill Radio received your application

Hi Robin,

your application for Sound Editor has been received by Beacon Hill Radio. Thank you for applying.

Beacon Hill Radio
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Suki Tan <suki.tan@beaconhillradio.example>
Message-ID: <bea-2@beaconhillradio.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Sound Editor is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Suki Tan
Beacon Hill Radio
--- calendar
uid: bea-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Sound Editor
location: https://meet.beaconhillradio.example/room
organizer: Suki Tan <suki.tan@beaconhillradio.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to suki.tan@beaconhillradio.example employer "Beacon Hill Radio"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-08 11:20 inbox plain means filled
From: Suki Tan <suki.tan@beaconhillradio.example>
In-Reply-To: <bea-2@beaconhillradio.example>
Subject: Re: Interview on Tuesday, March 2

Hi Robin,

I have disappointing news, and it has nothing to do with you: the budget for the Sound Editor position was cut and the opening has been cancelled. I would have liked to work with you.

Suki
.
# 2 BD: Tue 9, Wed 10. No feedback is asked for.
forbid 2027-03-03 2027-03-09 place *
expect 2027-03-10 07:00 place keep-in-mind to suki.tan@beaconhillradio.example
forbid 2027-03-11 2027-03-26 place *
