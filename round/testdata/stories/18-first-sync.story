# POLICY.md section 6, scenario 18. All mail lies in the mailbox when the simulation begins.
story: First sync of two years of mail
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-03-15
until: 2027-03-17
option: first-sync

# The interview of Thu 4 March: the thank-you has expired (3 BD), the status-1 stands on Tue 16: 7 BD are 5, 8 to 12,
# Mon 15; rolled to Tue 16.
mail 2027-02-18 10:15 inbox html means confirmation
From: Windrow Surveying <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Windrow Surveying

Hi Robin,

your application for Survey Assistant has found its way to us. Thank you, we will study it.

Windrow Surveying
** Do not reply to this email. **
.

mail 2027-02-26 11:00 inbox html means interview/scheduled
From: Moses Achterberg <moses.achterberg@windrowsurveying.example>
Message-ID: <win-2@windrowsurveying.example>
Subject: Interview on March 4

Dear Robin,

I confirm our interview for Survey Assistant at Windrow Surveying on Thursday, March 4 from 9 to 10, as arranged by phone.

Moses Achterberg
--- calendar
uid: win-0304
start: 2027-03-04 09:00
end: 2027-03-04 10:00
summary: Interview Survey Assistant
location: 2 Chain Lane
organizer: Moses Achterberg <moses.achterberg@windrowsurveying.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
style: outlook
.
expect 2027-03-16 07:00 place status-1 to moses.achterberg@windrowsurveying.example employer "Windrow Surveying"

# The rejection after an interview of Mon 1 March: its feedback-request was due on Wed 3 and expired on Wed 10.
mail 2027-02-02 10:15 inbox html means confirmation
From: Plover Insurance <no-reply@hire.lever.co>
Subject: Plover Insurance - application received

Hi Robin,

thank you for applying for Claims Handler at Plover Insurance. Your application is with our team now.

Plover Insurance
.

mail 2027-02-10 11:00 inbox html means interview/scheduled
From: Ada Winslow <ada.winslow@ploverinsurance.example>
Message-ID: <plo-2@ploverinsurance.example>
Subject: Your interview with Plover Insurance

Dear Robin,

as agreed by phone, we talk about the Claims Handler position on Wednesday, February 17 at 11.

Ada Winslow
--- calendar
uid: plo-0217
start: 2027-02-17 11:00
end: 2027-02-17 12:00
summary: Interview Claims Handler
organizer: Ada Winslow <ada.winslow@ploverinsurance.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

mail 2027-03-01 16:10 inbox plain means rejection
From: Ada Winslow <ada.winslow@ploverinsurance.example>
In-Reply-To: <plo-2@ploverinsurance.example>
Subject: Re: Your interview with Plover Insurance

Dear Robin,

thank you again for coming in. We have decided in favour of another candidate for the Claims Handler position. I am sorry that I cannot bring you better news.

Ada Winslow
.

# The invitation of last Friday.
mail 2027-03-03 10:15 inbox html means confirmation
From: Heron & Reed <notification@smartrecruiters.com>
Subject: Heron & Reed - Archivist

Dear Robin,

thank you for applying as Archivist. Heron & Reed received your application and will get back to you.

Please do not answer this message.
.

mail 2027-03-12 14:25 inbox plain means interview/invite
From: Leopold Marsh <leopold.marsh@heronandreed.example>
Subject: Invitation to an interview

Dear Robin,

we read your application for the Archivist position with pleasure and would like to invite you to an interview here at Heron & Reed. Could you let me know which times suit you this week or next?

Yours
Leopold Marsh
.
# At once, whenever the first round runs that day.
expect 2027-03-15 place availability to leopold.marsh@heronandreed.example employer "Heron & Reed"

# Another 57 applications of two years, each to a hiring system.
mail 2025-03-17 09:00 inbox html means confirmation
From: Amber Works <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Amber Works

Hi Robin,

we have your application for Data Analyst and thank you for your interest in Amber Works. The team will look at it.

Amber Works Recruiting
** Do not reply to this email. **
.

mail 2025-03-26 09:00 inbox html means rejection
From: Amber Works <no-reply@us.greenhouse-mail.io>
Subject: Update on your application for Data Analyst

Dear Robin,

thank you for your application for Data Analyst. After a review of all candidates Amber Works has decided not to take your application further.

We wish you well.

Amber Works
.

mail 2025-03-31 10:13 inbox html means confirmation
From: Birch Books <no-reply@hire.lever.co>
Subject: Your application to Birch Books

