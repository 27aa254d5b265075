# POLICY.md section 6, scenario 9.
story: No calls
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-08
until: 2027-03-12
option: phone

mail 2027-02-09 10:00 inbox html means confirmation
From: Copperline Office Supply <no-reply@us.greenhouse-mail.io>
Subject: Copperline Office Supply has received your application

Hi Robin,

thanks for applying for Inside Sales Representative at Copperline Office Supply. We read every application and will be in touch if there is a match.

Our phones are busy with customers: no phone calls about applications, please.

Copperline Office Supply
** Do not reply to this email. **
.

mail 2027-02-17 11:45 inbox html means interview/scheduled
From: Wanda Krol <wanda.krol@copperlineofficesupply.example>
Message-ID: <cop-2@copperlineofficesupply.example>
Subject: Your interview at Copperline, Feb 23

Hi Robin,

this confirms what we settled a minute ago: Tuesday, February 23, 10 to 11 am, on video, for the Inside Sales Representative job.

Wanda Krol
Sales Manager
Copperline Office Supply
(555) 010-7788
--- calendar
uid: cop-sales-23@google.com
start: 2027-02-23 10:00
end: 2027-02-23 11:00
summary: Interview Robin Hale, Inside Sales
location: https://meet.copperlineofficesupply.example/w
organizer: Wanda Krol <wanda.krol@copperlineofficesupply.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

expect 2027-02-23 12:00 place thank-you to wanda.krol@copperlineofficesupply.example employer "Copperline Office Supply"
user 2027-02-23 14:00 sends-draft thank-you

variant mail: nobody asks for a call

# 7 BD from 23 Feb: 24, 25, 26, 1, 2, 3, Thu 4. Never a call sheet (rule 7).
expect 2027-03-04 07:00 place status-1 to wanda.krol@copperlineofficesupply.example
forbid 2027-02-08 2027-03-12 call

variant called: the manager asks for a call, and the user calls

mail 2027-02-25 09:10 inbox plain means other
From: Wanda Krol <wanda.krol@copperlineofficesupply.example>
In-Reply-To: <cop-2@copperlineofficesupply.example>
Subject: Re: Your interview at Copperline, Feb 23

Robin, I have a couple of quick questions that are easier by voice. Please call me on (555) 010-7788, today or tomorrow before noon.

Wanda
.
expect 2027-02-25 call to wanda.krol@copperlineofficesupply.example employer "Copperline Office Supply"
user 2027-02-25 16:00 run log "Copperline Office Supply" called --outcome reached
# 7 BD from 25 Feb: 26, 1 to 5, Mon 8; rolled to Tue 9.
expect 2027-03-09 07:00 place status-1 to wanda.krol@copperlineofficesupply.example

variant not-called: the manager asks for a call, and nothing is recorded

mail 2027-02-25 09:10 inbox plain means other
From: Wanda Krol <wanda.krol@copperlineofficesupply.example>
In-Reply-To: <cop-2@copperlineofficesupply.example>
Subject: Re: Your interview at Copperline, Feb 23

Robin, I have a couple of quick questions that are easier by voice. Please call me on (555) 010-7788, today or tomorrow before noon.

Wanda
.
expect 2027-02-25 call to wanda.krol@copperlineofficesupply.example employer "Copperline Office Supply"
expect 2027-02-25 notice
# The ball is with the user.
forbid 2027-02-25 2027-03-12 place *
