story: An offer whose deadline is extended
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-15
until: 2027-03-17

mail 2027-02-15 12:00 inbox html means confirmation
From: Wisteria Hotels <notification@smartrecruiters.com>
Subject: Wisteria Hotels: Revenue Manager

Dear Robin,

your application as Revenue Manager was sent to Wisteria Hotels. Thank you for your interest.

Please do not answer this message.
.

mail 2027-02-18 12:00 inbox html means interview/scheduled
From: Paula Grieve <paula.grieve@wisteriahotels.example>
Message-ID: <wis-2@wisteriahotels.example>
Subject: Tuesday's interview

Dear Robin, as we said on the phone, we see each other on Tuesday, February 23, 9 to 10 am, for the Revenue Manager interview at the Harbour House.

Paula Grieve
General Manager
--- calendar
uid: wis-0223@google.com
start: 2027-02-23 09:00
end: 2027-02-23 10:00
summary: Interview Revenue Manager
location: Harbour House
organizer: Paula Grieve <paula.grieve@wisteriahotels.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-02-23 11:00 place thank-you to paula.grieve@wisteriahotels.example employer "Wisteria Hotels"
user 2027-02-23 12:00 sends-draft thank-you

mail 2027-03-01 09:20 inbox html means offer
From: Paula Grieve <paula.grieve@wisteriahotels.example>
Message-ID: <wis-3@wisteriahotels.example>
In-Reply-To: <wis-2@wisteriahotels.example>
Subject: An offer for you, Robin

Dear Robin,

I am very happy to offer you the position of Revenue Manager. The contract is being drawn up. May I ask you to let me know your decision by Monday, March 8?

Paula
.
expect 2027-03-01 09:20 place offer-next-steps to paula.grieve@wisteriahotels.example
user 2027-03-01 12:00 sends-draft offer-next-steps
# 3 BD before Mon 8 is Wed 3.
expect 2027-03-03 notice

mail 2027-03-04 10:00 inbox plain means offer
From: Paula Grieve <paula.grieve@wisteriahotels.example>
In-Reply-To: <wis-3@wisteriahotels.example>
Subject: Re: An offer for you, Robin

Dear Robin,

thank you for your call. Of course you can have another week to think it over; Monday, March 15 is fine with us.

Paula
.
# 3 BD before Mon 15 is Wed 10, 1 BD before is Fri 12. The thanks were given: no second letter.
expect 2027-03-10 notice
expect 2027-03-12 notice
forbid 2027-03-02 2027-03-17 place *
