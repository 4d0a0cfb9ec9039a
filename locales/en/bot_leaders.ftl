### What leaders and administrators are told: what is overdue, the brief of the morning, what the auditor found. Telegram's HTML.

## What has come up to a head or a controller

escalation-head = { $count ->
    [one] 🛑 <b>Your organisation has { $count } overdue assignment</b>
   *[other] 🛑 <b>Your organisation has { $count } overdue assignments</b>
}
escalation-head-next = Choose an assignment and answer, or ask the responsible officer how it stands.
escalation-controller = { $count ->
    [one] 🛑 <b>Overdue and not done: { $count } assignment</b>
   *[other] 🛑 <b>Overdue and not done: { $count } assignments</b>
}
escalation-controller-next = Call the head of the organisation and find out why. Where none is appointed, call the responsible officer.
# Below a list that is cut.
escalation-more = <i>and { $count } more</i>

## Where nobody is reached

vacancy-title = 📵 <b>Messages do not arrive, please call</b>
vacancy-line = • { $organisation }: { $level } — <b>{ $call }</b>

## The brief of the morning

brief-title = <b>This morning: { $date }</b>
# $change: how many more or fewer than in the brief before, with its sign.
brief-overdue = 🛑 Overdue: <b>{ $count }</b> ({ $change })
brief-review = 👁 Under review: <b>{ $count }</b> ({ $change })
brief-due-soon = ⏳ Due within 7 days: <b>{ $count }</b> ({ $change })
brief-extensions = 🗓 Asking for more time: <b>{ $count }</b>
brief-escalated = ❗ Long overdue and come up to you: <b>{ $count }</b>
# Low marks that nobody answered in time, and below it the one that waits the longest.
brief-late-cases = 💬 Low marks without an answer in time: <b>{ $count }</b>
brief-latest-case = └ { $organisation }: { $service } (<b>{ $left }</b>)
brief-since = <i>In brackets: the change since { $date }.</i>
brief-is-on =
    🔔 <b>The brief of the morning is on</b>

    It comes at 08:30 on every working day.
brief-is-off =
    🔕 <b>The brief of the morning is off</b>

    You can see the figures at any time: /status. The weekly picture does not come either.

# Under the weekly card, above its figures in words.
card-caption = <b>The week in short: { $from } – { $to }</b>
# Under the sheet for the meeting.
sheet-caption = <b>Report as of { $moment }</b>

## Reminding of what is overdue by hand

call-ask =
    <b>Remind of what is overdue?</b>

    People who get a message: <b>{ $people }</b>
    Assignments: <b>{ $items }</b>
call-recent = <i>Reminded in the last { $hours } hours and left alone: { $people }.</i>
call-later = <i>It is outside working hours. The messages go out on { $moment }.</i>
call-nobody =
    <b>There is nobody to remind now</b>

    Nothing is overdue, or the officers were reminded in the last { $hours } hours, or messages do not reach them.
call-done =
    ✅ <b>The reminders are on their way</b>

    People who get a message: <b>{ $people }</b>
    Assignments: <b>{ $items }</b>
# Above the officer's own list.
call-title = 🛑 <b>{ $name } reminds you of what is overdue</b>

## What the auditor found

finding-told =
    ⚠️ <b>The system checked itself and found a fault</b>
    { $what }
finding-next = Open the panel: the fault is shown there until it is gone.
