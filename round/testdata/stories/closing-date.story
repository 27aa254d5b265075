story: Applications are taken until a closing date
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-25

mail 2027-03-01 09:00 inbox html means confirmation
From: Ashgrove Museum <no-reply@teamtailor-mail.com>
Subject: Ashgrove Museum: thank you for your application

Dear Robin,

thank you for your application for Exhibitions Officer at Ashgrove Museum. Applications are accepted until March 12, after which we will look at all of them together.
.

mail 2027-03-01 12:30 inbox plain means confirmation
From: Winifred Oakes <winifred.oakes@ashgrovemuseum.example>
Subject: Exhibitions Officer

Dear Robin,

just to say that I am the contact for the Exhibitions Officer post at Ashgrove Museum, and that your application has come in.

Winifred Oakes
.
# The later of 10 BD, Mon 15 March, and the closing date, Fri 12, + 5 BD: 15, 16, 17, 18, Fri 19; rolled to Tue 23.
forbid 2027-03-01 2027-03-22 place *
expect 2027-03-23 07:00 place application-followup to winifred.oakes@ashgrovemuseum.example
