### Pages of a day that is over, two days side by side, and the matrix of the plan. Plain text.

## A past day

day-choose = Oʻtgan kun
day-label = Qaysi kun oxiridagi holat?
day-show = Koʻrsatish
# Above every page of a past day. $date: the day.
day-banner = Holat: { $date } oxiriga.
day-frozen = Sahifa faqat koʻrish uchun, raqamlari oʻzgarmaydi.
day-today = Bugungi holat
day-rows = Holat oʻsha kunniki. Qatorni bossangiz, topshiriqning oʻsha kungi holati ochiladi.
day-marks = Shu kungacha berilgan baholar, kun oxiridagi hisob boʻyicha.
# Among what needed attention. $count: how many organisations.
day-vacant = { $count } ta tashkilotda masʼul xodim tayinlanmagan edi
# Below what needed attention: what cannot be told of a past day; the second for those who control.
day-unknown = Oʻsha kuni xabar kimga yetib borgani va fuqarolar shikoyatlari qay holatda boʻlgani saqlanmaydi.
day-unknown-control = Oʻsha kuni xabar kimga yetib borgani, fuqarolar shikoyatlari qay holatda boʻlgani va qaysi muddatlar tasdiqni kutgani saqlanmaydi.
# Above the history of an assignment on a past day.
day-obligation = Oʻsha kun oxirigacha sodir boʻlgan hamma narsa. Javobga keyin qoʻshilgan soʻzlar ham uning matnida turadi.
day-wrong = Bu kunning holati yoʻq
day-unreadable = Sana tushunarsiz yozilgan. Uni taqvimdan tanlang yoki 2026-11-20 koʻrinishida yozing.
day-future = Bu kun hali kelmagan. Bugunni yoki oʻtgan kunni tanlang.
day-before = Yozuvlar { $date } kuni boshlangan, undan oldingi holat nomaʼlum. Shu kunni yoki keyingi kunni tanlang.

## Two days side by side

compare-title = Ikki kunni solishtirish
compare-from = Birinchi kun
compare-to = Ikkinchi kun
compare-show = Solishtirish
compare-better = { $from } dan { $to } gacha muddatida bajarilgan topshiriqlar ulushi { $before } dan { $after } ga koʻtarildi.
compare-worse = { $from } dan { $to } gacha muddatida bajarilgan topshiriqlar ulushi { $before } dan { $after } ga tushdi.
compare-same = { $from } dan { $to } gacha muddatida bajarilgan topshiriqlar ulushi oʻzgarmadi: { $share }.
compare-no-rate = { $from } yoki { $to } kuni hali birorta topshiriqning muddati kelmagan edi, ulushni solishtirib boʻlmaydi.
compare-overdue-more = Muddati oʻtgan topshiriqlar koʻpaydi: { $before } ta edi, { $after } ta boʻldi.
compare-overdue-fewer = Muddati oʻtgan topshiriqlar kamaydi: { $before } ta edi, { $after } ta boʻldi.
compare-overdue-same = Muddati oʻtgan topshiriqlar soni oʻzgarmadi: { $count } ta.
compare-none-overdue = Ikkala kunda ham muddati oʻtgan topshiriq yoʻq.
compare-worst-first = Avval eng yomonlashgani
compare-change = Oʻzgarish
compare-improved = yaxshilandi
compare-worsened = yomonlashdi
compare-unchanged = oʻzgarmadi
compare-not-comparable = solishtirib boʻlmaydi

## The matrix

nav-matrix = Matritsa
matrix-lead = Qatorlarda chora-tadbirlar, ustunlarda tashkilotlar. Har bir belgi bitta topshiriq: bosilsa, ochiladi.
matrix-region = Chora-tadbirlar va tashkilotlar jadvali, yon tomonga suriladi
matrix-total = Jami
matrix-section = Reja boʻlimi
matrix-all-sections = Barcha boʻlimlar
matrix-measures = Chora-tadbirlar
# Which part of a long list is shown. $label: the list.
matrix-part = { $label }: { $all } tadan { $first }–{ $until }
# What a sign says to who cannot see it. $number: the measure in the plan.
matrix-sign = { $number }-band, { $organisation }: { $standing }, muddat { $date }
matrix-more = yana { $number } ta topshiriq
matrix-legend = Belgilar
