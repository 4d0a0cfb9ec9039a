### Messages about due days that changed. Telegram's HTML.

# $days: the names of the holidays that came or went, as the administrator entered them.
days-moved-calendar =
    📅 <b>Due dates have changed</b>
    The calendar of working days was changed: { $days }.
days-moved-rule =
    📅 <b>Due dates have changed</b>
    The control office has set the deadline of a measure anew.
days-moved-line = { $number }. { $before } → <b>{ $after }</b>: { $text }
# The assignment is not asked for any more.
days-moved-dropped = { $number }. { $before } — no longer required: { $text }
days-moved-more = { $count ->
    [one] … and { $count } more assignment.
   *[other] … and { $count } more assignments.
}
days-moved-next = Reminders will follow the new dates.
