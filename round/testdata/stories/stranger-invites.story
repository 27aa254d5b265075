story: An invitation from a complete stranger
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-19

mail 2027-03-04 10:12 inbox plain means interview/invite
From: Victor Amsel <victor.amsel@tillerandkeel.example>
Message-ID: <till-1@tillerandkeel.example>
Subject: Interview for Sailmaker

Dear Robin,

we would like to invite you to an interview for the position of Sailmaker at Tiller & Keel. Would Tuesday or Wednesday next week suit you?

Victor Amsel
.
# An invitation alone never opens the book (rule 12): a question, on the same day (rule 8).
expect 2027-03-04 ask
forbid 2027-03-01 2027-03-19 place *
