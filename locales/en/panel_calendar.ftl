### The page of the calendar: days that differ from the plain week. Plain text.

calendar-title = Calendar of working days
calendar-lead = Holidays, added days off and working Saturdays. Due dates are counted by this calendar.
calendar-days = Days that differ from the plain week
calendar-none = No days have been entered for this year.
calendar-unsure = { $count ->
    [one] { $count } day is not official yet. Confirm or remove it when the decree is out.
   *[other] { $count } days are not official yet. Confirm or remove them when the decree is out.
}
calendar-computed = Follows from the law
calendar-estimate = Estimated: depends on the moon
calendar-confirm = Confirm
calendar-remove = Remove
calendar-add = Add a day
calendar-name = Name, as the decree has it
calendar-kind = What the day is
calendar-weeks = For whom
calendar-save = Save
calendar-ask = { $count ->
    [one] The due date of { $count } assignment will move, and its officers will be told. Save?
   *[other] The due dates of { $count } assignments will move, and their officers will be told. Save?
}
calendar-sure = Yes, save
calendar-not-now = No
calendar-note = When it is saved, open assignments due on that day move, and their officers get one message.
calendar-kept = The calendar is saved. No due date changed.
calendar-moved = { $count ->
    [one] The calendar is saved. The due date of { $count } assignment changed; its officers are told.
   *[other] The calendar is saved. The due dates of { $count } assignments changed; their officers are told.
}
calendar-wrong-date = Enter a date that exists in the calendar.
calendar-wrong-name = Enter the name of the day.
calendar-long-name = { $limit ->
    [one] The name may have up to { $limit } character.
   *[other] The name may have up to { $limit } characters.
}
calendar-wrong-kind = Choose what the day is and for whom.
calendar-open = Calendar of working days
day-kind-holiday = Holiday
day-kind-additional-off = Added day off
day-kind-moved-off = Moved day off
day-kind-working = Working day in place of a day off
weeks-all = for everyone
weeks-five = five-day week
weeks-six = six-day week

## Due days that moved, in the history of an assignment

history-day-moved = The calendar changed ({ $days }): due { $before } → { $after }.
# Beside a due date on the page of the plan: the day that the rule names, and why it is a day off.
plan-day-moved = { $planned } in the plan, a day off: { $why }
history-rule-changed = The rule of the deadline was set anew: { $before } → { $after }.
history-rule-dropped = The new rule of the deadline no longer asks for this period.
