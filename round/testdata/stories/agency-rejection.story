story: An agency's rejection after the interview with its client
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-04-19
until: 2027-05-18

mail 2027-04-19 09:00 sent plain
To: Conrad Leith <conrad.leith@northlighttalent.example>
Message-ID: <sent-leith@example.com>
Subject: Application: Energy Buyer

Dear Mr Leith,

I apply for the position of Energy Buyer that you advertise for a client. My resume is attached.

Robin Hale
--- attachment Resume-Hale.pdf application/pdf
.

mail 2027-04-20 10:00 inbox plain means confirmation
From: Conrad Leith <conrad.leith@northlighttalent.example>
Message-ID: <lei-1@northlighttalent.example>
In-Reply-To: <sent-leith@example.com>
Subject: RE: Application: Energy Buyer

Dear Robin,

thank you for your application, which I have passed on to my client, Skerry Steel, for the Energy Buyer position.

Conrad Leith
Northlight Talent, recruitment consultants
.

mail 2027-04-27 10:00 inbox html means interview/scheduled
From: Conrad Leith <conrad.leith@northlighttalent.example>
Message-ID: <lei-2@northlighttalent.example>
In-Reply-To: <lei-1@northlighttalent.example>
Subject: Interview with Skerry Steel

Dear Robin,

as settled by phone, my client Skerry Steel expects you for the Energy Buyer interview on Tuesday, May 4, 10 to 11 am.

Conrad
--- calendar
uid: lei-0504
start: 2027-05-04 10:00
end: 2027-05-04 11:00
summary: Skerry Steel, interview Robin Hale, Energy Buyer
location: Skerry Steel, Gate 2
organizer: Conrad Leith <conrad.leith@northlighttalent.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
attendee: Hilda Voe <hilda.voe@skerrysteel.example> ACCEPTED
style: outlook
.
expect 2027-05-04 12:00 place thank-you to conrad.leith@northlighttalent.example employer "Skerry Steel"
user 2027-05-04 13:00 sends-draft thank-you

mail 2027-05-10 16:00 inbox plain means rejection
From: Conrad Leith <conrad.leith@northlighttalent.example>
In-Reply-To: <lei-2@northlighttalent.example>
Subject: RE: Interview with Skerry Steel

Dear Robin,

I have heard from Skerry Steel. They liked you but have given the Energy Buyer job to a candidate from inside the company. I am sorry. I shall keep my eyes open for you.

Conrad
.
# 2 BD: Tue 11, Wed 12; to the agency only (rule 11).
forbid 2027-04-19 2027-05-28 place * to hilda.voe@skerrysteel.example
forbid 2027-05-05 2027-05-11 place *
expect 2027-05-12 07:00 place feedback-request|keep-in-mind to conrad.leith@northlighttalent.example employer "Skerry Steel"
