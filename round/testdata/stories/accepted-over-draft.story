story: The user answers by hand where a draft lies: an offer is accepted, a process is left
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-30

mail 2027-03-01 09:00 inbox html means confirmation
From: Northwind Looms <no-reply@us.greenhouse-mail.io>
Subject: Northwind Looms: application received

Dear Robin,

thank you for your application for Weaver at Northwind Looms. It was received today.

Northwind Looms
** Do not reply to this email. **
.

mail 2027-03-02 09:00 inbox html means confirmation
From: Pemberly Foods <no-reply@us.greenhouse-mail.io>
Subject: Pemberly Foods: application received

Dear Robin,

thank you for your application for Miller at Pemberly Foods. It was received today.

Pemberly Foods
** Do not reply to this email. **
.

mail 2027-03-10 09:00 inbox plain means interview/scheduled
From: Ada Lind <ada@northwindlooms.example>
Message-ID: <nl-1@northwindlooms.example>
Subject: Interview: Weaver at Northwind Looms

Dear Robin,

Your interview for the position of Weaver at Northwind Looms is confirmed for Tuesday, March 16, 2027 at 10:00 am in our office.

Ada Lind
Northwind Looms
.

mail 2027-03-10 10:00 inbox plain means interview/scheduled
From: Grant Osei <gosei@pemberlyfoods.example>
Message-ID: <pf-1@pemberlyfoods.example>
Subject: Interview: Miller at Pemberly Foods

Dear Robin,

Your interview for the position of Miller at Pemberly Foods is confirmed for Wednesday, March 17, 2027 at 10:00 am in our office.

Grant Osei
Pemberly Foods
.

allow 2027-03-16 2027-03-23 place thank-you
allow 2027-03-16 2027-03-26 withdraw thank-you
expect 2027-03-25 07:00 place status-1 to ada@northwindlooms.example

mail 2027-03-26 11:00 inbox plain means offer
From: Ada Lind <ada@northwindlooms.example>
Message-ID: <nl-2@northwindlooms.example>
In-Reply-To: <nl-1@northwindlooms.example>
Subject: Your offer: Weaver at Northwind Looms

Dear Robin,

We are delighted to offer you the position of Weaver at Northwind Looms. Please let us know your answer by Friday, April 2, 2027.

Ada Lind
Northwind Looms
.

expect 2027-03-26 11:00 withdraw status-1 to ada@northwindlooms.example
expect 2027-03-26 11:00 place offer-next-steps to ada@northwindlooms.example
expect 2027-03-26 11:00 place competing-deadline to gosei@pemberlyfoods.example

variant accepts: the yes goes out by hand in the thread of the draft, and freezes letters elsewhere

mail 2027-03-29 08:30 sent plain
Message-ID: <me-1@example.com>
From: Robin Hale <robin.hale@example.com>
To: Ada Lind <ada@northwindlooms.example>
In-Reply-To: <nl-2@northwindlooms.example>
Subject: Re: Your offer: Weaver at Northwind Looms

Dear Ada,

I have thought it over during the weekend and I am happy to accept the offer. Please let me know what you need from me.

Robin
.

# Rule 4: the user's own mail counts. Section 1: accepted but unsigned freezes nudges elsewhere, with a notice.
expect 2027-03-29 close employer "Northwind Looms"
expect 2027-03-29 notice about accepted
allow 2027-03-29 2027-04-02 withdraw offer-next-steps|competing-deadline
forbid 2027-03-29 2027-04-30 place *

variant withdraws: the user leaves the process by hand in the thread of the draft

mail 2027-03-29 08:30 sent plain
Message-ID: <me-2@example.com>
From: Robin Hale <robin.hale@example.com>
To: Ada Lind <ada@northwindlooms.example>
In-Reply-To: <nl-2@northwindlooms.example>
Subject: Re: Your offer: Weaver at Northwind Looms

Dear Ada,

Thank you for everything. After much thought I would like to withdraw my application for the Weaver position. I wish you all the best.

Robin
.

expect 2027-03-29 close employer "Northwind Looms"
allow 2027-03-29 2027-04-02 withdraw offer-next-steps|competing-deadline
forbid 2027-03-29 2027-04-30 place * employer "Northwind Looms"
allow 2027-03-30 2027-04-30 place status-1 to gosei@pemberlyfoods.example
allow 2027-03-30 2027-04-30 withdraw status-1
