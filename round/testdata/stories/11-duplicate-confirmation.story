# POLICY.md section 6, scenario 11.
story: Duplicate confirmation
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-16

mail 2027-03-02 09:00 inbox html means confirmation
From: Indeed Apply <indeedapply@indeed.com>
Subject: Indeed Application: Lab Technician

Application submitted

Lab Technician
Peregrine Diagnostics - Albany, NY

The following items were sent to Peregrine Diagnostics:

- Application
- Resume

What happens now? If the employer is interested they get in touch with you.
.

mail 2027-03-02 09:02 inbox html means confirmation
From: Peregrine Diagnostics <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Peregrine Diagnostics

Robin,

thank you for applying for the Lab Technician opening with us. A member of our team looks at each application.

If you are not selected for an interview we will keep your details for other roles. If you are, we will call or write to set up a time.

Peregrine Diagnostics Talent
** Please note: Do not reply to this email. **
.

# One application, no human address: no draft. Quiet 30 days after 2 March.
forbid 2027-03-01 2027-04-13 place *
forbid 2027-03-01 2027-03-31 quiet employer "Peregrine Diagnostics"
expect 2027-04-01 quiet employer "Peregrine Diagnostics" role "Lab Technician"

mail 2027-04-14 10:40 inbox plain means interview/invite
From: Imogen Fairley <imogen.fairley@peregrinediagnostics.example>
Subject: Interested in talking about the Lab Technician role?

Hello Robin,

I am a recruiter at Peregrine Diagnostics. Your application for Lab Technician from last month has just been passed to me, sorry that it took so long. If you are still interested I would like to set up a 30-minute interview by video this week or next. When would suit you?

Imogen Fairley
Recruiter
.
expect 2027-04-14 revive employer "Peregrine Diagnostics"
expect 2027-04-14 10:40 place availability to imogen.fairley@peregrinediagnostics.example employer "Peregrine Diagnostics" role "Lab Technician"
