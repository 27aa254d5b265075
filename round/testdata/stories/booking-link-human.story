story: A person's invitation with a booking link: a notice, no draft
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-22
until: 2027-03-05

mail 2027-02-22 09:35 inbox html means confirmation
From: Pepperwood Games <no-reply@hire.lever.co>
Subject: Application received by Pepperwood Games

Hi Robin,

Thank you for your application for Community Manager at Pepperwood Games!

The Pepperwood Team
.

mail 2027-02-25 16:15 inbox html means interview/invite
From: Milo Hartwell <milo@pepperwoodgames.example>
Subject: Let's talk, Robin!

Hi Robin,

I run community here and really liked your application. I'd love to get 30 minutes with you for a first interview. Grab any slot on my calendar: https://calendly.com/milo-pepperwood/30min

Talk soon,
Milo
.
expect 2027-02-25 notice
forbid 2027-02-22 2027-03-05 place *
