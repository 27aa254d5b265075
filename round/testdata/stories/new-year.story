story: The days between the years do not count
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-12-01
until: 2028-01-13

mail 2027-12-01 09:00 inbox html means confirmation
From: Yewtree Finance <no-reply@us.greenhouse-mail.io>
Subject: Thanks from Yewtree Finance

Hi Robin,

your application for Payroll Specialist has been received by Yewtree Finance. Thank you.

** Do not reply to this email. **
.

mail 2027-12-08 15:00 inbox html means interview/scheduled
From: Ruben Castell <ruben.castell@yewtreefinance.example>
Message-ID: <yew-2@yewtreefinance.example>
Subject: Interview next Wednesday

Hi Robin, as agreed on the phone: December 15, 10 to 11 am, interview for Payroll Specialist.

Ruben Castell
--- calendar
uid: yew-1215@google.com
start: 2027-12-15 10:00
end: 2027-12-15 11:00
summary: Interview Payroll Specialist
organizer: Ruben Castell <ruben.castell@yewtreefinance.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-12-15 12:00 place thank-you to ruben.castell@yewtreefinance.example employer "Yewtree Finance"
user 2027-12-15 13:00 sends-draft thank-you
# 7 BD: Thu 16, Fri 17 December; 20 Dec to 2 Jan does not count (rule 10); Mon 3 to Fri 7 January; rolled to Tue 11.
forbid 2027-12-16 2028-01-10 place *
expect 2028-01-11 07:00 place status-1 to ruben.castell@yewtreefinance.example
