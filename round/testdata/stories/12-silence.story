# POLICY.md section 6, scenario 12.
story: Silence
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-01-04
until: 2027-03-17

mail 2027-01-05 14:00 inbox html means confirmation
From: Tallow & Wick <no-reply@hire.lever.co>
Subject: Tallow & Wick: application received

Hello Robin,

We have received your application for E-Commerce Manager. Thank you for considering Tallow & Wick as your next place to work.

We review applications as they come in and contact those whom we want to meet.

The Tallow & Wick team
.

mail 2027-01-07 15:15 inbox html means interview/scheduled
From: Beatriz Lomas <beatriz.lomas@tallowandwick.example>
Message-ID: <tal-2@tallowandwick.example>
Subject: Meeting you on Tuesday

Hi Robin,

nice talking to you earlier. So we meet for your interview for E-Commerce Manager at Tallow & Wick on Tuesday, January 12, at 10 am in our studio.

Beatriz Lomas
Co-founder
--- calendar
uid: tal-robin-1@google.com
start: 2027-01-12 10:00
end: 2027-01-12 11:30
summary: Robin Hale, interview
location: Studio, 7 Mill Yard
organizer: Beatriz Lomas <beatriz.lomas@tallowandwick.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

expect 2027-01-12 12:30 place thank-you to beatriz.lomas@tallowandwick.example employer "Tallow & Wick"
user 2027-01-12 15:00 sends-draft thank-you

# 7 BD: 13, 14, 15, 19 (Mon 18 is a holiday), 20, 21, Fri 22; rolled to Tue 26.
expect 2027-01-26 07:00 place status-1 to beatriz.lomas@tallowandwick.example
user 2027-01-26 09:45 sends-draft status-1

# 10 BD after it was sent: 27, 28, 29, 1 to 5, 8, Tue 9.
expect 2027-02-09 07:00 place status-2 to beatriz.lomas@tallowandwick.example
user 2027-02-09 10:05 sends-draft status-2

# Quiet 10 BD after the last one: 10, 11, 12, 16 (Mon 15 is a holiday) to 19, 22, 23, Wed 24.
forbid 2027-02-10 2027-03-11 place *
expect 2027-02-24 quiet employer "Tallow & Wick"

mail 2027-03-10 11:20 inbox plain means rejection
From: Beatriz Lomas <beatriz.lomas@tallowandwick.example>
In-Reply-To: <tal-2@tallowandwick.example>
Subject: Re: Meeting you on Tuesday

Dear Robin,

I owe you an answer, and I apologise for the long silence. We have filled our hearts and heads with this for weeks and in the end offered the job to somebody else, who has run a shop of our size before. It was a close call between the two of you.

Thank you for the time that you spent with us.

Beatriz
.

# 2 BD: Thu 11, Fri 12. No nudge, so Friday will do.
expect 2027-03-12 07:00 place feedback-request to beatriz.lomas@tallowandwick.example employer "Tallow & Wick"
