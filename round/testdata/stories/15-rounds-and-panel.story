# POLICY.md section 6, scenario 15.
story: Rounds and a panel
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-04-02

mail 2027-02-16 10:10 inbox html means confirmation
From: Elmgate University Press <no-reply@teamtailor-mail.com>
Subject: Thank you for your application!

Hi Robin,

we have received your application for Rights Manager at Elmgate University Press. How nice that you want to work with us!

We will get back to you as soon as we have had a look.

Elmgate University Press
.

mail 2027-02-24 13:20 inbox html means interview/scheduled
From: Fiona Garrick <fiona.garrick@elmgateuniversitypress.example>
Message-ID: <elm-2@elmgateuniversitypress.example>
Subject: Rights Manager: first interview

Dear Robin,

as we agreed on the phone, your first interview for the Rights Manager post is on Tuesday, March 2 at 10:00, with me.

Fiona Garrick
Publisher
--- calendar
uid: elm-first@google.com
start: 2027-03-02 10:00
end: 2027-03-02 11:00
summary: Rights Manager: first interview
location: https://meet.elmgateuniversitypress.example/1
organizer: Fiona Garrick <fiona.garrick@elmgateuniversitypress.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

expect 2027-03-02 12:00 place thank-you to fiona.garrick@elmgateuniversitypress.example employer "Elmgate University Press"
user 2027-03-02 14:00 sends-draft thank-you

mail 2027-03-04 09:50 inbox plain means interview/invite
From: Fiona Garrick <fiona.garrick@elmgateuniversitypress.example>
Message-ID: <elm-3@elmgateuniversitypress.example>
In-Reply-To: <elm-2@elmgateuniversitypress.example>
Subject: Re: Rights Manager: first interview

Dear Robin,

the two of us would have gone on for another hour, I think. I would like you to come to a second interview and meet the committee, five of us in all. It should be in the week of March 15. Which days and times could you offer?

Fiona
.

expect 2027-03-04 09:50 place availability to fiona.garrick@elmgateuniversitypress.example
user 2027-03-04 11:00 sends-draft availability

# A second member of the committee writes, before the host fixes the time.
mail 2027-03-05 10:30 inbox plain means other
From: Peter Adeane <peter.adeane@elmgateuniversitypress.example>
Message-ID: <elm-4@elmgateuniversitypress.example>
Subject: Rights Manager committee

Dear Robin,

I am one of the committee that you will meet for the Rights Manager post and look after translations here. I look forward to our conversation.

Peter Adeane
.

mail 2027-03-08 09:15 inbox html means interview/scheduled
From: Fiona Garrick <fiona.garrick@elmgateuniversitypress.example>
Message-ID: <elm-5@elmgateuniversitypress.example>
In-Reply-To: <elm-3@elmgateuniversitypress.example>
Subject: Second interview, Thursday, March 18

Dear Robin,

Thursday, March 18 at 2 pm it is. The committee: Peter, Moira, Sanjay, Ottilie, and I.

Fiona
--- calendar
uid: elm-second@google.com
start: 2027-03-18 14:00
end: 2027-03-18 15:30
summary: Rights Manager: second interview
location: Committee room
organizer: Fiona Garrick <fiona.garrick@elmgateuniversitypress.example>
attendee: Peter Adeane <peter.adeane@elmgateuniversitypress.example> ACCEPTED
attendee: Moira Finch <moira.finch@elmgateuniversitypress.example> ACCEPTED
attendee: Sanjay Rao <sanjay.rao@elmgateuniversitypress.example> ACCEPTED
attendee: Ottilie Brand <ottilie.brand@elmgateuniversitypress.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

# Frozen until the second round. Then five people: one thank-you to the host.
forbid 2027-03-05 2027-03-17 place *
expect 2027-03-18 16:30 place thank-you to fiona.garrick@elmgateuniversitypress.example
user 2027-03-18 18:00 sends-draft thank-you
# 7 BD from the 18th: 19, 22 to 26, Mon 29; rolled to Tue 30.
expect 2027-03-30 07:00 place status-1 to fiona.garrick@elmgateuniversitypress.example
