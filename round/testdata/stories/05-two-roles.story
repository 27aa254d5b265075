# POLICY.md section 6, scenario 5.
story: Two roles, one recruiter
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-25

mail 2027-03-01 08:50 inbox html means confirmation
From: Ironvale Energy <notification@smartrecruiters.com>
Subject: Ironvale Energy - Grid Data Analyst

Dear Robin,

thank you for your interest in Ironvale Energy. Your application for the job Grid Data Analyst was sent to us successfully.

Ironvale Energy Recruiting
Please do not answer this message.
.

mail 2027-03-01 09:07 inbox html means confirmation
From: Ironvale Energy <notification@smartrecruiters.com>
Subject: Ironvale Energy - Metering Specialist

Dear Robin,

thank you for your interest in Ironvale Energy. Your application for the job Metering Specialist was sent to us successfully.

Ironvale Energy Recruiting
Please do not answer this message.
.

mail 2027-03-01 14:20 inbox plain means confirmation
From: Kate Munro <kate.munro@ironvaleenergy.example>
Message-ID: <iron-3@ironvaleenergy.example>
Subject: Grid Data Analyst

Hi Robin,

I recruit for the data teams at Ironvale Energy and can confirm that your application for Grid Data Analyst has reached me. Thanks!

Kate Munro
.

mail 2027-03-01 14:26 inbox plain means confirmation
From: Kate Munro <kate.munro@ironvaleenergy.example>
Message-ID: <iron-4@ironvaleenergy.example>
Subject: Metering Specialist

Hi Robin,

me again: your application for Metering Specialist is here as well, I happen to look after both.

Kate Munro
.

variant rejected: a rejection that names no role

mail 2027-03-10 13:00 inbox html means rejection
From: Ironvale Energy <notification@smartrecruiters.com>
Message-ID: <iron-5@smartrecruiters.com>
Subject: Update on your application at Ironvale Energy

Dear Robin,

we have completed our review of your application. We are sorry to inform you that we will not be moving you forward in the selection, as other applicants were a closer match.

We thank you for your interest in Ironvale Energy and wish you success.

Ironvale Energy Recruiting
Please do not answer this message.
.

# Rule 9: both are suspended, and which one is meant is asked the same day (rule 8).
expect 2027-03-10 ask employer "Ironvale Energy"
forbid 2027-03-10 2027-03-17 place *

user 2027-03-17 18:00 run correct iron-5@smartrecruiters.com --role "Metering Specialist"

# The other one was due Mon 15, rolled to Tue 16; the next morning is Thu 18, less than 5 BD late (rule 13).
expect 2027-03-18 07:00 place application-followup to kate.munro@ironvaleenergy.example employer "Ironvale Energy" role "Grid Data Analyst"

variant merged: no rejection

# 10 BD from 1 March: 2 to 5, 8 to 12, Mon 15; rolled to Tue 16. One contact, one draft (rule 1).
expect 2027-03-16 07:00 place application-followup to kate.munro@ironvaleenergy.example employer "Ironvale Energy"
