### What reminds: the morning digest, the list, the last hours, and putting a reminder off. Telegram's HTML; values are escaped.

## The digest

# How many assignments the reminder tells of: each on a day of its own, far before the deadline or after it.
digest-near = Assignments in this reminder: <b>{ $count }</b>
# The list that goes twice a week.
digest-list = 📋 All that falls due until { $date }: <b>{ $count }</b>
digest-last-hours = ⚠️ <b>Today is the last day: { $date }</b>
digest-still-open = Still open: <b>{ $count }</b>
# Below the line of an assignment whose promised day has passed.
digest-promised = ⏰ the promised day has passed: <b>{ $date }</b>
digest-nothing =
    ✅ <b>Nothing is near or overdue</b>

    We will remind you when the next deadline comes near.
digest-put-off =
    ⏰ <b>{ $count ->
        [one] { $count } assignment put off
       *[other] { $count } assignments put off
    }</b>
    We will remind you again on { $date }.
# Above a trial message that somebody asked for in the panel.
digest-trial = 🧪 <b>A trial</b>: this is how the officer sees the reminder on this day.

## One assignment

item-put-off = ⏰ You will be reminded on <b>{ $date }</b>
