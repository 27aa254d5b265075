story: A recruiter names two weeks before any interview
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-26

mail 2027-03-01 14:30 inbox html means confirmation
From: Larchmont Dairy <no-reply@us.greenhouse-mail.io>
Subject: Larchmont Dairy: we have your application

Hi Robin,

your application for Plant Scheduler is here. Thank you for thinking of Larchmont Dairy.

** Do not reply to this email. **
.

mail 2027-03-03 11:30 inbox plain means confirmation
From: Nell Osgood <nell.osgood@larchmontdairy.example>
Subject: Plant Scheduler at Larchmont Dairy

Hi Robin,

thank you for your application for Plant Scheduler. We are collecting applications for a little longer and will get back to you in two weeks.

Nell Osgood
Recruiting, Larchmont Dairy
.
# The window ends on Wed 17 March; + 2 BD: Thu 18, Fri 19; a nudge rolls to Tue 23. The default, Tue 16, is replaced.
forbid 2027-03-01 2027-03-22 place *
expect 2027-03-23 07:00 place application-followup|decision-date|status-1 to nell.osgood@larchmontdairy.example employer "Larchmont Dairy"
