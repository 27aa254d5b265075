story: A friend forwards an employer's mail
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-19

mail 2027-03-02 19:30 inbox plain means other
From: Casey Bloom <casey.bloom@example.org>
Subject: Fwd: Interview for Garden Designer?

Hey Robin, look what I got today!! Also, I told them about you, they may need two people.

---------- Forwarded message ---------
From: Linnea Strand <linnea.strand@fernandfield.example>
Date: Tue, Mar 2, 2027 at 4:10 PM
Subject: Interview for Garden Designer?
To: Casey Bloom <casey.bloom@example.org>

Dear Casey,

we would like to invite you to an interview for the Garden Designer position at Fern & Field. Which times next week suit you?

Linnea Strand
.
# Never to a friend, never to a stranger (rules 11 and 12).
forbid 2027-03-01 2027-03-19 place *
