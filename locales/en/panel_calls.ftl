### The page of the panel where a controller reminds by hand of what is overdue.

# On other pages: the way there.
remind-link = Remind
remind-title = Remind of what is overdue
remind-lead = { $people ->
    [one] { $people } person
   *[other] { $people } people
} will be reminded of { $items ->
    [one] { $items } overdue assignment
   *[other] { $items } overdue assignments
}.
remind-none = Nothing is overdue, there is nothing to remind of.
remind-nobody = There is nobody to write to. Whom to call stands below.
remind-all-called = Everybody was reminded a short while ago.
remind-send = Send the reminder
remind-later = It is outside working hours. The messages go out at { $moment }.
remind-rule = Nobody is reminded by hand more than once in { $hours } hours.
remind-people = Staff
remind-number = { $count ->
    [one] { $count } assignment
   *[other] { $count } assignments
}
# $name: who reminded.
remind-called = Reminded: { $moment }, { $name }
# The same, while the message waits for the hours of work.
remind-called-later = Goes out: { $moment }, from { $name }
remind-more = { $count ->
    [one] And { $count } more person, who will be reminded too.
   *[other] And { $count } more people, who will be reminded too.
}
remind-unheard = No message reaches them
