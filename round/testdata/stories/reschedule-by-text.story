story: Outlook invitation, moved by a line of text
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-02-08
until: 2027-02-22

mail 2027-02-08 10:00 inbox html means confirmation
From: Amberley Glass <amberleyglass@myworkday.com>
Subject: Thank you for applying to Amberley Glass
Auto-Submitted: auto-generated

Dear Robin,

Thank you for applying for the position of Quality Inspector (JR101772). Amberley Glass has received your application.

Please do not reply to this message.
.

mail 2027-02-11 11:30 inbox html means interview/scheduled
From: "Tobin, Rachel" <rachel.tobin@amberleyglass.example>
Message-ID: <amb-2@amberleyglass.example>
Subject: Interview - Quality Inspector - Robin Hale

Hi Robin,

Confirming the slot you chose on the phone.

________________________________________________________________________________
Microsoft Teams meeting
Join on your computer, mobile app or room device
Meeting ID: 240 111 222 333
________________________________________________________________________________
--- calendar
uid: 040000008200E00074C5B7101A82E00800000000AMBERLEY
start: 2027-02-17 10:00
end: 2027-02-17 11:00
summary: Interview - Quality Inspector - Robin Hale
location: Microsoft Teams Meeting
organizer: "Tobin, Rachel" <rachel.tobin@amberleyglass.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

# A move by text alone, without a calendar part: a fixed new time.
mail 2027-02-16 13:05 inbox plain means interview/rescheduled
From: "Tobin, Rachel" <rachel.tobin@amberleyglass.example>
Message-ID: <amb-3@amberleyglass.example>
In-Reply-To: <amb-2@amberleyglass.example>
Subject: RE: Interview - Quality Inspector - Robin Hale

Hi Robin,

Unfortunately our line manager has been called to the other plant, so I have to move your interview from tomorrow to Thursday, February 18, at 2:00 PM. Same link, same hour. I hope that still works for you!

Rachel
.
expect 2027-02-16 13:05 place confirm-reschedule to rachel.tobin@amberleyglass.example employer "Amberley Glass"
user 2027-02-16 13:30 sends-draft confirm-reschedule

# Nothing after the old time. The new talk ends at 15:00 (60 min).
forbid 2027-02-17 place *
expect 2027-02-18 16:00 place thank-you to rachel.tobin@amberleyglass.example
