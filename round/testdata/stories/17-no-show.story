# POLICY.md section 6, scenario 17. The talk is planned for half an hour, so that the thank-you stands at 11:30.
story: No-show
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-22
until: 2027-03-10

mail 2027-02-23 10:20 inbox html means confirmation
From: Cobblestone Legal <no-reply@us.greenhouse-mail.io>
Subject: Cobblestone Legal: we have your application

Hi Robin,

Thank you for your application for Paralegal. We at Cobblestone Legal read each one and will be in touch with those whose background fits.

Cobblestone Legal
** Do not reply to this email. **
.

mail 2027-03-02 15:00 inbox html means interview/scheduled
From: Hannah Pryce <hannah.pryce@cobblestonelegal.example>
Message-ID: <cob-2@cobblestonelegal.example>
Subject: Invitation: Phone interview, Paralegal @ Mon Mar 8, 2027 10am - 10:30am (EST)

Robin, here is our half hour by phone for the Paralegal interview, as agreed. I will ring you.

Hannah Pryce
Cobblestone Legal
--- calendar
uid: cob-0308@google.com
start: 2027-03-08 10:00
end: 2027-03-08 10:30
summary: Phone interview, Paralegal
location: Phone
organizer: Hannah Pryce <hannah.pryce@cobblestonelegal.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

expect 2027-03-08 11:30 place thank-you to hannah.pryce@cobblestonelegal.example employer "Cobblestone Legal"

mail 2027-03-08 12:00 inbox plain means interview/missed
From: Hannah Pryce <hannah.pryce@cobblestonelegal.example>
Message-ID: <cob-3@cobblestonelegal.example>
In-Reply-To: <cob-2@cobblestonelegal.example>
Subject: Re: Invitation: Phone interview, Paralegal

Hi Robin,

so sorry we missed you this morning! I tried your number twice and then had to go into court. Can we try again? Tell me what times work for you this week.

Hannah
.

expect 2027-03-08 12:00 withdraw thank-you to hannah.pryce@cobblestonelegal.example
expect 2027-03-08 12:00 place availability to hannah.pryce@cobblestonelegal.example employer "Cobblestone Legal"

variant plain: nothing else happens

variant reindexed: the server renumbers its folders between the draft and their mail

user 2027-03-08 11:40 reindex
