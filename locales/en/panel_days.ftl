### Pages of a day that is over, two days side by side, and the matrix of the plan. Plain text.

## A past day

day-choose = Past day
day-label = As at the end of which day?
day-show = Show
# Above every page of a past day. $date: the day.
day-banner = As at the end of { $date }.
day-frozen = This page is for reading only; its numbers do not change.
day-today = As it is today
day-rows = The state is that of the day. A row opens the assignment as it stood then.
day-marks = Marks given by that day, as they counted at its end.
# Among what needed attention. $count: how many organisations.
day-vacant = { $count ->
    [one] No officer was appointed in { $count } organisation
   *[other] No officer was appointed in { $count } organisations
}
# Below what needed attention: what cannot be told of a past day; the second for those who control.
day-unknown = Of that day it is not kept whom messages reached, and how the complaints of citizens stood.
day-unknown-control = Of that day it is not kept whom messages reached, how the complaints of citizens stood, and which deadlines waited to be confirmed.
# Above the history of an assignment on a past day.
day-obligation = All that had happened by the end of the day. Words that were only added to an answer later stand in it, too.
day-wrong = There is no such day to show
day-unreadable = The date could not be read. Choose it in the calendar, or write it like 2026-11-20.
day-future = This day has not come yet. Choose today or a day before it.
day-before = The record begins on { $date }; nothing is known of the days before. Choose that day or a later one.

## Two days side by side

compare-title = Compare two days
compare-from = First day
compare-to = Second day
compare-show = Compare
compare-better = From { $from } to { $to } the share of assignments done on time rose from { $before } to { $after }.
compare-worse = From { $from } to { $to } the share of assignments done on time fell from { $before } to { $after }.
compare-same = From { $from } to { $to } the share of assignments done on time did not change: { $share }.
compare-no-rate = On { $from } or on { $to } nothing had fallen due yet: the share cannot be compared.
compare-overdue-more = More assignments are overdue: there were { $before }, there are { $after }.
compare-overdue-fewer = Fewer assignments are overdue: there were { $before }, there are { $after }.
compare-overdue-same = { $count ->
    [one] The number of overdue assignments did not change: there is { $count }.
   *[other] The number of overdue assignments did not change: there are { $count }.
}
compare-none-overdue = Nothing is overdue on either day.
compare-worst-first = The worst change first
compare-change = Change
compare-improved = better
compare-worsened = worse
compare-unchanged = unchanged
compare-not-comparable = cannot be compared

## The matrix

nav-matrix = Matrix
matrix-lead = Measures down, organisations across. Each sign is one assignment: press it to open it.
matrix-region = Table of measures and organisations, scrolls sideways
matrix-total = Total
matrix-section = Section of the plan
matrix-all-sections = All sections
matrix-measures = Measures
# Which part of a long list is shown. $label: the list.
matrix-part = { $label }: { $first }–{ $until } of { $all }
# What a sign says to who cannot see it. $number: the measure in the plan.
matrix-sign = Item { $number }, { $organisation }: { $standing }, due { $date }
matrix-more = { $number } more
matrix-legend = Signs
