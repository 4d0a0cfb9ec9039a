### Where no message reaches anybody, for leaders. Telegram's HTML.

# Nobody holds the role there: there is nobody to call.
vacancy-not-appointed = 👤 { $level } тайинланмаган: <b>{ $count }</b> та ташкилотда
# Below a reminder by hand; $names: the organisations.
call-unheard = <i>Яна { $items } та топшириқ бўйича хабар юбориладиган ходим йўқ: { $names }.</i>
