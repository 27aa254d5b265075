story: A take-home task, handed in by mail
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-22
until: 2027-03-18

mail 2027-02-22 09:00 inbox html means confirmation
From: Bluefin Mapping <no-reply@ashbyhq.com>
Subject: Bluefin Mapping: application received

Hi Robin,

Thank you for applying to Bluefin Mapping as GIS Developer.
.

mail 2027-02-25 10:00 inbox plain means assessment
From: Otis Varga <otis.varga@bluefinmapping.example>
Message-ID: <blu-2@bluefinmapping.example>
Subject: GIS Developer: a small task

Hi Robin,

we would like to see some code of yours. Attached you find a small take-home assignment for the GIS Developer role; please send us your solution by Thursday, March 4. Three hours should be plenty.

Otis Varga
--- attachment task.pdf application/pdf
.
# Nothing but notices; 3 BD before Thu 4 March is Mon 1.
expect 2027-02-25 notice
expect 2027-03-01 notice

mail 2027-03-03 20:10 sent plain
To: Otis Varga <otis.varga@bluefinmapping.example>
In-Reply-To: <blu-2@bluefinmapping.example>
Subject: Re: GIS Developer: a small task

Hi Otis,

here is my solution to the assignment. I had fun with the projections.

Robin
--- attachment solution.zip application/zip
.
# 7 BD after it was handed in: 4, 5, 8 to 11, Fri 12; rolled to Tue 16.
forbid 2027-02-22 2027-03-15 place *
expect 2027-03-16 07:00 place status-1 to otis.varga@bluefinmapping.example
