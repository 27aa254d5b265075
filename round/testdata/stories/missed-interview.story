story: No-show seen from the employer's side, without a wish for another date
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-26

mail 2027-03-01 12:00 inbox html means confirmation
From: Sable Point Marina <no-reply@hire.lever.co>
Subject: Sable Point Marina has your application

Hi Robin,

Thanks for applying for Dock Supervisor at Sable Point Marina. We got it!

Sable Point Marina
.

mail 2027-03-03 12:00 inbox html means interview/scheduled
From: Curt Jessop <curt.jessop@sablepointmarina.example>
Message-ID: <sab-2@sablepointmarina.example>
Subject: Monday 8 March, 2 pm

Robin, as agreed on the phone: interview for Dock Supervisor on Monday, March 8, 2 to 3 pm, at the harbour office.

Curt Jessop
--- calendar
uid: sab-0308@google.com
start: 2027-03-08 14:00
end: 2027-03-08 15:00
summary: Interview
organizer: Curt Jessop <curt.jessop@sablepointmarina.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

mail 2027-03-08 15:20 inbox plain means interview/missed
From: Curt Jessop <curt.jessop@sablepointmarina.example>
In-Reply-To: <sab-2@sablepointmarina.example>
Subject: Re: Monday 8 March, 2 pm

Robin,

I waited for you until three and you did not come to the interview. Is everything all right? Get in touch if you would like to fix another time.

Curt
.
# It did not take place: no thank-you at 16:00. A new time is asked for.
forbid 2027-03-08 2027-03-26 place thank-you
expect 2027-03-08 15:20 place availability to curt.jessop@sablepointmarina.example employer "Sable Point Marina"
allow 2027-03-09 2027-03-26 withdraw availability
