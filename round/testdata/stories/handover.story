story: A colleague takes over
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-26

mail 2027-03-01 08:55 inbox html means confirmation
From: Nettlecombe Trust <no-reply@us.greenhouse-mail.io>
Subject: Nettlecombe Trust: application received

Dear Robin,

thank you for your application for Fundraising Officer at the Nettlecombe Trust. It was received today.

Nettlecombe Trust
** Do not reply to this email. **
.

mail 2027-03-01 17:20 inbox plain means confirmation
From: Kim Ashdown <kim.ashdown@nettlecombetrust.example>
Message-ID: <net-2@nettlecombetrust.example>
Subject: Fundraising Officer

Hi Robin, thanks for applying for Fundraising Officer, I have your papers and will look after your application.

Kim Ashdown
HR, Nettlecombe Trust
.

mail 2027-03-10 09:45 inbox plain means other
From: Ben Trevose <ben.trevose@nettlecombetrust.example>
Message-ID: <net-3@nettlecombetrust.example>
In-Reply-To: <net-2@nettlecombetrust.example>
Subject: Re: Fundraising Officer

Hi Robin,

Kim leaves us this week, and I take over her recruitments, yours for Fundraising Officer among them. Please write to me from now on.

Ben Trevose
.

# Rule 3 hands the contact and the allowance on, + 5 BD. Counted from the handover that is Wed 17 March (11, 12, 15, 16, 17);
# counted from the old date, Mon 15, it is Mon 22, rolled to Tue 23. Either way it goes to Ben.
forbid 2027-03-01 2027-03-16 place *
forbid 2027-03-01 2027-03-26 place * to kim.ashdown@nettlecombetrust.example
expect 2027-03-17 2027-03-23 place application-followup to ben.trevose@nettlecombetrust.example employer "Nettlecombe Trust"
