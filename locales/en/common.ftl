### Words that the bot, the panel and the commands share. Plain text.

## The product

product-name = Nazorat

## Languages, each in itself

language-uz-latn = Oʻzbekcha
language-uz-cyrl = Ўзбекча
language-ru = Русский
language-en = English

## Roles

role-administrator = Administrator
role-controller = Control officer
role-head = Head of the organisation
role-officer = Responsible officer
role-observer = Observer

## How an obligation looks today: short labels

standing-overdue = Overdue
standing-due-today = Due today
standing-due-soon = Due soon
standing-working = In progress
standing-not-started = Not started
standing-review = Under review
standing-review-late = Under review, handed in late
standing-done = Done
standing-done-late = Done late
standing-cancelled = Cancelled

## What has been done with an obligation: entries of its history

state-open = In progress
state-reported = Handed in for review
state-returned = Returned for revision
state-accepted = Removed from control
state-cancelled = Cancelled

## Kinds of answer

answer-done = Done
answer-in-progress = In progress
answer-blocked = Blocked
answer-nothing = Nothing to report

## The traffic light, in words

light-green = On track
light-yellow = At risk
light-red = Problem
light-none = No data

## Marks of citizens

mark-1 = Very bad
mark-2 = Unsatisfactory
mark-3 = Satisfactory
mark-4 = Good
mark-5 = Excellent
criterion-legality = Legality
criterion-quality = Quality
criterion-timeliness = Timeliness
criterion-accessibility = Accessibility

## Numbers of things. A noun stays singular after a number.

count-assignments = { $count ->
    [one] { $count } assignment
   *[other] { $count } assignments
}
count-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
count-ratings = { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
}
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}

## Days and times

date-long = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month-year = { $month } { $year }
date-quarter = { $quarter ->
    [1] Q1
    [2] Q2
    [3] Q3
   *[4] Q4
} { $year }
date-with-weekday = { $date }, { $weekday }
date-with-time = { $date }, { $time }

today = today
tomorrow = tomorrow
yesterday = yesterday
days-ahead = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
just-now = just now
minutes-ago = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
}
hours-ago = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}

# In the names of months: the form that stands in a date.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The form that stands alone, as over a calendar.
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

## Sizes of files

size-bytes = { $number } B
size-kilobytes = { $number } KB
size-megabytes = { $number } MB

## Why the city says no

refusal-not-allowed = You do not have the right to do this: it belongs to another role.
refusal-not-yours = This does not belong to your organisation.
refusal-own-answer = You cannot accept your own answer. Another control officer will review it.
refusal-already-reported = A report on this assignment has been handed in and is under review.
refusal-already-accepted = This assignment has been accepted and removed from control.
refusal-cancelled = This assignment was cancelled. No answer is needed.
refusal-nothing-to-review = There is no report to review yet.
refusal-touched-since = Work on this assignment went on after your decision, so the decision stands.
refusal-decided-by-another = Somebody else made this decision. Only they can undo it.
refusal-undone-before = This decision has been undone already.
refusal-undo-too-late = The time to undo this decision has passed.
refusal-reason-missing = Please give the reason.
refusal-reason-too-long = The reason may have up to { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}. Please shorten it.
refusal-text-too-long = The text may have up to { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}. Please shorten it.
refusal-promise-in-the-past = The promised day has passed. Choose today or a later day.
refusal-promise-on-day-off = That is a day off. Choose a working day.
refusal-promise-not-expected = This kind of answer has no day. A day can be given only with the answer “In progress”.
refusal-no-time-to-snooze = No working day is left before the deadline, so the reminder cannot be put off.
refusal-snooze-in-the-past = That day has come already. Choose a later one.
refusal-snooze-too-long = A reminder can be put off by three working days at most, and never past the deadline.
refusal-answer-decided = This answer has been decided upon and cannot be changed. Open the assignment and give a new answer.
refusal-evidence-missing = This assignment needs proof: a file, a link, a NIS.UZ number, or a note of at least { $least } characters.
refusal-file-too-big = The file is too big: it may have up to { $limit }. Please compress it, send it in parts, or write a link to it.
refusal-too-many-files = There are too many files: one form takes up to { $files }. Please put them into one archive or send the others afterwards.
refusal-file-not-taken = We cannot take a file like this. We take photos, PDF, DOCX, XLSX, PPTX, TXT, CSV and archives (ZIP, RAR, 7Z).
refusal-record-number-wrong = A NIS.UZ number has 4 to 20 letters, digits and hyphens. For example: 123456.
refusal-invitation-used = This invitation link has already been used. Please ask for a new one.
refusal-invitation-expired = This invitation link has expired. Please ask for a new one.
refusal-substitution-over = Your days as a substitute are over. You can no longer answer for this organisation.
refusal-substitution-ahead = Your days as a substitute have not begun. You can answer from the first of them on.
refusal-leave-in-the-past = The last day of the leave has passed. Choose today or a later day.
refusal-leave-ends-before-it-begins = The last day of the leave is before the first. Please correct the days.
refusal-leave-overlaps = There is a substitute for some of these days already. End that first, or choose other days.
refusal-substitute-is-oneself = Nobody can stand in for himself. Choose another colleague.
refusal-cannot-stand-in = This person cannot answer for the organisation. Choose a colleague of the same organisation.
refusal-substitutes-in-a-circle = This colleague is on leave on these days too, and it leads back to the same person. Choose another colleague.
refusal-done-by-colleague = A colleague does this assignment. Only they or the head can hand it over.
refusal-already-theirs = This assignment is theirs already.
refusal-hand-over-to-oneself = You cannot offer an assignment to yourself. Choose a colleague.
refusal-cannot-take-over = This colleague cannot answer for the organisation. Choose another one.
refusal-hand-over-waits = This assignment was offered to another colleague, who has not answered yet.
refusal-hand-over-is-over = This offer no longer stands: it was answered or taken back.
