story: On hold until a named day
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-09

mail 2027-03-01 09:00 inbox html means confirmation
From: Longacre Seeds <longacreseeds@myworkday.com>
Subject: Longacre Seeds: your application
Auto-Submitted: auto-generated

Dear Robin,

we confirm that your application for Field Technician was received by Longacre Seeds.

Please do not reply to this message.
.

mail 2027-03-08 16:10 inbox plain means hold
From: Bram Tolliver <bram.tolliver@longacreseeds.example>
Subject: Field Technician is paused

Hello Robin,

we have had to put the Field Technician search on hold while the new site is inspected. We plan to take it up again on April 6. You need not do anything until then.

Bram Tolliver
Longacre Seeds
.
expect 2027-03-08 16:10 place acknowledge-hold to bram.tolliver@longacreseeds.example employer "Longacre Seeds"
user 2027-03-08 17:00 sends-draft acknowledge-hold
# At the stated time, Tue 6 April, not after 15 BD (Mon 29 March). A day or two of grace would be right too.
forbid 2027-03-09 2027-04-05 place *
expect 2027-04-06 2027-04-08 place check-in to bram.tolliver@longacreseeds.example
