# POLICY.md section 6, scenario 8.
story: Rescheduled
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-22
until: 2027-03-26

mail 2027-02-22 17:01 inbox html means confirmation
From: Juniper Row <no-reply@ashbyhq.com>
Subject: Thanks for applying to Juniper Row

Hi Robin,

Thank you for your interest in joining Juniper Row! We have your application for Content Operations Lead and will take a careful look at it.

All the best,
Juniper Row
.

mail 2027-03-02 13:12 inbox html means interview/scheduled
From: Selma Aydin <selma.aydin@juniperrow.example>
Message-ID: <jun-2@juniperrow.example>
Subject: Invitation: Juniper Row interview (Robin Hale) @ Mon Mar 8, 2027 3pm - 4pm (EST)

Hi Robin, thanks for the chat just now. As agreed, we talk about the Content Operations Lead job on Monday at three.

Selma
--- calendar
uid: junrow0308@google.com
start: 2027-03-08 15:00
end: 2027-03-08 16:00
summary: Juniper Row interview (Robin Hale)
location: https://meet.juniperrow.example/selma
organizer: Selma Aydin <selma.aydin@juniperrow.example>
attendee: Selma Aydin <selma.aydin@juniperrow.example> ACCEPTED
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

variant moved: an update moves it to Thursday

mail 2027-03-07 19:25 inbox html means interview/rescheduled
From: Selma Aydin <selma.aydin@juniperrow.example>
Message-ID: <jun-3@juniperrow.example>
In-Reply-To: <jun-2@juniperrow.example>
Subject: Updated invitation: Juniper Row interview (Robin Hale) @ Thu Mar 11, 2027 3pm - 4pm (EST)

This event has been updated
Changed: time

When
Thursday Mar 11, 2027, 3pm - 4pm, Eastern Time - New York
(was Monday Mar 8, 2027, 3pm - 4pm)

Organizer
Selma Aydin
--- calendar
uid: junrow0308@google.com
sequence: 1
start: 2027-03-11 15:00
end: 2027-03-11 16:00
summary: Juniper Row interview (Robin Hale)
location: https://meet.juniperrow.example/selma
organizer: Selma Aydin <selma.aydin@juniperrow.example>
attendee: Selma Aydin <selma.aydin@juniperrow.example> ACCEPTED
attendee: Robin Hale <robin.hale@example.com>
.

# Reactive: at once, also on a Sunday (rule 10).
expect 2027-03-07 19:25 place confirm-reschedule to selma.aydin@juniperrow.example employer "Juniper Row"
user 2027-03-07 20:00 sends-draft confirm-reschedule
forbid 2027-03-08 2027-03-10 place *
expect 2027-03-11 17:00 place thank-you to selma.aydin@juniperrow.example
user 2027-03-11 18:30 sends-draft thank-you
# 7 BD from 11 March: 12, 15 to 19, Mon 22; rolled to Tue 23.
expect 2027-03-23 07:00 place status-1 to selma.aydin@juniperrow.example

variant cancelled: it is cancelled without a new date

mail 2027-03-07 19:25 inbox html means interview/cancelled
From: Selma Aydin <selma.aydin@juniperrow.example>
Message-ID: <jun-3@juniperrow.example>
In-Reply-To: <jun-2@juniperrow.example>
Subject: Canceled event: Juniper Row interview (Robin Hale) @ Mon Mar 8, 2027 3pm - 4pm (EST)

This event has been canceled and removed from your calendar.

Note from the organizer: Sorry Robin, something came up at home. Let us find another day, I would still love to talk to you!
--- calendar
method: CANCEL
uid: junrow0308@google.com
sequence: 1
start: 2027-03-08 15:00
end: 2027-03-08 16:00
summary: Juniper Row interview (Robin Hale)
organizer: Selma Aydin <selma.aydin@juniperrow.example>
attendee: Robin Hale <robin.hale@example.com>
.

expect 2027-03-07 19:25 place availability to selma.aydin@juniperrow.example employer "Juniper Row"
forbid 2027-02-22 2027-03-26 place thank-you
# What becomes of an availability that is never sent is left open.
allow 2027-03-08 2027-03-26 withdraw availability
