### What leaders and administrators see in the panel and in pictures: levels, history, findings. Plain text.

level-substitute = Oʻrinbosar xodim
level-brief = Hokim oʻrinbosari uchun maʼlumot

## Entries of the history of an assignment

history-escalated = Muddat oʻtgani haqida xabar yuborildi: { $name } ({ $level }).
history-not-escalated = Muddat oʻtgani haqidagi xabar yetib bormadi: { $name } ({ $level }).
history-vacancy = Xabar yetkazib boʻlmadi, qoʻngʻiroq kerak: { $name } ({ $level }).
history-vacancy-nobody = Bu bosqichda xabar oladigan odam yoʻq: { $level }.
history-brief = Hokim oʻrinbosarining ertalabki maʼlumotiga kiritildi.

## Vacancies on the first page

overview-vacancy = { $organisation }: muddat oʻtganini rahbarga bildirib boʻlmadi
overview-vacancy-call = { $level } — { $call }, qoʻngʻiroq qiling
overview-vacancy-nobody = { $level } tayinlanmagan

## What the auditor found

finding-silent-overdue = { $organisation }: muddati oʻtgan { $count } ta topshiriq haqida hech kimga xabar yetmagan.
finding-stuck-sending = { $count } ta xabar bir daqiqadan ortiq yuborilmay turibdi.
finding-planner-silent = Rejalashtiruvchi 10 daqiqadan beri ishlamayapti: eslatmalar tayyorlanmaydi.
finding-queue-late = { $count } ta xabar 15 daqiqadan ortiq navbatda turibdi.
# One line above every page of an administrator. $count: how many faults.
finding-banner = Tizim { $count } ta nosozlik topdi: nima qilish kerak

## The page of what the auditor found

findings-title = Tizim topgan nosozliklar
findings-lead = Xizmat har besh daqiqada oʻzini tekshiradi. Tuzatilgan nosozlik bu yerdan oʻzi ketadi.
findings-since = { $moment } dan beri
findings-silent-overdue = Tashkilotda xabar oladigan xodim bormi, botga ulanganmi — tekshiring. Boʻlmasa, qoʻngʻiroq qiling.
findings-stuck-sending = Yuborish toʻxtab qolgan. Xabarlar holatini koʻring; oʻzi tuzalmasa, dasturni qayta ishga tushiring.
findings-planner-silent = Dasturni qayta ishga tushiring. Sababi dastur jurnalida yozilgan.
findings-queue-late = Telegram javob bermayapti yoki yuborish toʻxtagan. Xabarlar holatida sababi yozilgan.
findings-none = Nosozlik yoʻq.
findings-known = Bilaman, boshqa sahifalarda koʻrsatilmasin
findings-known-note = Shu brauzerda yashiriladi. Yangi nosozlik chiqsa, yana xabar beriladi.
findings-are-known = Bu nosozliklar boshqa sahifalarda koʻrsatilmaydi.

## The weekly card

card-title = Haftalik maʼlumot
card-span = { $from } – { $to } · { $city }
card-plan = Oʻz vaqtida bajarilgan
card-change = bir haftada { $change }
card-nis = tashkilot kiritgan · { $left }
card-marks = Fuqarolar bahosi
card-new-marks = hafta davomida { $count } ta baho
card-few-marks = baho hali kam
card-worst = Eng koʻp kechikayotgan tashkilotlar
card-worst-line = { $count } ta kechikkan · { $rate }
card-none-overdue = Kechikkan topshiriq yoʻq

## The sheet for the meeting

sheet-title = Maʼlumotnoma: topshiriqlar ijrosi
sheet-lead = oʻz vaqtida bajarildi, { $period } ({ $due } tadan { $done } tasi)
sheet-lead-none = hali muddati kelgan topshiriq yoʻq
sheet-overdue = 1. Muddati oʻtgan
sheet-organisations = 2. Tashkilotlar boʻyicha
sheet-organisation = Tashkilot
sheet-measure = Chora-tadbir
sheet-officer = Masʼul xodim
sheet-term = Muddat
# What the organisation said last of something overdue: nothing, an answer, an answer with a promised day, and its own words.
sheet-no-answer = Javob berilmagan
sheet-answered = Oxirgi javob: { $answer }
sheet-promised = Oxirgi javob: { $answer }, vaʼda: { $date }
sheet-reason = Izoh: { $text }
# An answer with a promised day, below a heading that says "last answer".
report-promised = { $answer }, vaʼda: { $date }
sheet-on-time = Oʻz vaqtida
sheet-handed-in = Topshirildi
sheet-late = Kechikkan
sheet-mark = Baho
sheet-yes = ha
sheet-no = yoʻq
# Below the table of the overdue on the sheet, when not all have room. $shown: how many stand there; $all: how many there are.
sheet-overdue-cut = Eng koʻp kechikkan { $shown } tasi koʻrsatilgan, jami { $all } ta.
# The same below the table of organisations.
sheet-organisations-cut = Eng ortda qolgan { $shown } ta tashkilot koʻrsatilgan, jami { $all } ta; barchasi XLSX faylida.

## The setting of the days

escalation-title = Muddat oʻtsa, kim qachon xabar oladi
escalation-lead = Muddat oʻtgach, shuncha ish kunidan keyin:
escalation-keep = Saqlash
escalation-kept = Saqlandi. Yangi kechikkan topshiriqlar shu tartibda koʻtariladi.
escalation-wrong = Kunlar 1 dan { $last } gacha va kamaymasdan borishi kerak.
escalation-note = Masʼul xodimga reja eslatmalari sozlamasiga koʻra eslatiladi. Boshlangan zanjirlar oʻz tartibida davom etadi. Xabar yetmaydigan bosqich shu kunning oʻzida oʻtkazib yuboriladi.
