story: A no-reply invitation with a booking link: a notice, no draft
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-22
until: 2027-03-05

mail 2027-02-22 09:15 inbox html means confirmation
From: Marlow Pharmaceuticals <marlow@myworkday.com>
Subject: Marlow Pharmaceuticals: your application was received
Auto-Submitted: auto-generated

Dear Robin,

we have received your application to the position Trial Coordinator, JR-20021, at Marlow Pharmaceuticals.

Please do not reply to this message.
.

mail 2027-02-24 14:15 inbox html means interview/invite
From: Marlow Pharmaceuticals <marlow@myworkday.com>
Subject: Next step: schedule your interview for Trial Coordinator
Auto-Submitted: auto-generated

Dear Robin,

Good news! The hiring team at Marlow Pharmaceuticals would like to interview you for the position Trial Coordinator. Please choose a time that suits you:

https://marlow.myworkday.com/schedule/88120

The link is valid for five days. This message was sent from an address that cannot receive mail.
.
expect 2027-02-24 notice
forbid 2027-02-22 2027-03-05 place *