Hi Robin,

This is a short note to confirm that your application for Office Manager at Birch Books has arrived safely.

The Birch Books team
.

mail 2025-04-10 11:26 inbox html means confirmation
From: Cedar Health <cedarhealth@myworkday.com>
Subject: Application received: Buyer

Dear Robin,

Your application for Buyer was received by Cedar Health. You may follow its status in Candidate Home.

Cedar Health
Please do not reply to this email.
.

mail 2025-04-23 12:39 inbox html means confirmation
From: Dune Labs <notification@smartrecruiters.com>
Subject: Dune Labs - Project Coordinator

Dear Robin,

thank you for applying as Project Coordinator. Dune Labs received your application and will get back to you.

Please do not answer this message.
.

mail 2025-05-05 12:39 inbox html means rejection
From: Dune Labs <notification@smartrecruiters.com>
Subject: Update on your application for Project Coordinator

Hi Robin,

thank you for the interest in Dune Labs. Unfortunately you were not selected for the Project Coordinator position. Please do look at our other openings.

Dune Labs
.

mail 2025-05-05 13:52 inbox html means confirmation
From: Ember Tools Careers <embertools+autoreply@talent.icims.com>
Subject: Ember Tools: application complete

Robin,

your application for Technical Writer with Ember Tools is complete. Thank you.

Ember Tools Careers
.

mail 2025-05-19 14:05 inbox html means confirmation
From: Flint Motors <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Flint Motors

Hi Robin,

we have your application for Support Specialist and thank you for your interest in Flint Motors. The team will look at it.

Flint Motors Recruiting
** Do not reply to this email. **
.

mail 2025-05-30 15:18 inbox html means confirmation
From: Glade Foods <no-reply@hire.lever.co>
Subject: Your application to Glade Foods

Hi Robin,

This is a short note to confirm that your application for Account Executive at Glade Foods has arrived safely.

The Glade Foods team
.

mail 2025-06-16 15:18 inbox html means rejection
From: Glade Foods <no-reply@hire.lever.co>
Subject: Update on your application for Account Executive

Dear Robin,

thank you for your application for Account Executive. After a review of all candidates Glade Foods has decided not to take your application further.

We wish you well.

Glade Foods
.

mail 2025-06-11 16:31 inbox html means confirmation
From: Hazel Energy <hazelenergy@myworkday.com>
Subject: Application received: Planner

Dear Robin,

Your application for Planner was received by Hazel Energy. You may follow its status in Candidate Home.

Hazel Energy
Please do not reply to this email.
.

mail 2025-06-24 09:44 inbox html means confirmation
From: Inlet Textiles <notification@smartrecruiters.com>
Subject: Inlet Textiles - Bookkeeper

Dear Robin,

thank you for applying as Bookkeeper. Inlet Textiles received your application and will get back to you.

Please do not answer this message.
.

mail 2025-07-07 10:57 inbox html means confirmation
From: Jasper Media Careers <jaspermedia+autoreply@talent.icims.com>
Subject: Jasper Media: application complete

Robin,

your application for Museum Guide with Jasper Media is complete. Thank you.

Jasper Media Careers
.

mail 2025-07-25 10:57 inbox html means rejection
From: Jasper Media Careers <jaspermedia+autoreply@talent.icims.com>
Subject: Update on your application for Museum Guide

Hi Robin,

thank you for the interest in Jasper Media. Unfortunately you were not selected for the Museum Guide position. Please do look at our other openings.

Jasper Media
.

mail 2025-07-21 11:10 inbox html means confirmation
From: Knoll Works <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Knoll Works

Hi Robin,

we have your application for Lab Assistant and thank you for your interest in Knoll Works. The team will look at it.

Knoll Works Recruiting
** Do not reply to this email. **
.

mail 2025-07-31 12:23 inbox html means confirmation
From: Lark Books <no-reply@hire.lever.co>
Subject: Your application to Lark Books

Hi Robin,

This is a short note to confirm that your application for Translator at Lark Books has arrived safely.

The Lark Books team
.

mail 2025-08-12 13:36 inbox html means confirmation
From: Meadow Health <meadowhealth@myworkday.com>
Subject: Application received: Data Analyst

Dear Robin,

Your application for Data Analyst was received by Meadow Health. You may follow its status in Candidate Home.

Meadow Health
Please do not reply to this email.
.

mail 2025-09-02 13:36 inbox html means rejection
From: Meadow Health <meadowhealth@myworkday.com>
Subject: Update on your application for Data Analyst

