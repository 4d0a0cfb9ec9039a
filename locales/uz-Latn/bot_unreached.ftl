### Where no message reaches anybody, for leaders. Telegram's HTML.

# Nobody holds the role there: there is nobody to call.
vacancy-not-appointed = 👤 { $level } tayinlanmagan: <b>{ $count }</b> ta tashkilotda
# Below a reminder by hand; $names: the organisations.
call-unheard = <i>Yana { $items } ta topshiriq boʻyicha xabar yuboriladigan xodim yoʻq: { $names }.</i>
