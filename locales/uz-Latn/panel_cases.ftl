### Panelda past baholar boʻyicha murojaatlar. Oddiy matn.

case-left-out = Baho tekshiruvdan soʻng hisobga olinmadi, shuning uchun javob kutilmaydi.
case-reopened = Fuqaro javobdan qoniqmadi, shuning uchun murojaat qayta ochildi.
case-wanted = Fuqaro javobni kutmoqda va uni Telegramda shu yerda yozilganidek oʻqiydi.
case-verdict-solved = Fuqaro aytadi: yordam berdi.
case-verdict-partly = Fuqaro aytadi: qisman yordam berdi.
case-verdict-not = Fuqaro aytadi: yordam bermadi.
case-figures-median = Javobgacha odatdagi ish vaqti
case-figures-solved = Yordam bergan javoblar
case-figures-of = { $judged } tadan { $solved } tasi
case-hours = { $hours } soat
case-days = { $days } ish kuni
case-figures-none = hali nomaʼlum
case-policy = Murojaat qachon ochiladi
case-policy-low = Shu baho va undan pasti
case-policy-days = Javob uchun ish kuni
case-policy-keep = Saqlash
case-policy-wrong = Baho 1 dan 4 gacha, ish kuni 1 dan { $longest } gacha.
case-policy-note = Murojaatni past baho ochadi. Yaxshi baho bilan yozilgan shikoyat ham ochishi mumkin:
case-policy-themes = Izoh mavzulari
case-policy-kept = Saqlandi. Yangi baholar uchun amal qiladi.

## The list

ratings-cases-title = Murojaatlar
ratings-cases-lead = Past baho yoki shikoyat ochgan murojaatlar: tashkilot ularni muddatida koʻrib chiqib, javob beradi.
ratings-cases-none = Bunday murojaat yoʻq.
cases-open = Ochiq
cases-late = Kechikkan
cases-answered = Javob berilgan
cases-all = Barcha murojaatlar
