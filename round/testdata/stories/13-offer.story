# POLICY.md section 6, scenario 13. A is Halcyon Freight, B is Brookline Ferries, C is Cardinal Trams.
story: Offer
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-15
until: 2027-04-16

mail 2027-03-16 10:00 inbox html means confirmation
From: Halcyon Freight <notification@smartrecruiters.com>
Subject: Your application at Halcyon Freight

Dear Robin,

your application for Timetable Planner reached us, thank you! We look through all applications carefully and will come back to you.

Halcyon Freight
Please do not answer this message.
.

mail 2027-03-16 10:40 inbox html means confirmation
From: Brookline Ferries <no-reply@us.greenhouse-mail.io>
Subject: Brookline Ferries: application received

Hi Robin,

thank you for applying to Brookline Ferries! Your application for Schedule Analyst was received and will be reviewed by the hiring team.

Brookline Ferries
** Do not reply to this email. **
.

mail 2027-03-16 11:10 inbox html means confirmation
From: Cardinal Trams <cardinaltrams@myworkday.com>
Subject: Cardinal Trams - Thank you for applying
Auto-Submitted: auto-generated

Dear Robin,

This is to confirm that your application for Network Planner was submitted to Cardinal Trams.

Cardinal Trams
Please do not reply to this email.
.

mail 2027-03-24 14:00 inbox html means interview/scheduled
From: Yusuf Demir <yusuf.demir@halcyonfreight.example>
Message-ID: <hal-2@halcyonfreight.example>
Subject: Interview Timetable Planner

Hi Robin, this is the entry for the interview we arranged by phone, Tuesday 30 March at 9. See you then!

Yusuf Demir
Planning Lead, Halcyon Freight
--- calendar
uid: hal-0330@google.com
start: 2027-03-30 09:00
end: 2027-03-30 10:00
summary: Interview Timetable Planner
location: https://meet.halcyonfreight.example/y
organizer: Yusuf Demir <yusuf.demir@halcyonfreight.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

mail 2027-03-26 10:00 inbox html means interview/scheduled
From: Greta Holm <greta.holm@brooklineferries.example>
Message-ID: <bro-2@brooklineferries.example>
Subject: Thursday, April 1: your interview with Brookline Ferries

Dear Robin,

thank you for the call. I am pleased to confirm your interview for Schedule Analyst on Thursday, April 1, from 2 to 3 pm at Pier 4.

Greta Holm
Operations Manager, Brookline Ferries
--- calendar
uid: bro-0401@google.com
start: 2027-04-01 14:00
end: 2027-04-01 15:00
summary: Interview Schedule Analyst
location: Pier 4
organizer: Greta Holm <greta.holm@brooklineferries.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

expect 2027-03-30 11:00 place thank-you to yusuf.demir@halcyonfreight.example employer "Halcyon Freight"
user 2027-03-30 12:00 sends-draft thank-you to yusuf.demir@halcyonfreight.example
expect 2027-04-01 16:00 place thank-you to greta.holm@brooklineferries.example employer "Brookline Ferries"
user 2027-04-01 17:00 sends-draft thank-you to greta.holm@brooklineferries.example

mail 2027-04-05 10:30 inbox html means offer
From: Yusuf Demir <yusuf.demir@halcyonfreight.example>
Message-ID: <hal-3@halcyonfreight.example>
In-Reply-To: <hal-2@halcyonfreight.example>
Subject: Our offer to you

Dear Robin,

it did not take us long: we are delighted to offer you the job of Timetable Planner at Halcyon Freight, starting in May. The letter with all the terms is being signed upstairs and will follow.

Please let us have your answer by Monday, April 12.

Yusuf
.

# At once: A is thanked, B, where there was an interview, is told of the date; C, only applied to, hears nothing.
expect 2027-04-05 10:30 place offer-next-steps to yusuf.demir@halcyonfreight.example employer "Halcyon Freight"
expect 2027-04-05 10:30 place competing-deadline to greta.holm@brooklineferries.example employer "Brookline Ferries"
user 2027-04-05 11:00 sends-draft offer-next-steps
# 3 BD before Mon 12 is Wed 7, 1 BD before is Fri 9.
expect 2027-04-07 notice
expect 2027-04-09 notice
# Once the offer is accepted, B has no reason to be told of its deadline. B's status-1 would stand on Tue 13: 7 BD from
# 1 April are 2, 5 to 9, Mon 12; rolled to Tue.
allow 2027-04-09 2027-04-16 withdraw competing-deadline

variant signed: accepted and signed

user 2027-04-09 15:00 run log "Halcyon Freight" accepted --signed
expect 2027-04-09 15:00 place withdrawal to greta.holm@brooklineferries.example employer "Brookline Ferries"
forbid 2027-04-09 2027-04-16 place status-1

variant unsigned: accepted only

user 2027-04-09 15:00 run log "Halcyon Freight" accepted
# Frozen, with a notice; nothing is withdrawn from yet.
forbid 2027-04-09 2027-04-16 place *
