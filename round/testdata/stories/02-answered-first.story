# POLICY.md section 6, scenario 2.
story: Answered first
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-01-18
until: 2027-03-05

mail 2027-01-20 09:33 inbox html means confirmation
From: Mapleton Press <mapletonpress@myworkday.com>
Subject: Application received - Production Editor (REQ-5521)
Auto-Submitted: auto-generated

Hello Robin,

Your application for Production Editor (REQ-5521) at Mapleton Press has arrived. Our team will review it in the coming days.

Thank you,
Mapleton Press Human Resources

A machine wrote this message. Please do not reply.
.

mail 2027-01-29 16:44 inbox html means interview/scheduled
From: Gil Santoro <gil.santoro@mapletonpress.example>
Message-ID: <maple-2@mapletonpress.example>
Subject: Interview with Mapleton Press

Robin,

as discussed on the phone, we meet on Thursday next week at 2 pm in our office. The details are in the entry below. Ask for me at the desk.

Gil Santoro
Managing Editor
--- calendar
uid: 040000008200E00074C5B7101A82E0080000MAPLE
start: 2027-02-04 14:00
end: 2027-02-04 15:00
summary: Interview Production Editor, Robin Hale
location: 40 Quay Road, 3rd floor
organizer: Gil Santoro <gil.santoro@mapletonpress.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

expect 2027-02-04 16:00 place thank-you to gil.santoro@mapletonpress.example employer "Mapleton Press"
user 2027-02-04 18:20 sends-draft thank-you

mail 2027-02-08 10:02 inbox plain means other
From: Gil Santoro <gil.santoro@mapletonpress.example>
Message-ID: <maple-3@mapletonpress.example>
In-Reply-To: <maple-2@mapletonpress.example>
Subject: RE: Interview with Mapleton Press

Hi Robin,

It was a pleasure to meet you. You can expect our decision by Friday.

Regards,
Gil
.

variant before: the answer comes on the eve

# "Another week" from the 16th promises the 23rd.
mail 2027-02-16 15:20 inbox plain means other
From: Gil Santoro <gil.santoro@mapletonpress.example>
In-Reply-To: <maple-3@mapletonpress.example>
Subject: RE: Interview with Mapleton Press

Hi Robin,

I know I said Friday. Our publisher is travelling and wants to have a say, so we need another week. Sorry about that!

Gil
.

# Rule 2, the latest statement wins: Tue 23 + 2 BD = Thu 25.
forbid 2027-02-05 2027-02-24 place *
expect 2027-02-25 07:00 place decision-date to gil.santoro@mapletonpress.example

variant untouched: the answer comes after the draft, which nobody has touched

expect 2027-02-17 07:00 place decision-date to gil.santoro@mapletonpress.example
mail 2027-02-17 10:00 inbox plain means other
From: Gil Santoro <gil.santoro@mapletonpress.example>
In-Reply-To: <maple-3@mapletonpress.example>
Subject: RE: Interview with Mapleton Press

Hi Robin,

I know I said Friday. Our publisher is travelling and wants to have a say, so we need another week. Sorry about that!

Gil
.
# Rule 6.
expect 2027-02-17 10:00 withdraw decision-date to gil.santoro@mapletonpress.example
# A week from the 17th is Wed 24; + 2 BD = Fri 26, and a nudge rolls to Tue 2 Mar (rule 10).
forbid 2027-02-18 2027-03-01 place *
expect 2027-03-02 07:00 place decision-date to gil.santoro@mapletonpress.example

variant edited: the answer comes after the draft, which the user has edited

expect 2027-02-17 07:00 place decision-date to gil.santoro@mapletonpress.example
user 2027-02-17 08:15 edits-draft decision-date
mail 2027-02-17 10:00 inbox plain means other
From: Gil Santoro <gil.santoro@mapletonpress.example>
In-Reply-To: <maple-3@mapletonpress.example>
Subject: RE: Interview with Mapleton Press

Hi Robin,

I know I said Friday. Our publisher is travelling and wants to have a say, so we need another week. Sorry about that!

Gil
.
expect 2027-02-17 10:00 keep decision-date
forbid 2027-02-17 2027-03-05 withdraw *
# Whether a second one may lie beside the edited one is left open by POLICY.md.
allow 2027-03-02 2027-03-05 place decision-date
