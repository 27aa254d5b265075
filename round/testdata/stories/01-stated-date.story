# POLICY.md section 6, scenario 1.
story: Stated date
zone: America/New_York
country: US
me: Robin Hale <robin.hale@example.com>
from: 2027-01-18
until: 2027-02-24

# The confirmation opens the book.
mail 2027-01-19 10:12 inbox html means confirmation
From: Larkfield Analytics <no-reply@us.greenhouse-mail.io>
Subject: We received your application, Robin!

Hi Robin,

Thanks for applying to the Research Associate position at Larkfield Analytics. We are delighted that you would consider working with us, and your application is now with the hiring team.

Should your experience line up with the role, someone from Larkfield will reach out.

Kind regards,
Larkfield Analytics Recruiting

Please do not reply to this email, as the inbox is not watched.
.

# The manager, who will lead the interview, writes herself; the time was agreed by phone.
mail 2027-01-28 14:05 inbox html means interview/scheduled
From: Dana Ostrow <dana.ostrow@larkfieldanalytics.example>
Message-ID: <lark-2@larkfieldanalytics.example>
Subject: Invitation: Interview Robin Hale / Research Associate @ Thu Feb 4, 2027 10am - 11am (EST)

Hi Robin,

good to hear your voice this morning. As agreed, here is the calendar entry for your interview for the Research Associate position on Thursday, February 4. It will be the two of us, on video.

Dana Ostrow
Director of Research, Larkfield Analytics
--- calendar
uid: lark-interview-77@google.com
start: 2027-02-04 10:00
end: 2027-02-04 11:00
summary: Interview Robin Hale / Research Associate
location: https://meet.larkfieldanalytics.example/dana
organizer: Dana Ostrow <dana.ostrow@larkfieldanalytics.example>
attendee: Robin Hale <robin.hale@example.com> ACCEPTED
.

# 1.interviewed: the end, 11:00, + 1 h.
expect 2027-02-04 12:00 place thank-you to dana.ostrow@larkfieldanalytics.example employer "Larkfield Analytics" role "Research Associate" lang en
user 2027-02-04 16:10 sends-draft thank-you

# Friday is the 12th.
mail 2027-02-08 11:30 inbox plain means other
From: Dana Ostrow <dana.ostrow@larkfieldanalytics.example>
In-Reply-To: <lark-2@larkfieldanalytics.example>
Subject: Re: Interview Robin Hale / Research Associate

Hi Robin,

thanks for your note, I enjoyed our talk as well. Two more candidates to go, then we sit down together; we decide by Friday.

Dana
.

# Tue 16 Feb would be the default of 7 BD: 5, 8, 9, 10, 11, 12, 16. The stated date replaces it (rule 2):
# Fri 12 + 2 BD, and Mon 15 is Presidents' Day: Tue 16, Wed 17.
forbid 2027-02-05 2027-02-16 place *
expect 2027-02-17 07:00 place decision-date to dana.ostrow@larkfieldanalytics.example employer "Larkfield Analytics"
