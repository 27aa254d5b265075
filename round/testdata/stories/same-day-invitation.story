story: An invitation for the same day
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-03

mail 2027-03-01 09:00 inbox html means confirmation
From: Tern Island Ferries <no-reply@hire.lever.co>
Subject: Tern Island Ferries: application received

Hi Robin,

Thanks for applying for Deck Officer with Tern Island Ferries. We have your application.
.

mail 2027-03-03 08:30 inbox plain means interview/invite
From: Sol Barclay <sol.barclay@ternislandferries.example>
Subject: Deck Officer: could you talk today?

Hi Robin,

I would like to interview you for Deck Officer, and a slot opened up this afternoon. Could you do a video call with me today at 3 pm?

Sol Barclay
.
# On the same day: a notice only.
expect 2027-03-03 notice
forbid 2027-03-01 2027-03-03 place availability
# If the time counts as fixed, it counts as held at four, and a thank-you may stand there at five.
allow 2027-03-03 place thank-you
