# POLICY.md section 6, scenario 3.
story: The user acted
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-04-09

mail 2027-03-01 09:05 inbox html means confirmation
From: Stonebridge Maps <no-reply@hire.lever.co>
Subject: Thank you for your application to Stonebridge Maps

Hi Robin,

Thank you for applying for Cartography Specialist at Stonebridge Maps! We got your application and will be looking at it over the coming days.

Cheers,
The Stonebridge Maps team

P.S. No one reads mail to this address.
.

# The same day, so that thirty days count from the 1st either way. A bare acknowledgement resets nothing (rule 3).
mail 2027-03-01 16:40 inbox plain means confirmation
From: Lena Forsyth <lena.forsyth@stonebridgemaps.example>
Message-ID: <stone-2@stonebridgemaps.example>
Subject: Your application

Hello Robin,

I am the recruiter for the Cartography Specialist opening and wanted to say hello. Your application came through fine, thank you.

Best wishes,
Lena Forsyth
Recruiting, Stonebridge Maps
.

# The user does not wait for the 10 BD (2 to 5, 8 to 12, 15 March; rolled to Tue 16).
mail 2027-03-11 09:58 sent plain
To: Lena Forsyth <lena.forsyth@stonebridgemaps.example>
In-Reply-To: <stone-2@stonebridgemaps.example>
Subject: Re: Your application

Hello Lena,

I applied for the Cartography Specialist position on March 1 and am still very keen on it. Could you tell me where things stand and what the next step would be?

Many thanks
Robin Hale
.

# Rule 4: the allowance is used. Quiet after 30 days, Wed 31 Mar, which is later than 10 BD after the nudge, Thu 25.
forbid 2027-03-01 2027-04-09 place *
forbid 2027-03-01 2027-03-30 quiet employer "Stonebridge Maps"
expect 2027-03-31 quiet employer "Stonebridge Maps"
