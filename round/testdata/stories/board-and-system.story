story: The same application from a board and a hiring system, then a person
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-18

mail 2027-03-01 12:00 inbox html means confirmation
From: LinkedIn <jobs-noreply@linkedin.com>
Subject: Robin, your application was sent to Bellweather Shipping

Your application was sent to Bellweather Shipping

Customs Specialist
Bellweather Shipping - Newark, NJ (On-site)
Applied on March 1, 2027

Now, take these next steps for more success: view similar jobs.
.

mail 2027-03-01 12:04 inbox html means confirmation
From: Bellweather Shipping, Inc. <bellweathershipping@myworkday.com>
Subject: We received your application: Customs Specialist (R-311)
Auto-Submitted: auto-generated

Dear Robin,

Thank you for applying to Bellweather Shipping, Inc. Your application for Customs Specialist (R-311) was received.

If you are not chosen for an interview, you will be notified by email. Do not reply to this message.
.

mail 2027-03-01 15:10 inbox plain means confirmation
From: Oona Lindley <oona.lindley@bellweathershipping.example>
Subject: Your application, Customs Specialist

Hi Robin,

I am the recruiter for Customs Specialist at Bellweather Shipping. Your application is complete, thank you.

Oona Lindley
.

# One application, so one draft. 10 BD: 2 to 5, 8 to 12, Mon 15 March; rolled to Tue 16.
forbid 2027-03-01 2027-03-15 place *
expect 2027-03-16 07:00 place application-followup to oona.lindley@bellweathershipping.example employer "Bellweather Shipping" role "Customs Specialist"