Dear Robin,

thank you for your application for Data Analyst. After a review of all candidates Meadow Health has decided not to take your application further.

We wish you well.

Meadow Health
.

mail 2025-08-25 14:49 inbox html means confirmation
From: North Labs <notification@smartrecruiters.com>
Subject: North Labs - Office Manager

Dear Robin,

thank you for applying as Office Manager. North Labs received your application and will get back to you.

Please do not answer this message.
.

mail 2025-09-08 15:02 inbox html means confirmation
From: Opal Tools Careers <opaltools+autoreply@talent.icims.com>
Subject: Opal Tools: application complete

Robin,

your application for Buyer with Opal Tools is complete. Thank you.

Opal Tools Careers
.

mail 2025-09-19 16:15 inbox html means confirmation
From: Prairie Motors <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Prairie Motors

Hi Robin,

we have your application for Project Coordinator and thank you for your interest in Prairie Motors. The team will look at it.

Prairie Motors Recruiting
** Do not reply to this email. **
.

mail 2025-10-13 16:15 inbox html means rejection
From: Prairie Motors <no-reply@us.greenhouse-mail.io>
Subject: Update on your application for Project Coordinator

Hi Robin,

thank you for the interest in Prairie Motors. Unfortunately you were not selected for the Project Coordinator position. Please do look at our other openings.

Prairie Motors
.

mail 2025-10-01 09:28 inbox html means confirmation
From: Quarry Foods <no-reply@hire.lever.co>
Subject: Your application to Quarry Foods

Hi Robin,

This is a short note to confirm that your application for Technical Writer at Quarry Foods has arrived safely.

The Quarry Foods team
.

mail 2025-10-13 10:41 inbox html means confirmation
From: Ridge Energy <ridgeenergy@myworkday.com>
Subject: Application received: Support Specialist

Dear Robin,

Your application for Support Specialist was received by Ridge Energy. You may follow its status in Candidate Home.

Ridge Energy
Please do not reply to this email.
.

mail 2025-10-27 11:54 inbox html means confirmation
From: Spruce Textiles <notification@smartrecruiters.com>
Subject: Spruce Textiles - Account Executive

Dear Robin,

thank you for applying as Account Executive. Spruce Textiles received your application and will get back to you.

Please do not answer this message.
.

mail 2025-11-24 11:54 inbox html means rejection
From: Spruce Textiles <notification@smartrecruiters.com>
Subject: Update on your application for Account Executive

Dear Robin,

thank you for your application for Account Executive. After a review of all candidates Spruce Textiles has decided not to take your application further.

We wish you well.

Spruce Textiles
.

mail 2025-11-07 12:07 inbox html means confirmation
From: Thorn Media Careers <thornmedia+autoreply@talent.icims.com>
Subject: Thorn Media: application complete

Robin,

your application for Planner with Thorn Media is complete. Thank you.

Thorn Media Careers
.

mail 2025-11-20 13:20 inbox html means confirmation
From: Umber Works <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Umber Works

Hi Robin,

we have your application for Bookkeeper and thank you for your interest in Umber Works. The team will look at it.

Umber Works Recruiting
** Do not reply to this email. **
.

mail 2025-12-02 14:33 inbox html means confirmation
From: Vale Books <no-reply@hire.lever.co>
Subject: Your application to Vale Books

Hi Robin,

This is a short note to confirm that your application for Museum Guide at Vale Books has arrived safely.

The Vale Books team
.

mail 2025-12-12 14:33 inbox html means rejection
From: Vale Books <no-reply@hire.lever.co>
Subject: Update on your application for Museum Guide

Hi Robin,

thank you for the interest in Vale Books. Unfortunately you were not selected for the Museum Guide position. Please do look at our other openings.

Vale Books
.

mail 2025-12-15 15:46 inbox html means confirmation
From: Willow Health <willowhealth@myworkday.com>
Subject: Application received: Lab Assistant

Dear Robin,

Your application for Lab Assistant was received by Willow Health. You may follow its status in Candidate Home.

Willow Health
Please do not reply to this email.
.

mail 2025-12-29 16:59 inbox html means confirmation
From: Yarrow Labs <notification@smartrecruiters.com>
Subject: Yarrow Labs - Translator

Dear Robin,

thank you for applying as Translator. Yarrow Labs received your application and will get back to you.

Please do not answer this message.
.

mail 2026-01-08 09:12 inbox html means confirmation
From: Zephyr Tools Careers <zephyrtools+autoreply@talent.icims.com>
Subject: Zephyr Tools: application complete

