### What leaders and administrators are told: what is overdue, the brief of the morning, what the auditor found. Telegram's HTML.

## What has come up to a head or a controller

escalation-head = 🛑 <b>Tashkilotingizda { $count } ta topshiriqning muddati oʻtdi</b>
escalation-head-next = Topshiriqni tanlab javob bering yoki masʼul xodimdan holatni soʻrang.
escalation-controller = 🛑 <b>Muddati oʻtgan { $count } ta topshiriq bajarilmay turibdi</b>
escalation-controller-next = Tashkilot rahbari bilan bogʻlanib, sababini aniqlang. Rahbar tayinlanmagan boʻlsa, masʼul xodim bilan bogʻlaning.
# Below a list that is cut.
escalation-more = <i>va yana { $count } ta</i>

## Where nobody is reached

vacancy-title = 📵 <b>Xabar yetib bormaydi, qoʻngʻiroq qiling</b>
vacancy-line = • { $organisation }: { $level } — <b>{ $call }</b>

## The brief of the morning

brief-title = <b>Bugungi holat: { $date }</b>
# $change: how many more or fewer than in the brief before, with its sign.
brief-overdue = 🛑 Muddati oʻtgan: <b>{ $count }</b> ({ $change })
brief-review = 👁 Tekshiruvda: <b>{ $count }</b> ({ $change })
brief-due-soon = ⏳ Muddati 7 kun ichida: <b>{ $count }</b> ({ $change })
brief-extensions = 🗓 Muddat uzaytirish soʻralgan: <b>{ $count }</b>
brief-escalated = ❗ Uzoq kechikib, Sizga yetib kelgani: <b>{ $count }</b>
# Low marks that nobody answered in time, and below it the one that waits the longest.
brief-late-cases = 💬 Vaqtida javob berilmagan past baholar: <b>{ $count }</b>
brief-latest-case = └ { $organisation }: { $service } (<b>{ $left }</b>)
brief-since = <i>Qavs ichida — { $date } holatiga nisbatan oʻzgarish.</i>
brief-is-on =
    🔔 <b>Ertalabki xulosa yoqilgan</b>

    U har ish kuni 08:30 da keladi.
brief-is-off =
    🔕 <b>Ertalabki xulosa oʻchirilgan</b>

    Raqamlarni istalgan vaqtda /holat orqali koʻrasiz. Haftalik rasm ham kelmaydi.

# Under the weekly card, above its figures in words.
card-caption = <b>Haftalik maʼlumot: { $from } – { $to }</b>
# Under the sheet for the meeting.
sheet-caption = <b>Maʼlumotnoma, { $moment } holatiga</b>

## Reminding of what is overdue by hand

call-ask =
    <b>Muddati oʻtganlar boʻyicha eslatma yuborilsinmi?</b>

    Xabar oladi: <b>{ $people }</b> nafar xodim
    Topshiriqlar: <b>{ $items }</b> ta
call-recent = <i>Soʻnggi { $hours } soat ichida eslatilgani uchun qoldiriladi: { $people } nafar xodim.</i>
call-later = <i>Hozir ish vaqti emas. Xabarlar { $moment } da yuboriladi.</i>
call-nobody =
    <b>Hozir eslatma yuboriladigan xodim yoʻq</b>

    Kechikkan topshiriq yoʻq, yoki xodimlarga soʻnggi { $hours } soat ichida eslatilgan, yoki ularga xabar yetib bormaydi.
call-done =
    ✅ <b>Eslatmalar navbatga qoʻyildi</b>

    Xabar oladi: <b>{ $people }</b> nafar xodim
    Topshiriqlar: <b>{ $items }</b> ta
# Above the officer's own list.
call-title = 🛑 <b>{ $name } muddati oʻtgan topshiriqlarni eslatadi</b>

## What the auditor found

finding-told =
    ⚠️ <b>Tizim oʻzini tekshirib, muammo topdi</b>
    { $what }
finding-next = Panelni oching: muammo bartaraf boʻlguncha u yerda koʻrinib turadi.
