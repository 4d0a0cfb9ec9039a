### Where no message reaches anybody, for leaders. Telegram's HTML.

# Nobody holds the role there: there is nobody to call.
vacancy-not-appointed = { $count ->
    [one] 👤 { $level } — не назначен в <b>{ $count }</b> организации
    [few] 👤 { $level } — не назначен в <b>{ $count }</b> организациях
    [many] 👤 { $level } — не назначен в <b>{ $count }</b> организациях
   *[other] 👤 { $level } — не назначен в <b>{ $count }</b> организации
}
# Below a reminder by hand; $names: the organisations.
call-unheard = { $items ->
    [one] <i>Ещё по { $items } поручению писать некому: { $names }.</i>
    [few] <i>Ещё по { $items } поручениям писать некому: { $names }.</i>
    [many] <i>Ещё по { $items } поручениям писать некому: { $names }.</i>
   *[other] <i>Ещё по { $items } поручения писать некому: { $names }.</i>
}
