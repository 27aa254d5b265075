# POLICY.md section 6, scenario 6.
story: Agency
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-04-19
until: 2027-06-02

mail 2027-04-19 09:15 sent plain
To: Nora Petrakis <nora.petrakis@beacontalent.example>
Message-ID: <sent-nora@example.com>
Subject: Supply Planner at Pelham Foods

Dear Ms Petrakis,

thank you for your call. Yes, please put my application forward for the Supply Planner position at Pelham Foods. My resume is attached; I am free from June.

Kind regards
Robin Hale
--- attachment Resume-Hale.pdf application/pdf
.

mail 2027-04-20 11:00 inbox plain means confirmation
From: Nora Petrakis <nora.petrakis@beacontalent.example>
Message-ID: <nora-1@beacontalent.example>
In-Reply-To: <sent-nora@example.com>
Subject: Re: Supply Planner at Pelham Foods

Hi Robin,

thank you for your resume. I have submitted your application to my client Pelham Foods for their Supply Planner vacancy, and they have received it.

Best regards,
Nora Petrakis
Senior Consultant, Beacon Talent
Recruitment for supply chain people
.

# Late enough that its own 10 BD, Thu 13 May, have not run out when the hold comes.
mail 2027-04-29 11:12 inbox plain means confirmation
From: Nora Petrakis <nora.petrakis@beacontalent.example>
Message-ID: <nora-2@beacontalent.example>
Subject: Corvane Systems - Inventory Analyst

Hi Robin,

as you asked me to on Tuesday, I have also put your application for Inventory Analyst to my client Corvane Systems. They confirmed that they got it.

Best regards,
Nora Petrakis
Senior Consultant, Beacon Talent
.

# The invitation shows the client's address among the guests. It is never written to (rule 11).
mail 2027-04-28 15:30 inbox html means interview/scheduled
From: Nora Petrakis <nora.petrakis@beacontalent.example>
Message-ID: <nora-3@beacontalent.example>
In-Reply-To: <nora-1@beacontalent.example>
Subject: Interview with Pelham Foods, Tuesday May 4

Hi Robin,

as we settled on the phone, Pelham Foods will interview you for the Supply Planner vacancy on Tuesday, May 4 at 1 pm. I join for the first minutes.

Nora
--- calendar
uid: beacon-pelham-1@google.com
start: 2027-05-04 13:00
end: 2027-05-04 14:00
summary: Interview Robin Hale, Supply Planner, Pelham Foods
location: https://meet.beacontalent.example/pelham
organizer: Nora Petrakis <nora.petrakis@beacontalent.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
attendee: Curtis Whelan <curtis.whelan@pelhamfoods.example> ACCEPTED
.

expect 2027-05-04 15:00 place thank-you to nora.petrakis@beacontalent.example employer "Pelham Foods"
user 2027-05-04 17:30 sends-draft thank-you

mail 2027-05-06 10:20 inbox plain means hold
From: Nora Petrakis <nora.petrakis@beacontalent.example>
In-Reply-To: <nora-2@beacontalent.example>
Subject: Re: Corvane Systems - Inventory Analyst

Hi Robin,

news from Corvane Systems, though not the kind I hoped for: they have put the Inventory Analyst position on hold while they reorganise the warehouse group. Your application stays in the running. I will write when the search resumes.

Nora
.

expect 2027-05-06 10:20 place acknowledge-hold to nora.petrakis@beacontalent.example employer "Corvane Systems"
user 2027-05-06 11:00 sends-draft acknowledge-hold

# Pelham: 7 BD from 4 May: 5, 6, 7, 10, 11, 12, Thu 13.
expect 2027-05-13 07:00 place status-1 to nora.petrakis@beacontalent.example employer "Pelham Foods"
forbid 2027-04-19 2027-06-02 place * to curtis.whelan@pelhamfoods.example

variant sent: the status draft is sent

user 2027-05-13 09:45 sends-draft status-1
# Corvane: 15 BD from 6 May = Thu 27. Pelham: 10 BD from 13 May = Thu 27. One contact: one merged draft (rule 1).
expect 2027-05-27 07:00 place check-in|status-2 to nora.petrakis@beacontalent.example

variant unsent: the status draft stays where it is

# A nudge left unsent for 10 BD is withdrawn and nothing follows it (rule 6); 10 BD after Thu 13 May is Thu 27.
allow 2027-05-27 2027-05-28 withdraw status-1
expect 2027-05-27 07:00 place check-in to nora.petrakis@beacontalent.example employer "Corvane Systems"