Robin,

your application for Data Analyst with Zephyr Tools is complete. Thank you.

Zephyr Tools Careers
.

mail 2026-01-21 09:12 inbox html means rejection
From: Zephyr Tools Careers <zephyrtools+autoreply@talent.icims.com>
Subject: Update on your application for Data Analyst

Dear Robin,

thank you for your application for Data Analyst. After a review of all candidates Zephyr Tools has decided not to take your application further.

We wish you well.

Zephyr Tools
.

mail 2026-01-21 10:25 inbox html means confirmation
From: Alder Motors <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Alder Motors

Hi Robin,

we have your application for Office Manager and thank you for your interest in Alder Motors. The team will look at it.

Alder Motors Recruiting
** Do not reply to this email. **
.

mail 2026-02-02 11:38 inbox html means confirmation
From: Brook Foods <no-reply@hire.lever.co>
Subject: Your application to Brook Foods

Hi Robin,

This is a short note to confirm that your application for Buyer at Brook Foods has arrived safely.

The Brook Foods team
.

mail 2026-02-16 12:51 inbox html means confirmation
From: Cliff Energy <cliffenergy@myworkday.com>
Subject: Application received: Project Coordinator

Dear Robin,

Your application for Project Coordinator was received by Cliff Energy. You may follow its status in Candidate Home.

Cliff Energy
Please do not reply to this email.
.

mail 2026-03-04 12:51 inbox html means rejection
From: Cliff Energy <cliffenergy@myworkday.com>
Subject: Update on your application for Project Coordinator

Hi Robin,

thank you for the interest in Cliff Energy. Unfortunately you were not selected for the Project Coordinator position. Please do look at our other openings.

Cliff Energy
.

mail 2026-02-27 13:04 inbox html means confirmation
From: Dale Textiles <notification@smartrecruiters.com>
Subject: Dale Textiles - Technical Writer

Dear Robin,

thank you for applying as Technical Writer. Dale Textiles received your application and will get back to you.

Please do not answer this message.
.

mail 2026-03-11 14:17 inbox html means confirmation
From: Elm Media Careers <elmmedia+autoreply@talent.icims.com>
Subject: Elm Media: application complete

Robin,

your application for Support Specialist with Elm Media is complete. Thank you.

Elm Media Careers
.

mail 2026-03-24 15:30 inbox html means confirmation
From: Amberfield Labs <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Amberfield Labs

Hi Robin,

we have your application for Account Executive and thank you for your interest in Amberfield Labs. The team will look at it.

Amberfield Labs Recruiting
** Do not reply to this email. **
.

mail 2026-04-13 15:30 inbox html means rejection
From: Amberfield Labs <no-reply@us.greenhouse-mail.io>
Subject: Update on your application for Account Executive

Dear Robin,

thank you for your application for Account Executive. After a review of all candidates Amberfield Labs has decided not to take your application further.

We wish you well.

Amberfield Labs
.

mail 2026-04-06 16:43 inbox html means confirmation
From: Birchfield Tools <no-reply@hire.lever.co>
Subject: Your application to Birchfield Tools

Hi Robin,

This is a short note to confirm that your application for Planner at Birchfield Tools has arrived safely.

The Birchfield Tools team
.

mail 2026-04-17 09:56 inbox html means confirmation
From: Cedarfield Motors <cedarfieldmotors@myworkday.com>
Subject: Application received: Bookkeeper

Dear Robin,

Your application for Bookkeeper was received by Cedarfield Motors. You may follow its status in Candidate Home.

Cedarfield Motors
Please do not reply to this email.
.

mail 2026-04-30 10:09 inbox html means confirmation
From: Dunefield Foods <notification@smartrecruiters.com>
Subject: Dunefield Foods - Museum Guide

Dear Robin,

thank you for applying as Museum Guide. Dunefield Foods received your application and will get back to you.

Please do not answer this message.
.

mail 2026-05-22 10:09 inbox html means rejection
From: Dunefield Foods <notification@smartrecruiters.com>
Subject: Update on your application for Museum Guide

Hi Robin,

thank you for the interest in Dunefield Foods. Unfortunately you were not selected for the Museum Guide position. Please do look at our other openings.

Dunefield Foods
.

mail 2026-05-12 11:22 inbox html means confirmation
From: Emberfield Energy Careers <emberfieldenergy+autoreply@talent.icims.com>
Subject: Emberfield Energy: application complete

Robin,

