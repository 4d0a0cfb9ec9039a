### What leaders and administrators see in the panel and in pictures: levels, history, findings. Plain text.

level-substitute = Substitute
level-brief = Brief for the deputy hokim

## Entries of the history of an assignment

history-escalated = Told that it is overdue: { $name } ({ $level }).
history-not-escalated = The message that it is overdue did not arrive: { $name } ({ $level }).
history-vacancy = Messages do not arrive, a call is needed: { $name } ({ $level }).
history-vacancy-nobody = There is nobody to tell at this level: { $level }.
history-brief = Entered into the morning brief for the deputy hokim.

## Vacancies on the first page

overview-vacancy = { $organisation }: nobody above could be told of what is overdue
overview-vacancy-call = { $level } — { $call }, please call
overview-vacancy-nobody = { $level } not appointed

## What the auditor found

finding-silent-overdue = { $count ->
    [one] { $organisation }: nobody was told of { $count } overdue assignment.
   *[other] { $organisation }: nobody was told of { $count } overdue assignments.
}
finding-stuck-sending = { $count ->
    [one] { $count } message has been going out for over a minute.
   *[other] { $count } messages have been going out for over a minute.
}
finding-planner-silent = The planner has not run for 10 minutes: no reminders are made.
finding-queue-late = { $count ->
    [one] { $count } message has waited for over 15 minutes.
   *[other] { $count } messages have waited for over 15 minutes.
}
# One line above every page of an administrator. $count: how many faults.
finding-banner = { $count ->
    [one] The system found { $count } fault: what to do
   *[other] The system found { $count } faults: what to do
}

## The page of what the auditor found

findings-title = Faults that the system found
findings-lead = Every five minutes the service checks itself. A fault that is mended leaves this page by itself.
findings-since = since { $moment }
findings-silent-overdue = See whether the organisation has an officer whom messages reach, and whether they are connected to the bot. If not, call.
findings-stuck-sending = Sending has stopped. Look at the messages; if it does not recover by itself, restart the program.
findings-planner-silent = Restart the program. The reason stands in its log.
findings-queue-late = Telegram does not answer, or sending has stopped. The reason stands beside the messages.
findings-none = There are no faults.
findings-known = I know, do not show it on other pages
findings-known-note = It is hidden in this browser. A new fault is told again.
findings-are-known = These faults are not shown on other pages.

## The weekly card

card-title = The week in short
card-span = { $from } – { $to } · { $city }
card-plan = Done on time
card-change = { $change } in a week
card-nis = organisations have entered · { $left }
card-marks = Marks of citizens
card-new-marks = { $count ->
    [one] { $count } mark this week
   *[other] { $count } marks this week
}
card-few-marks = too few marks yet
card-worst = Most overdue
card-worst-line = { $count } overdue · { $rate }
card-none-overdue = Nothing is overdue

## The sheet for the meeting

sheet-title = Report: how assignments are carried out
sheet-lead = done on time, { $period } ({ $done } of { $due })
sheet-lead-none = nothing has fallen due yet
sheet-overdue = 1. Overdue
sheet-organisations = 2. By organisation
sheet-organisation = Organisation
sheet-measure = Measure
sheet-officer = Officer
sheet-term = Deadline
# What the organisation said last of something overdue: nothing, an answer, an answer with a promised day, and its own words.
sheet-no-answer = No answer
sheet-answered = Last answer: { $answer }
sheet-promised = Last answer: { $answer }, promised for { $date }
sheet-reason = Note: { $text }
# An answer with a promised day, below a heading that says "last answer".
report-promised = { $answer }, promised for { $date }
sheet-on-time = On time
sheet-handed-in = Handed in
sheet-late = Overdue
sheet-mark = Mark
sheet-yes = yes
sheet-no = no
# Below the table of the overdue on the sheet, when not all have room. $shown: how many stand there; $all: how many there are.
sheet-overdue-cut = The { $shown } longest overdue are shown, { $all } in all.
# The same below the table of organisations.
sheet-organisations-cut = The { $shown } organisations furthest behind are shown, { $all } in all; the XLSX file has all of them.

## The setting of the days

escalation-title = Who hears when something is overdue
escalation-lead = So many working days after the due day:
escalation-keep = Save
escalation-kept = Saved. What becomes overdue from now on goes up in this order.
escalation-wrong = The days must run from 1 to { $last } and must not fall.
escalation-note = The officer is reminded by the reminder settings of the plan. Chains that have begun keep their order. A level that messages do not reach is skipped the same day.
