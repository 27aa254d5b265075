story: An out-of-office is no reply
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-01-11
until: 2027-02-19

mail 2027-01-11 10:40 inbox html means confirmation
From: Cedarline Rail <no-reply@us.greenhouse-mail.io>
Subject: Cedarline Rail: thank you

Hi Robin,

your application for Dispatcher has been received by Cedarline Rail. Thank you for taking the time.

Cedarline Rail
** Do not reply to this email. **
.

mail 2027-01-13 10:10 inbox html means interview/scheduled
From: Abel Novak <abel.novak@cedarlinerail.example>
Message-ID: <ced-2@cedarlinerail.example>
Subject: Interview Dispatcher, Thursday January 14

Hi Robin, confirming what we said on the phone: Thursday, January 14, at 4 pm, interview for Dispatcher, one hour on video.

Abel Novak
--- calendar
uid: ced-0114@google.com
start: 2027-01-14 16:00
end: 2027-01-14 17:00
summary: Interview Dispatcher
organizer: Abel Novak <abel.novak@cedarlinerail.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.
expect 2027-01-14 18:00 place thank-you to abel.novak@cedarlinerail.example employer "Cedarline Rail"
user 2027-01-14 19:00 sends-draft thank-you

# 7 BD: 15, 19 (Mon 18 is a holiday) to 22, 25, Tue 26.
expect 2027-01-26 07:00 place status-1 to abel.novak@cedarlinerail.example
user 2027-01-26 10:00 sends-draft status-1

mail 2027-01-26 10:01 inbox plain means other
From: Abel Novak <abel.novak@cedarlinerail.example>
In-Reply-To: <ced-2@cedarlinerail.example>
Subject: Automatic reply: Interview Dispatcher, Thursday January 14
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All

Thank you for your message. I am on leave and will be back on Thursday, February 11. I do not read mail in the meantime.

Abel Novak
.

# Rule 3: the second would stand on Tue 9 Feb (10 BD after the 26th); the absence moves it to the return, Thu 11, + 2 BD:
# Fri 12, Tue 16 (Mon 15 is a holiday).
forbid 2027-01-27 2027-02-15 place *
expect 2027-02-16 07:00 place status-2 to abel.novak@cedarlinerail.example
