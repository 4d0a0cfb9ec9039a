### Deadlines of measures: what sort they are, the rule read from the phrase, the periods they answer for. Plain text.
### The rules are parts of a sentence, hence lower case.

## Sorts of deadline: short labels

deadline-date = Fixed date
deadline-relative = Counted from adoption
deadline-recurring = Recurring
deadline-conditional = After an event
deadline-permanent = Permanent
deadline-as-set = Set in another document
deadline-as-needed = As needed
deadline-period = During a period
deadline-start = Starting date
deadline-unknown = Not recognised

## Lengths of time, as the rules below take them

term-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
term-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
term-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
term-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
term-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

## Days of a month, as the rules below take them

day-numbered = the { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
}
day-last = the last day
day-last-working = the last working day
day-last-of-month = the last day of { $month }
day-last-working-of-month = the last working day of { $month }

## Rules

rule-on = once, on { $date }
rule-after-adoption = within { $term } of adoption
rule-after-event = within { $term } of the event
rule-yearly = every year: { $days }
rule-half-yearly-end = { $day } of each half-year
rule-half-yearly = { $months ->
    [0] { $day } of the last month of each half-year
    [1] { $day } of the month after each half-year
   *[2] { $day } of month { $months } after each half-year
}
rule-quarterly-end = { $day } of each quarter
rule-quarterly = { $months ->
    [0] { $day } of the last month of each quarter
    [1] { $day } of the month after each quarter
   *[2] { $day } of month { $months } after each quarter
}
rule-monthly = { $months ->
    [0] { $day } of each month
    [1] { $day } of the month after each reported month
   *[2] { $day } of month { $months } after each reported month
}
rule-every-months = { $count ->
    [one] every month, on { $day }
   *[other] every { $count } months, on { $day }
}
rule-weekly = every week: { $days }
rule-daily = every working day
rule-within = from { $from } to { $to }
rule-starts-on = from { $date } on
rule-starts-in = from { $year } on

## Periods

period-once = once
period-year = { $year }
period-half-year = { $half ->
    [1] first
   *[2] second
} half of { $year }
period-week = week { $week } of { $year }

## Stages of reminding

stage-before = { $days ->
    [one] { $days } working day before the deadline
   *[other] { $days } working days before the deadline
}
stage-due-day = on the day of the deadline
stage-after = { $days ->
    [one] { $days } working day after the deadline
   *[other] { $days } working days after the deadline
}
stage-last-hours = in the last hours of the day of the deadline
stage-promise = after the promised day passed ({ $date })
stage-asked = as the officer asked ({ $date })

## Why a phrase was read as it was

why-stated = The phrase states the deadline in full.
why-no-term-given = No deadline is given: the default term is proposed.
why-year-implied = The year is not named: the next such day is proposed.
why-day-not-named = The day is not named: the last day of the period is proposed.
why-weekdays-not-named = The days of the week are not named.
why-count-not-named = The length of the term is not named.
why-whole-period = A whole period is named: its last day is proposed.
why-boundary-unclear = It may mean the beginning or the end of the period: the end is proposed.
why-runs-from-event = The term runs from an event: please enter its date.
why-anchor-not-named = The day from which the term runs is not named: the day of adoption is proposed.
why-runs-from-force = The term runs from the entry into force: the day of adoption is proposed.
why-at-once = At once: the next working day is proposed.
why-continuous = The work goes on all the time: please choose how often to report.
why-set-elsewhere = The date is set in another document.
why-when-needed = The work is done when it is needed.
why-beginning-only = Only the beginning is named, not the end.
why-no-such-day = There is no such day in the calendar.
why-several-terms = More than one deadline is named: the first is proposed.
why-partly-understood = Part of the phrase was not understood.
why-spelling-mended = The spelling was corrected.
why-not-understood = The phrase was not understood.
