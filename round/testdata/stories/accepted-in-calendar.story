story: A Google invitation that the user accepts in the calendar
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-11

mail 2027-03-01 09:15 inbox html means confirmation
From: Thornbury Audio <no-reply@ashbyhq.com>
Subject: Your application to Thornbury Audio

Hi Robin,

Thanks for applying to be a Support Engineer at Thornbury Audio. We have it, and we will read it.

Thornbury Audio
.

mail 2027-03-03 10:10 inbox html means interview
From: Ines Caldwell <ines.caldwell@thornburyaudio.example>
Message-ID: <tho-2@thornburyaudio.example>
Subject: Invitation: Thornbury Audio intro call @ Tue Mar 9, 2027 11am - 11:30am (EST) (robin.hale@example.com)

Thornbury Audio intro call

Hi Robin! Your application for the Support Engineer role caught our eye and I would love to have an intro call with you. I have put in a time that works for me. If it does not suit you, please propose another one.

When: Tuesday Mar 9, 2027, 11am - 11:30am (Eastern Time - New York)
Joining info: https://meet.thornburyaudio.example/ines

Reply for robin.hale@example.com: Yes - No - Maybe
--- calendar
uid: tho0309abc@google.com
start: 2027-03-09 11:00
end: 2027-03-09 11:30
summary: Thornbury Audio intro call
location: https://meet.thornburyaudio.example/ines
organizer: Ines Caldwell <ines.caldwell@thornburyaudio.example>
attendee: Ines Caldwell <ines.caldwell@thornburyaudio.example> ACCEPTED
attendee: Robin Hale <robin.hale@example.com>
.

# A proposed time is an invitation: the user's answer may stand in Drafts at once. The answer by the calendar takes its reason.
allow 2027-03-03 place availability to ines.caldwell@thornburyaudio.example
allow 2027-03-03 withdraw availability
mail 2027-03-03 11:00 sent raw
To: Ines Caldwell <ines.caldwell@thornburyaudio.example>
Subject: Accepted: Thornbury Audio intro call @ Tue Mar 9, 2027 11am - 11:30am (EST)
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:tho0309abc@google.com
SEQUENCE:0
DTSTAMP:20270303T160000Z
DTSTART:20270309T160000Z
DTEND:20270309T163000Z
SUMMARY:Thornbury Audio intro call
ORGANIZER;CN=Ines Caldwell:mailto:ines.caldwell@thornburyaudio.example
ATTENDEE;PARTSTAT=ACCEPTED;CN=Robin Hale:mailto:robin.hale@example.com
END:VEVENT
END:VCALENDAR
.
forbid 2027-03-04 2027-03-08 place *
expect 2027-03-09 12:30 place thank-you to ines.caldwell@thornburyaudio.example employer "Thornbury Audio"
