story: The application by mail bounces
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-19

mail 2027-03-01 10:20 sent plain
To: jobs@dovetailjoinery.example
Message-ID: <sent-dovetail@example.com>
Subject: Application as Workshop Manager

Dear Sir or Madam,

I would like to apply for the position of Workshop Manager at Dovetail Joinery. My resume is attached.

Kind regards
Robin Hale
--- attachment Resume-Hale.pdf application/pdf
.

mail 2027-03-01 10:21 inbox raw means other
From: Mail Delivery System <mailer-daemon@mx.example.com>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one recipient.

<jobs@dovetailjoinery.example>: host mx.dovetailjoinery.example said: 550 5.1.1 no such user here

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
Arrival-Date: Mon, 1 Mar 2027 10:20:00 -0500

Final-Recipient: rfc822; jobs@dovetailjoinery.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user here

--b1
Content-Type: text/rfc822-headers

From: Robin Hale <robin.hale@example.com>
To: jobs@dovetailjoinery.example
Subject: Application as Workshop Manager
Message-ID: <sent-dovetail@example.com>

--b1--
.
# Instead of arrived-safely on Tue 16: a same-day notice.
expect 2027-03-01 notice
forbid 2027-03-01 2027-03-19 place *
