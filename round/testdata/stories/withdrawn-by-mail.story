story: The user withdraws by mail
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-15 09:40 inbox html means confirmation
From: Vellum & Ink <no-reply@us.greenhouse-mail.io>
Subject: Vellum & Ink received your application

Hi Robin,

your application for Print Buyer has been received by Vellum & Ink. Thank you for applying.

Vellum & Ink
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Rosa Pell <rosa.pell@vellumandink.example>
Message-ID: <vel-2@vellumandink.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Print Buyer is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Rosa Pell
Vellum & Ink
--- calendar
uid: vel-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Print Buyer
location: https://meet.vellumandink.example/room
organizer: Rosa Pell <rosa.pell@vellumandink.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to rosa.pell@vellumandink.example employer "Vellum & Ink"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-05 11:20 sent plain
To: Rosa Pell <rosa.pell@vellumandink.example>
In-Reply-To: <vel-2@vellumandink.example>
Subject: Re: Interview on Tuesday, March 2

Dear Rosa,

thank you again for Tuesday. I have thought about it for a few days and would like to withdraw my application for the Print Buyer position. I wish you a good choice.

Kind regards
Robin
.
# They know already: no withdrawal, nor anything else.
forbid 2027-03-03 2027-03-26 place *
