# POLICY.md section 6, scenario 4.
story: Deleted drafts
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-22
until: 2027-05-14

mail 2027-03-23 12:00 inbox htmlonly means confirmation
From: Wexcombe Foods Careers <wexcombefoods+autoreply@talent.icims.com>
Subject: Wexcombe Foods: Thank you for applying

Robin,

We have successfully received your application for Supply Coordinator (Job ID 4471) at Wexcombe Foods. Our recruiters review applications on a rolling basis. If your qualifications match, one of them will contact you directly.

Wexcombe Foods Talent Acquisition
Replies to this message cannot be read.
.

mail 2027-03-31 10:10 inbox html means interview/scheduled
From: Hugo Brandvold <hugo.brandvold@wexcombefoods.example>
Message-ID: <wex-2@wexcombefoods.example>
Subject: Confirmed: interview on Wednesday, April 7

Dear Robin,

thank you for making time on such short notice. I confirm our interview for the Supply Coordinator position:

Wednesday, April 7, 2027, 9:00 AM to 10:00 AM Eastern
Microsoft Teams, link in the invitation

I look forward to it.

Hugo Brandvold
Supply Chain Manager
--- calendar
uid: wex-4471-1
start: 2027-04-07 09:00
end: 2027-04-07 10:00
summary: Interview Supply Coordinator - Robin Hale
location: Microsoft Teams Meeting
organizer: Hugo Brandvold <hugo.brandvold@wexcombefoods.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

expect 2027-04-07 11:00 place thank-you to hugo.brandvold@wexcombefoods.example employer "Wexcombe Foods"
user 2027-04-07 13:00 deletes-draft thank-you

# Rule 5, through restart and re-index.
user 2027-04-09 12:00 restart
user 2027-04-12 12:00 reindex

# 7 BD: 8, 9, 12, 13, 14, 15, Fri 16; a nudge rolls to Tue 20.
expect 2027-04-20 07:00 place status-1 to hugo.brandvold@wexcombefoods.example
user 2027-04-20 09:00 deletes-draft status-1
user 2027-04-22 12:00 reindex

# No status-2 follows a deleted status-1. Quiet 10 BD after it was placed: 21 to 23, 26 to 30 April, 3, Tue 4 May.
forbid 2027-04-21 2027-05-14 place *
forbid 2027-04-07 2027-05-03 quiet employer "Wexcombe Foods"
expect 2027-05-04 quiet employer "Wexcombe Foods"
