# POLICY.md section 6, scenario 7, where no person is known: everything came from the hiring system.
story: Noreply rejection, no person known
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-05-10
until: 2027-06-30

mail 2027-05-12 08:30 inbox html means confirmation
From: Oakmere Parcel <oakmereparcel@myworkday.com>
Subject: Oakmere Parcel: application submitted
Auto-Submitted: auto-generated

Hello Robin,

Your application for Route Planner was submitted to Oakmere Parcel on May 12, 2027. Thank you.

Oakmere Parcel Talent Team
Do not reply to this email.
.

mail 2027-05-26 08:30 inbox html means interview/scheduled
From: Oakmere Parcel <oakmereparcel@myworkday.com>
Subject: Your interview is scheduled: Route Planner, June 1
Auto-Submitted: auto-generated

Hello Robin,

Your interview for Route Planner has been scheduled.

Date: Tuesday, June 1, 2027
Time: 2:00 PM - 3:00 PM (Eastern Time)
Where: Oakmere Parcel, 9 Dock Lane, ask at the gate

You picked this time in Candidate Home. To change it, go there again.

Oakmere Parcel Talent Team
Do not reply to this email.
.

mail 2027-06-10 11:00 inbox html means rejection
From: Oakmere Parcel <oakmereparcel@myworkday.com>
Subject: Update regarding Route Planner
Auto-Submitted: auto-generated

Hello Robin,

Thank you for interviewing with us for Route Planner. We regret to tell you that you were not chosen for the position. The decision was not an easy one.

Oakmere Parcel Talent Team
Do not reply to this email.
.

# No human address anywhere: nothing at all.
forbid 2027-05-10 2027-06-30 place *
