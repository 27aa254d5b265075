story: The user sends a calendar entry of their own, and the employer declines it
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-12

mail 2027-03-01 09:15 inbox html means confirmation
From: Thornbury Audio <no-reply@ashbyhq.com>
Subject: Your application to Thornbury Audio

Hi Robin,

Thanks for applying to be a Support Engineer at Thornbury Audio. We have it, and we will read it.

Thornbury Audio
.

mail 2027-03-03 10:10 inbox means interview
From: Ines Caldwell <ines.caldwell@thornburyaudio.example>
Message-ID: <tho-2@thornburyaudio.example>
Subject: Support Engineer interview: Tuesday March 9, 11:00

Hi Robin,

Thank you for your application. Your interview for the Support Engineer role is confirmed for Tuesday, March 9, 2027 at 11:00 am. We will meet by video; could you send me a calendar entry?

Best,
Ines Caldwell
Thornbury Audio
.

allow 2027-03-03 place availability to ines.caldwell@thornburyaudio.example
allow 2027-03-03 withdraw availability
mail 2027-03-03 11:00 sent raw
To: Ines Caldwell <ines.caldwell@thornburyaudio.example>
Subject: Invitation: Interview Support Engineer
In-Reply-To: <tho-2@thornburyaudio.example>
Content-Type: text/calendar; charset=utf-8; method=REQUEST

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:own0309@example.com
SEQUENCE:0
DTSTAMP:20270303T160000Z
DTSTART:20270309T160000Z
DTEND:20270309T163000Z
SUMMARY:Interview Support Engineer
ORGANIZER;CN=Robin Hale:mailto:robin.hale@example.com
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Ines Caldwell:mailto:ines.caldwell@thornburyaudio.example
END:VEVENT
END:VCALENDAR
.

mail 2027-03-05 15:00 inbox raw
From: Ines Caldwell <ines.caldwell@thornburyaudio.example>
Message-ID: <tho-3@thornburyaudio.example>
Subject: Declined: Interview Support Engineer
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:own0309@example.com
SEQUENCE:0
DTSTAMP:20270305T200000Z
DTSTART:20270309T160000Z
DTEND:20270309T163000Z
SUMMARY:Interview Support Engineer
ORGANIZER;CN=Robin Hale:mailto:robin.hale@example.com
ATTENDEE;PARTSTAT=DECLINED;CN=Ines Caldwell:mailto:ines.caldwell@thornburyaudio.example
END:VEVENT
END:VCALENDAR
.
# No talk took place on 9 March: nobody is thanked for it. Times may be offered at once.
expect 2027-03-05 15:00 place availability to ines.caldwell@thornburyaudio.example employer "Thornbury Audio"
forbid 2027-03-09 2027-03-12 place thank-you
