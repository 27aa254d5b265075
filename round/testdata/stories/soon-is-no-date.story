story: An answer soon is no date, but a human mail resets the clock
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-19

mail 2027-02-15 09:40 inbox html means confirmation
From: Sandpiper Travel <no-reply@us.greenhouse-mail.io>
Subject: Sandpiper Travel received your application

Hi Robin,

your application for Tour Planner has been received by Sandpiper Travel. Thank you for applying.

Sandpiper Travel
** Do not reply to this email. **
.

mail 2027-02-24 13:50 inbox html means interview/scheduled
From: Gus Hanley <gus.hanley@sandpipertravel.example>
Message-ID: <san-2@sandpipertravel.example>
Subject: Interview on Tuesday, March 2

Hi Robin,

as arranged on the phone just now: your interview for Tour Planner is on Tuesday, March 2, from 10 to 11 am. The link is in the entry.

Gus Hanley
Sandpiper Travel
--- calendar
uid: san-0302@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Interview Robin Hale, Tour Planner
location: https://meet.sandpipertravel.example/room
organizer: Gus Hanley <gus.hanley@sandpipertravel.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-03-02 12:00 place thank-you to gus.hanley@sandpipertravel.example employer "Sandpiper Travel"
user 2027-03-02 13:00 sends-draft thank-you

mail 2027-03-08 10:20 inbox plain means other
From: Gus Hanley <gus.hanley@sandpipertravel.example>
In-Reply-To: <san-2@sandpipertravel.example>
Subject: Re: Interview on Tuesday, March 2

Hi Robin, we had to postpone our team meeting and could not talk about the candidates yet. I hope to be able to tell you more soon.

Gus
.

# Rule 3: 7 BD from Mon 8 instead of Tue 2: 9 to 12, 15, 16, Wed 17.
forbid 2027-03-03 2027-03-16 place *
expect 2027-03-17 07:00 place status-1 to gus.hanley@sandpipertravel.example
