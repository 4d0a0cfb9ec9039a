### What reminds: the morning digest, the list, the last hours, and putting a reminder off. Telegram's HTML; values are escaped.

## The digest

# How many assignments the reminder tells of: each on a day of its own, far before the deadline or after it.
digest-near = Bu eslatmadagi topshiriqlar: <b>{ $count }</b>
# The list that goes twice a week.
digest-list = 📋 { $date } sanasigacha bajariladigan hamma ishlar: <b>{ $count }</b>
digest-last-hours = ⚠️ <b>Bugun oxirgi kun: { $date }</b>
digest-still-open = Hali bajarilmagan: <b>{ $count }</b>
# Below the line of an assignment whose promised day has passed.
digest-promised = ⏰ Vaʼda qilingan kun oʻtdi: <b>{ $date }</b>
digest-nothing =
    ✅ <b>Muddati yaqin yoki oʻtgan topshiriq yoʻq</b>

    Yangi muddat yaqinlashsa, oʻzimiz eslatamiz.
digest-put-off =
    ⏰ <b>{ $count } ta topshiriq keyinga qoldirildi</b>
    { $date } kuni yana eslatamiz.
# Above a trial message that somebody asked for in the panel.
digest-trial = 🧪 <b>Sinov</b>: masʼul xodim shu kuni eslatmani shunday koʻradi.

## One assignment

item-put-off = ⏰ <b>{ $date }</b> kuni eslatamiz
