story: Applied again after a rejection there
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-01
until: 2027-04-02

mail 2027-02-01 09:00 inbox html means confirmation
From: Greyfriars Press <no-reply@hire.lever.co>
Subject: Greyfriars Press: application received

Hi Robin,

Thank you for applying for Junior Designer at Greyfriars Press.
.

mail 2027-02-08 09:00 inbox plain means rejection
From: Maud Ellery <maud.ellery@greyfriarspress.example>
Subject: Junior Designer

Dear Robin,

thank you for your application for Junior Designer at Greyfriars Press. We will not be inviting you this time, as your experience lies elsewhere.

Maud Ellery
.

mail 2027-03-01 09:00 inbox html means confirmation
From: Greyfriars Press <no-reply@hire.lever.co>
Subject: Greyfriars Press: application received

Hi Robin,

Thank you for applying for Production Assistant at Greyfriars Press.
.
# Applied again after a rejection there: a line in the digest, nothing else.
forbid 2027-02-01 2027-02-28 place feedback-request
allow 2027-02-08 2027-02-12 place thanks to maud.ellery@greyfriarspress.example
allow 2027-02-08 2027-04-02 withdraw thanks
forbid 2027-03-01 2027-04-02 place *
