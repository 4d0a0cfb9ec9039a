### Where no message reaches anybody, for leaders. Telegram's HTML.

# Nobody holds the role there: there is nobody to call.
vacancy-not-appointed = { $count ->
    [one] 👤 { $level } not appointed at <b>{ $count }</b> organisation
   *[other] 👤 { $level } not appointed at <b>{ $count }</b> organisations
}
# Below a reminder by hand; $names: the organisations.
call-unheard = { $items ->
    [one] <i>{ $items } more assignment has no officer to write to: { $names }.</i>
   *[other] <i>{ $items } more assignments have no officer to write to: { $names }.</i>
}
