# POLICY.md section 6, scenario 7.
story: Noreply rejection
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-05-10
until: 2027-06-18

mail 2027-05-11 13:40 inbox html means confirmation
From: Greywater Transit <greywatertransit@myworkday.com>
Subject: Thank you for applying: Fleet Planner
Auto-Submitted: auto-generated

Dear Robin Hale,

Thank you for submitting your application for the Fleet Planner position (JR-3098) with Greywater Transit. This message acknowledges that we have it.

If your background is what we are looking for, a recruiter will be in contact. Otherwise you will be told by email.

Greywater Transit HR
Please do not reply. This address only sends.
.

mail 2027-05-25 09:20 inbox html means interview/scheduled
From: Amos Lindqvist <amos.lindqvist@greywatertransit.example>
Message-ID: <grey-2@greywatertransit.example>
Subject: Interview Fleet Planner, June 1

Good morning Robin,

as agreed on the phone: Tuesday, June 1, 11 o'clock at our depot on Canal Street, one hour. I will show you around afterwards if you like. Wear shoes that may get dirty.

Amos Lindqvist
Head of Fleet
--- calendar
uid: grey-fleet-1
start: 2027-06-01 11:00
end: 2027-06-01 12:00
summary: Interview Robin Hale
location: Depot, Canal Street
organizer: Amos Lindqvist <amos.lindqvist@greywatertransit.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

expect 2027-06-01 13:00 place thank-you to amos.lindqvist@greywatertransit.example employer "Greywater Transit"
user 2027-06-01 15:00 sends-draft thank-you

# 7 BD from 1 June: 2, 3, 4, 7, 8, 9, Thu 10.
expect 2027-06-10 07:00 place status-1 to amos.lindqvist@greywatertransit.example
# The rejection of the variants comes at 11:00 (rule 6).
expect 2027-06-10 11:00 withdraw status-1 to amos.lindqvist@greywatertransit.example

variant plain: a rejection from noreply

mail 2027-06-10 11:00 inbox html means rejection
From: Greywater Transit <greywatertransit@myworkday.com>
Subject: Your application for Fleet Planner
Auto-Submitted: auto-generated

Dear Robin Hale,

Thank you for the interest you have shown in the Fleet Planner position (JR-3098) and for coming to the interview. We have now chosen another candidate, so we will not proceed with your application.

We wish you all the best in your career.

Greywater Transit HR
Please do not reply. This address only sends.
.

# 2 BD: Fri 11, Mon 14; no nudge, so Monday will do. The rejection cannot be answered: the interviewer's thread.
expect 2027-06-14 07:00 place feedback-request to amos.lindqvist@greywatertransit.example employer "Greywater Transit"

variant no-feedback: the rejection says that there is no individual feedback

mail 2027-06-10 11:00 inbox html means rejection
From: Greywater Transit <greywatertransit@myworkday.com>
Subject: Your application for Fleet Planner
Auto-Submitted: auto-generated

Dear Robin Hale,

Thank you for the interest you have shown in the Fleet Planner position (JR-3098) and for coming to the interview. We have now chosen another candidate, so we will not proceed with your application.

Because of the number of candidates we cannot give individual feedback, for which we ask your understanding.

Greywater Transit HR
Please do not reply. This address only sends.
.

expect 2027-06-14 07:00 place keep-in-mind to amos.lindqvist@greywatertransit.example employer "Greywater Transit"
