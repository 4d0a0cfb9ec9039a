### What leaders and administrators are told: what is overdue, the brief of the morning, what the auditor found. Telegram's HTML.

## What has come up to a head or a controller

escalation-head = 🛑 <b>Ташкилотингизда { $count } та топшириқнинг муддати ўтди</b>
escalation-head-next = Топшириқни танлаб жавоб беринг ёки масъул ходимдан ҳолатни сўранг.
escalation-controller = 🛑 <b>Муддати ўтган { $count } та топшириқ бажарилмай турибди</b>
escalation-controller-next = Ташкилот раҳбари билан боғланиб, сабабини аниқланг. Раҳбар тайинланмаган бўлса, масъул ходим билан боғланинг.
# Below a list that is cut.
escalation-more = <i>ва яна { $count } та</i>

## Where nobody is reached

vacancy-title = 📵 <b>Хабар етиб бормайди, қўнғироқ қилинг</b>
vacancy-line = • { $organisation }: { $level } — <b>{ $call }</b>

## The brief of the morning

brief-title = <b>Бугунги ҳолат: { $date }</b>
# $change: how many more or fewer than in the brief before, with its sign.
brief-overdue = 🛑 Муддати ўтган: <b>{ $count }</b> ({ $change })
brief-review = 👁 Текширувда: <b>{ $count }</b> ({ $change })
brief-due-soon = ⏳ Муддати 7 кун ичида: <b>{ $count }</b> ({ $change })
brief-extensions = 🗓 Муддат узайтириш сўралган: <b>{ $count }</b>
brief-escalated = ❗ Узоқ кечикиб, Сизга етиб келгани: <b>{ $count }</b>
# Low marks that nobody answered in time, and below it the one that waits the longest.
brief-late-cases = 💬 Вақтида жавоб берилмаган паст баҳолар: <b>{ $count }</b>
brief-latest-case = └ { $organisation }: { $service } (<b>{ $left }</b>)
brief-since = <i>Қавс ичида — { $date } ҳолатига нисбатан ўзгариш.</i>
brief-is-on =
    🔔 <b>Эрталабки хулоса ёқилган</b>

    У ҳар иш куни 08:30 да келади.
brief-is-off =
    🔕 <b>Эрталабки хулоса ўчирилган</b>

    Рақамларни исталган вақтда /holat орқали кўрасиз. Ҳафталик расм ҳам келмайди.

# Under the weekly card, above its figures in words.
card-caption = <b>Ҳафталик маълумот: { $from } – { $to }</b>
# Under the sheet for the meeting.
sheet-caption = <b>Маълумотнома, { $moment } ҳолатига</b>

## Reminding of what is overdue by hand

call-ask =
    <b>Муддати ўтганлар бўйича эслатма юборилсинми?</b>

    Хабар олади: <b>{ $people }</b> нафар ходим
    Топшириқлар: <b>{ $items }</b> та
call-recent = <i>Сўнгги { $hours } соат ичида эслатилгани учун қолдирилади: { $people } нафар ходим.</i>
call-later = <i>Ҳозир иш вақти эмас. Хабарлар { $moment } да юборилади.</i>
call-nobody =
    <b>Ҳозир эслатма юбориладиган ходим йўқ</b>

    Кечиккан топшириқ йўқ, ёки ходимларга сўнгги { $hours } соат ичида эслатилган, ёки уларга хабар етиб бормайди.
call-done =
    ✅ <b>Эслатмалар навбатга қўйилди</b>

    Хабар олади: <b>{ $people }</b> нафар ходим
    Топшириқлар: <b>{ $items }</b> та
# Above the officer's own list.
call-title = 🛑 <b>{ $name } муддати ўтган топшириқларни эслатади</b>

## What the auditor found

finding-told =
    ⚠️ <b>Тизим ўзини текшириб, муаммо топди</b>
    { $what }
finding-next = Панелни очинг: муаммо бартараф бўлгунча у ерда кўриниб туради.
