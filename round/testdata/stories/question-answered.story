story: A question of the recruiter, answered by the user
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-12

mail 2027-03-01 09:00 inbox html means confirmation
From: Carrick Solar <no-reply@us.greenhouse-mail.io>
Subject: Carrick Solar - we received your application

Hi Robin,

your application for Site Planner is with Carrick Solar now. Thank you!

** Do not reply to this email. **
.

mail 2027-03-03 10:00 inbox plain means other
From: Dilys Penrose <dilys.penrose@carricksolar.example>
Message-ID: <car-2@carricksolar.example>
Subject: Site Planner: one question

Hi Robin,

I am looking at your application for Site Planner at Carrick Solar. Would you be willing to work from our Syracuse office two days a week?

Dilys Penrose
Recruiter
.

mail 2027-03-04 09:10 sent plain
To: Dilys Penrose <dilys.penrose@carricksolar.example>
In-Reply-To: <car-2@carricksolar.example>
Subject: Re: Site Planner: one question

Hi Dilys,

yes, two days a week in Syracuse would be fine with me.

Best
Robin
.
# 5 BD after the answer: Fri 5, 8, 9, 10, Thu 11.
forbid 2027-03-01 2027-03-10 place *
expect 2027-03-11 07:00 place status-1 to dilys.penrose@carricksolar.example employer "Carrick Solar"
