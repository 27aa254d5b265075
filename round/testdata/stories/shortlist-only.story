story: Only shortlisted candidates hear back
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-09

mail 2027-03-02 14:30 inbox html means confirmation
From: Bramwell Council <careers@bramwellcouncil.example>
Subject: Acknowledgement: Parks Officer, reference PK/204

Dear Applicant,

Thank you for your application for the post of Parks Officer, reference PK/204. Owing to the volume of applications we regret that only candidates who are shortlisted will be contacted.

Bramwell Council
.

mail 2027-03-02 16:00 inbox plain means confirmation
From: Stella Moor <stella.moor@bramwellcouncil.example>
Subject: Parks Officer

Dear Robin, I have your form for Parks Officer, thanks.

Stella Moor
.
# No nudge before an interview, in spite of the person. Quiet at 30 days: Thu 1 April.
forbid 2027-03-01 2027-04-09 place *
expect 2027-04-01 quiet employer "Bramwell Council"
