story: The user answers an invitation before looking at the draft
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-12

mail 2027-03-01 09:00 inbox html means confirmation
From: Wickham Cheese <no-reply@us.greenhouse-mail.io>
Subject: Wickham Cheese: application received

Hi Robin,

your application for Affineur has been received by Wickham Cheese. Thank you.

** Do not reply to this email. **
.

mail 2027-03-03 10:00 inbox plain means interview/invite
From: Edith Marlowe <edith.marlowe@wickhamcheese.example>
Message-ID: <wic-2@wickhamcheese.example>
Subject: Your application to Wickham Cheese

Dear Robin,

we would be glad to meet you for an interview. Would next Wednesday, March 10, at 11 am be convenient?

Edith Marlowe
.
expect 2027-03-03 10:00 place availability to edith.marlowe@wickhamcheese.example employer "Wickham Cheese"

mail 2027-03-03 12:00 sent plain
To: Edith Marlowe <edith.marlowe@wickhamcheese.example>
In-Reply-To: <wic-2@wickhamcheese.example>
Subject: Re: Your application to Wickham Cheese

Dear Edith,

Wednesday, March 10, at 11 am suits me very well. I look forward to it.

Robin
.
# Rule 6: the draft has lost its reason. The agreed time is fixed now: 11:00 + 60 min + 1 h.
expect 2027-03-03 12:00 withdraw availability to edith.marlowe@wickhamcheese.example
forbid 2027-03-04 2027-03-09 place *
expect 2027-03-10 13:00 place thank-you to edith.marlowe@wickhamcheese.example
