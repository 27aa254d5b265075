story: A rejection before any interview, after letters with a person
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-01
until: 2027-03-26

mail 2027-03-01 09:00 inbox html means confirmation
From: Pinehurst Clinics <no-reply@hire.lever.co>
Subject: Your application at Pinehurst Clinics

Hi Robin,

We have your application for Practice Manager. Thank you for your interest in Pinehurst Clinics.
.

mail 2027-03-02 10:00 inbox plain means other
From: Edwina Marsh <edwina.marsh@pinehurstclinics.example>
Message-ID: <pin-2@pinehurstclinics.example>
Subject: Practice Manager

Hi Robin,

thanks for applying for Practice Manager. When could you start, if it came to that?

Edwina Marsh
Pinehurst Clinics
.

mail 2027-03-02 15:10 sent plain
To: Edwina Marsh <edwina.marsh@pinehurstclinics.example>
In-Reply-To: <pin-2@pinehurstclinics.example>
Subject: Re: Practice Manager

Hi Edwina,

I could start on May 3.

Best
Robin
.

mail 2027-03-08 16:10 inbox plain means rejection
From: Edwina Marsh <edwina.marsh@pinehurstclinics.example>
In-Reply-To: <pin-2@pinehurstclinics.example>
Subject: Re: Practice Manager

Hi Robin,

I am afraid that we need somebody from April and so cannot take your application further. Thank you for getting back to me so quickly.

Edwina
.
# Not a word about feedback before an interview. A short thanks is possible, once.
forbid 2027-03-01 2027-03-26 place feedback-request
allow 2027-03-08 2027-03-12 place thanks to edwina.marsh@pinehurstclinics.example
allow 2027-03-08 2027-03-26 withdraw thanks
