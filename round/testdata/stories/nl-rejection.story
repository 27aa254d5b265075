story: A rejection that quotes the invitation, in Dutch
zone: Europe/Amsterdam
country: NL
me: Robin Hale <robin.hale@example.com>
from: 2027-02-08
until: 2027-03-03

mail 2027-02-08 09:00 inbox html means confirmation
From: Zilverduin Zorg <no-reply@teamtailor-mail.com>
Subject: We hebben je sollicitatie ontvangen

Beste Robin,

Dank je wel voor je sollicitatie naar de functie Teamcoach bij Zilverduin Zorg. Je hoort van ons zodra we alle brieven hebben gelezen.

Zilverduin Zorg
.

mail 2027-02-16 11:00 inbox html means interview/scheduled
From: Marijke Bosman <marijke.bosman@zilverduinzorg.example>
Message-ID: <zil-2@zilverduinzorg.example>
Subject: Uitnodiging gesprek

Beste Robin,

Zoals telefonisch besproken nodig ik je uit voor een sollicitatiegesprek voor de functie Teamcoach op donderdag 18 februari van 10.00 tot 11.00 uur.

Met vriendelijke groet,
Marijke Bosman
--- calendar
uid: zil-1802
start: 2027-02-18 10:00
end: 2027-02-18 11:00
summary: Sollicitatiegesprek Robin Hale
location: Duinweg 3
organizer: Marijke Bosman <marijke.bosman@zilverduinzorg.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.
expect 2027-02-18 12:00 place thank-you to marijke.bosman@zilverduinzorg.example employer "Zilverduin Zorg" lang nl
user 2027-02-18 13:00 sends-draft thank-you

mail 2027-02-23 15:00 inbox plain means rejection
From: Marijke Bosman <marijke.bosman@zilverduinzorg.example>
In-Reply-To: <zil-2@zilverduinzorg.example>
Subject: Re: Uitnodiging gesprek

Beste Robin,

Bedankt voor je komst en je open verhaal. Na overleg met het team hebben we besloten niet met je verder te gaan. Wij vinden dat een andere kandidaat beter bij deze fase van het team past.

Veel succes met je verdere zoektocht!

Marijke

Op di 16 feb. 2027 om 11:00 schreef Marijke Bosman:
> Zoals telefonisch besproken nodig ik je uit voor een sollicitatiegesprek voor de functie
> Teamcoach op donderdag 18 februari van 10.00 tot 11.00 uur.
.
# 2 BD: Wed 24, Thu 25.
expect 2027-02-25 07:00 place feedback-request to marijke.bosman@zilverduinzorg.example lang nl
forbid 2027-02-26 2027-03-12 place *
