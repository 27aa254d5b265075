# POLICY.md section 6, scenario 14.
story: Assume no
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-01
until: 2027-03-19

mail 2027-02-01 09:30 inbox html means confirmation
From: Saltmarsh Observatory <saltmarshobservatory+autoreply@talent.icims.com>
Subject: Saltmarsh Observatory - Outreach Officer

Dear Robin Hale,

we are pleased to acknowledge your application for the post of Outreach Officer. As we are a small office we are not able to write to everybody. If you do not hear from us within 3 weeks, please take it that your application was not successful on this occasion.

With thanks
Saltmarsh Observatory
.

# Three weeks end on Mon 22; closed the day after.
forbid 2027-02-01 2027-03-19 place *
forbid 2027-02-01 2027-02-22 close employer "Saltmarsh Observatory"
expect 2027-02-23 close employer "Saltmarsh Observatory"
