story: A colleague takes over while a letter to the old contact lies ready
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-31

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
Subject: Your application for Fundraising Officer

Hi Robin, thanks for applying for Fundraising Officer, I have your papers and will look after your application.

Kim Ashdown
HR, Nettlecombe Trust
.

expect 2027-03-16 07:00 place application-followup to kim.ashdown@nettlecombetrust.example

mail 2027-03-17 09:45 inbox plain means other
From: Ben Trevose <ben.trevose@nettlecombetrust.example>
Message-ID: <net-3@nettlecombetrust.example>
In-Reply-To: <net-2@nettlecombetrust.example>
Subject: Re: Your application for Fundraising Officer

Hi Robin,

Kim leaves us this week, and I take over her recruitments, yours for Fundraising Officer among them. Please write to me from now on.

Ben Trevose
.

# Rule 6: the letter to Kim lost its reason. Rule 3: the contact and the allowance go on to Ben, + 5 BD: 18, 19, 22, 23, 24.
expect 2027-03-17 09:45 withdraw application-followup to kim.ashdown@nettlecombetrust.example
expect 2027-03-24 07:00 place application-followup to ben.trevose@nettlecombetrust.example
