# POLICY.md section 6, scenario 16.
story: Asked for documents
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-26

mail 2027-02-17 12:12 inbox htmlonly means confirmation
From: Thistle Home Care <thistlehomecare@myworkday.com>
Subject: Your application for Care Coordinator was received
Auto-Submitted: auto-generated

Dear Robin,

Your application for Care Coordinator at Thistle Home Care is in our system. We thank you for it.

You need not do anything at the moment.

Thistle Home Care
Please do not reply to this email.
.

mail 2027-02-25 16:00 inbox html means interview/scheduled
From: Deirdre Malone <deirdre.malone@thistlehomecare.example>
Message-ID: <thi-2@thistlehomecare.example>
Subject: March 2 interview

Hi Robin,

as agreed by phone we meet for the Care Coordinator interview on Tuesday, March 2, at 1 pm. I will meet you at the entrance.

Deirdre Malone
Recruiter, Thistle Home Care
--- calendar
uid: thi-0302
start: 2027-03-02 13:00
end: 2027-03-02 14:00
summary: Interview Robin Hale
location: 210 Garden Street
organizer: Deirdre Malone <deirdre.malone@thistlehomecare.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

expect 2027-03-02 15:00 place thank-you to deirdre.malone@thistlehomecare.example employer "Thistle Home Care"
user 2027-03-02 17:00 sends-draft thank-you

mail 2027-03-05 10:05 inbox plain means info_request
From: Deirdre Malone <deirdre.malone@thistlehomecare.example>
Message-ID: <thi-3@thistlehomecare.example>
In-Reply-To: <thi-2@thistlehomecare.example>
Subject: RE: March 2 interview

Hi Robin,

we all liked meeting you. So that I can bring your file up to date, could you please send me the names and phone numbers of two professional references?

Deirdre
.

# Asked for documents: a notice, never a draft; nothing on Thu 11, the ball is with the user.
expect 2027-03-05 notice
forbid 2027-03-03 2027-03-23 place *

mail 2027-03-10 18:30 sent plain
To: Deirdre Malone <deirdre.malone@thistlehomecare.example>
In-Reply-To: <thi-3@thistlehomecare.example>
Subject: Re: March 2 interview

Hi Deirdre,

of course. You are welcome to speak to Carol Whitby (555-010-3311) and Omar Said (555-010-8142), to both of whom I reported. The list is attached as well.

Best
Robin
--- attachment References-Hale.pdf application/pdf
.

# References: 10 BD from 10 March: 11, 12, 15 to 19, 22, 23, Wed 24.
expect 2027-03-24 07:00 place status-1 to deirdre.malone@thistlehomecare.example