your application for Lab Assistant with Emberfield Energy is complete. Thank you.

Emberfield Energy Careers
.

mail 2026-05-25 12:35 inbox html means confirmation
From: Flintfield Textiles <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Flintfield Textiles

Hi Robin,

we have your application for Translator and thank you for your interest in Flintfield Textiles. The team will look at it.

Flintfield Textiles Recruiting
** Do not reply to this email. **
.

mail 2026-06-08 13:48 inbox html means confirmation
From: Gladefield Media <no-reply@hire.lever.co>
Subject: Your application to Gladefield Media

Hi Robin,

This is a short note to confirm that your application for Data Analyst at Gladefield Media has arrived safely.

The Gladefield Media team
.

mail 2026-07-03 13:48 inbox html means rejection
From: Gladefield Media <no-reply@hire.lever.co>
Subject: Update on your application for Data Analyst

Dear Robin,

thank you for your application for Data Analyst. After a review of all candidates Gladefield Media has decided not to take your application further.

We wish you well.

Gladefield Media
.

mail 2026-06-18 14:01 inbox html means confirmation
From: Hazelfield Works <hazelfieldworks@myworkday.com>
Subject: Application received: Office Manager

Dear Robin,

Your application for Office Manager was received by Hazelfield Works. You may follow its status in Candidate Home.

Hazelfield Works
Please do not reply to this email.
.

mail 2026-07-01 15:14 inbox html means confirmation
From: Inletfield Books <notification@smartrecruiters.com>
Subject: Inletfield Books - Buyer

Dear Robin,

thank you for applying as Buyer. Inletfield Books received your application and will get back to you.

Please do not answer this message.
.

mail 2026-07-13 16:27 inbox html means confirmation
From: Jasperfield Health Careers <jasperfieldhealth+autoreply@talent.icims.com>
Subject: Jasperfield Health: application complete

Robin,

your application for Project Coordinator with Jasperfield Health is complete. Thank you.

Jasperfield Health Careers
.

mail 2026-08-10 16:27 inbox html means rejection
From: Jasperfield Health Careers <jasperfieldhealth+autoreply@talent.icims.com>
Subject: Update on your application for Project Coordinator

Hi Robin,

thank you for the interest in Jasperfield Health. Unfortunately you were not selected for the Project Coordinator position. Please do look at our other openings.

Jasperfield Health
.

mail 2026-07-27 09:40 inbox html means confirmation
From: Knollfield Labs <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Knollfield Labs

Hi Robin,

we have your application for Technical Writer and thank you for your interest in Knollfield Labs. The team will look at it.

Knollfield Labs Recruiting
** Do not reply to this email. **
.

mail 2026-08-07 10:53 inbox html means confirmation
From: Larkfield Tools <no-reply@hire.lever.co>
Subject: Your application to Larkfield Tools

Hi Robin,

This is a short note to confirm that your application for Support Specialist at Larkfield Tools has arrived safely.

The Larkfield Tools team
.

mail 2026-08-19 11:06 inbox html means confirmation
From: Meadowfield Motors <meadowfieldmotors@myworkday.com>
Subject: Application received: Account Executive

Dear Robin,

Your application for Account Executive was received by Meadowfield Motors. You may follow its status in Candidate Home.

Meadowfield Motors
Please do not reply to this email.
.

mail 2026-08-31 11:06 inbox html means rejection
From: Meadowfield Motors <meadowfieldmotors@myworkday.com>
Subject: Update on your application for Account Executive

Dear Robin,

thank you for your application for Account Executive. After a review of all candidates Meadowfield Motors has decided not to take your application further.

We wish you well.

Meadowfield Motors
.

mail 2026-09-01 12:19 inbox html means confirmation
From: Northfield Foods <notification@smartrecruiters.com>
Subject: Northfield Foods - Planner

Dear Robin,

thank you for applying as Planner. Northfield Foods received your application and will get back to you.

Please do not answer this message.
.

mail 2026-09-14 13:32 inbox html means confirmation
From: Opalfield Energy Careers <opalfieldenergy+autoreply@talent.icims.com>
Subject: Opalfield Energy: application complete

Robin,

your application for Bookkeeper with Opalfield Energy is complete. Thank you.

Opalfield Energy Careers
.

mail 2026-09-28 14:45 inbox html means confirmation
From: Prairiefield Textiles <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Prairiefield Textiles

Hi Robin,

we have your application for Museum Guide and thank you for your interest in Prairiefield Textiles. The team will look at it.

Prairiefield Textiles Recruiting
** Do not reply to this email. **
.

