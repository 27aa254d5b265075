story: A rejection long after everything went quiet
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-05-07

mail 2027-03-02 12:00 inbox html means confirmation
From: Gannet Publishing <no-reply@us.greenhouse-mail.io>
Subject: Thank you from Gannet Publishing

Hi Robin,

your application for Copy Editor has arrived at Gannet Publishing. Many thanks.

** Do not reply to this email. **
.
expect 2027-04-01 quiet employer "Gannet Publishing"

mail 2027-04-27 06:12 inbox html means rejection
From: Gannet Publishing <no-reply@us.greenhouse-mail.io>
Subject: Your application to Gannet Publishing

Hi Robin,

Thank you for your interest in the Copy Editor position at Gannet Publishing. It has now been filled with another candidate, and your application is closed. We were grateful to have it.

** Do not reply to this email. **
.
# Before any interview, and nobody to write to.
forbid 2027-03-01 2027-05-07 place *
