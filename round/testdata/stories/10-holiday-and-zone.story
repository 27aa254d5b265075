# POLICY.md section 6, scenario 10.
story: Holiday and zone
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-02

mail 2027-03-02 05:10 inbox html zone Europe/Berlin means confirmation
From: Sternberg Verlag GmbH <sternberg-verlag@jobs.personio.de>
Subject: Eingang Ihrer Bewerbung: Redakteurin / Redakteur Digital

Guten Tag Robin Hale,

herzlichen Dank für Ihre Bewerbung als Redakteurin / Redakteur Digital bei der Sternberg Verlag GmbH. Wir bestätigen gerne, dass Ihre Unterlagen vollständig vorliegen, und melden uns nach der Durchsicht bei Ihnen.

Mit freundlichen Grüßen
Personalabteilung
Sternberg Verlag GmbH

Dies ist eine automatische Nachricht. Bitte nicht auf diese E-Mail antworten.
.

mail 2027-03-11 08:40 inbox html zone Europe/Berlin means interview/scheduled
From: Claudia Reuter <claudia.reuter@sternberg-verlag.example>
Message-ID: <stern-2@sternberg-verlag.example>
Subject: Terminbestätigung Vorstellungsgespräch

Guten Tag Robin Hale,

wie eben telefonisch vereinbart, bestätige ich Ihnen unser Vorstellungsgespräch für die Stelle Redakteurin / Redakteur Digital:

Freitag, 19. März 2027, 16:00 bis 17:00 Uhr, per Video

Ich freue mich auf Sie.

Mit freundlichen Grüßen
Claudia Reuter
Leitung Digitalredaktion
Sternberg Verlag GmbH
Hafenstraße 12, 10999 Berlin
--- calendar
uid: stern-19maerz
start: 2027-03-19 16:00
end: 2027-03-19 17:00
zone: Europe/Berlin
summary: Vorstellungsgespräch Robin Hale
location: https://video.sternberg-verlag.example/r
organizer: Claudia Reuter <claudia.reuter@sternberg-verlag.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.

# 17:00 in Berlin is 12:00 in New York: the US has summer time since the 14th, Europe not before the 28th.
expect 2027-03-19 13:00 place thank-you to claudia.reuter@sternberg-verlag.example employer "Sternberg Verlag" lang de

mail 2027-03-19 13:40 inbox plain base64 zone Europe/Berlin means other
From: Claudia Reuter <claudia.reuter@sternberg-verlag.example>
In-Reply-To: <stern-2@sternberg-verlag.example>
Subject: AW: Terminbestätigung Vorstellungsgespräch

Guten Tag Robin Hale,

vielen Dank für das offene Gespräch heute. Wie versprochen noch ein Wort zum weiteren Ablauf: Wir entscheiden uns bis Ende nächster Woche und geben Ihnen dann sofort Bescheid.

Ein schönes Wochenende wünscht
Claudia Reuter
.
# Whether a thank-you that was not sent yet keeps its reason after this mail is not written down.
allow 2027-03-19 2027-03-26 withdraw thank-you

# The end of next week is Fri 26 March, Good Friday. + 2 BD in Germany: Mon 29 is Easter Monday; Tue 30, Wed 31.
forbid 2027-03-20 2027-03-30 place *
expect 2027-03-31 07:00 place decision-date to claudia.reuter@sternberg-verlag.example lang de