mail 2026-10-12 14:45 inbox html means rejection
From: Prairiefield Textiles <no-reply@us.greenhouse-mail.io>
Subject: Update on your application for Museum Guide

Hi Robin,

thank you for the interest in Prairiefield Textiles. Unfortunately you were not selected for the Museum Guide position. Please do look at our other openings.

Prairiefield Textiles
.

mail 2026-10-08 15:58 inbox html means confirmation
From: Quarryfield Media <no-reply@hire.lever.co>
Subject: Your application to Quarryfield Media

Hi Robin,

This is a short note to confirm that your application for Lab Assistant at Quarryfield Media has arrived safely.

The Quarryfield Media team
.

mail 2026-10-20 16:11 inbox html means confirmation
From: Ridgefield Works <ridgefieldworks@myworkday.com>
Subject: Application received: Translator

Dear Robin,

Your application for Translator was received by Ridgefield Works. You may follow its status in Candidate Home.

Ridgefield Works
Please do not reply to this email.
.

mail 2026-11-02 09:24 inbox html means confirmation
From: Sprucefield Books <notification@smartrecruiters.com>
Subject: Sprucefield Books - Data Analyst

Dear Robin,

thank you for applying as Data Analyst. Sprucefield Books received your application and will get back to you.

Please do not answer this message.
.

mail 2026-11-19 09:24 inbox html means rejection
From: Sprucefield Books <notification@smartrecruiters.com>
Subject: Update on your application for Data Analyst

Dear Robin,

thank you for your application for Data Analyst. After a review of all candidates Sprucefield Books has decided not to take your application further.

We wish you well.

Sprucefield Books
.

mail 2026-11-16 10:37 inbox html means confirmation
From: Thornfield Health Careers <thornfieldhealth+autoreply@talent.icims.com>
Subject: Thornfield Health: application complete

Robin,

your application for Office Manager with Thornfield Health is complete. Thank you.

Thornfield Health Careers
.

mail 2026-11-27 11:50 inbox html means confirmation
From: Umberfield Labs <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Umberfield Labs

Hi Robin,

we have your application for Buyer and thank you for your interest in Umberfield Labs. The team will look at it.

Umberfield Labs Recruiting
** Do not reply to this email. **
.

mail 2026-12-09 12:03 inbox html means confirmation
From: Valefield Tools <no-reply@hire.lever.co>
Subject: Your application to Valefield Tools

Hi Robin,

This is a short note to confirm that your application for Project Coordinator at Valefield Tools has arrived safely.

The Valefield Tools team
.

mail 2026-12-29 12:03 inbox html means rejection
From: Valefield Tools <no-reply@hire.lever.co>
Subject: Update on your application for Project Coordinator

Hi Robin,

thank you for the interest in Valefield Tools. Unfortunately you were not selected for the Project Coordinator position. Please do look at our other openings.

Valefield Tools
.

mail 2026-12-21 13:16 inbox html means confirmation
From: Willowfield Motors <willowfieldmotors@myworkday.com>
Subject: Application received: Technical Writer

Dear Robin,

Your application for Technical Writer was received by Willowfield Motors. You may follow its status in Candidate Home.

Willowfield Motors
Please do not reply to this email.
.

mail 2027-01-04 14:29 inbox html means confirmation
From: Yarrowfield Foods <notification@smartrecruiters.com>
Subject: Yarrowfield Foods - Support Specialist

Dear Robin,

thank you for applying as Support Specialist. Yarrowfield Foods received your application and will get back to you.

Please do not answer this message.
.

mail 2027-01-15 15:42 inbox html means confirmation
From: Zephyrfield Energy Careers <zephyrfieldenergy+autoreply@talent.icims.com>
Subject: Zephyrfield Energy: application complete

Robin,

your application for Account Executive with Zephyrfield Energy is complete. Thank you.

Zephyrfield Energy Careers
.

mail 2027-01-28 16:55 inbox html means confirmation
From: Alderfield Textiles <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Alderfield Textiles

Hi Robin,

we have your application for Planner and thank you for your interest in Alderfield Textiles. The team will look at it.

Alderfield Textiles Recruiting
** Do not reply to this email. **
.

mail 2027-02-09 09:08 inbox html means confirmation
From: Brookfield Media <no-reply@hire.lever.co>
Subject: Your application to Brookfield Media

Hi Robin,

This is a short note to confirm that your application for Bookkeeper at Brookfield Media has arrived safely.

The Brookfield Media team
.

