story: Nobody to write to after an interview: quiet after twenty business days
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-04-02

mail 2027-02-15 09:00 inbox html means confirmation
From: Harbinger Logistics <harbingerlogistics@myworkday.com>
Subject: Harbinger Logistics: we received your application
Auto-Submitted: auto-generated

Dear Robin,

your application for Yard Planner was received by Harbinger Logistics.

Please do not reply to this message.
.

mail 2027-02-24 09:00 inbox html means interview/scheduled
From: Harbinger Logistics <harbingerlogistics@myworkday.com>
Subject: Interview confirmation: Yard Planner
Auto-Submitted: auto-generated

Dear Robin,

your interview for Yard Planner is confirmed for Tuesday, March 2, 2027, 9:00 AM to 10:00 AM (ET), by video. The link follows on the day.

Please do not reply to this message.
.
# 20 BD after the interview: 3, 4, 5, 8 to 12, 15 to 19, 22 to 26, 29, Tue 30 March.
forbid 2027-02-15 2027-04-02 place *
forbid 2027-02-15 2027-03-29 quiet employer "Harbinger Logistics"
expect 2027-03-30 quiet employer "Harbinger Logistics"
