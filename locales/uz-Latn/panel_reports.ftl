# Reports for leaders: the pages, and what stands in PDF, XLSX and CSV.
nav-reports = Hisobotlar
reports-lead = Har bir hisobot tuzilgan paytdagi raqamlarni saqlaydi: keyin hech narsa oʻzgarmaydi va fayllar har safar aynan bir xil chiqadi.
reports-make = Yangi hisobot
reports-what = Hisobot turi
reports-about = Tashkilot
# An organisation that was closed, among those a report may be about.
reports-closed = { $name } (yopilgan)
reports-sheet = Yigʻilish uchun maʼlumotnoma
reports-sheet-today = Maʼlumotnoma: bugungi holat
reports-sheet-day = Maʼlumotnoma: { $day } oxiridagi holat
reports-months = Oylik hisobot
reports-years = Yillik hisobot
reports-button = Tuzish
reports-wrong = Roʻyxatdan hisobot turi va tashkilotni tanlang.
reports-none = Hali hisobot tuzilmagan. Tur va tashkilotni tanlab, birinchisini tuzing.
reports-report = Hisobot
reports-made = Tuzilgan vaqti
reports-who = Kim tuzgan
reports-event = Oxirgi voqea
reports-number = № { $number }
reports-a4 = A4 maʼlumotnoma
# $month: "2026-yil noyabr"; $year: "2026".
report-month = { $month } oyi boʻyicha topshiriqlar ijrosi toʻgʻrisida hisobot
report-year = { $year }-yil boʻyicha topshiriqlar ijrosi toʻgʻrisida hisobot
# $day: "2026-yil 1-dekabr".
report-as-of = { $day } holatiga
# $rate: "74,8 %"; $due: how many fell due; $done: how many of them were reported on time.
report-lead = Muddati kelgan { $due } ta topshiriqdan { $done } tasi oʻz vaqtida bajarildi — { $rate }.
report-lead-none = Bu davrda muddati kelgan topshiriq yoʻq.
report-expected = Jami topshiriq
report-fell-due = Muddati kelgan
report-on-time = Oʻz vaqtida
report-late = Kechikib
report-extended = Muddati uzaytirilgan
report-cancelled = Bekor qilingan
report-rate = Oʻz vaqtidagi ijro
report-rate-original = Asl muddatlar boʻyicha ijro
report-mean = Fuqarolar bahosi
report-marks = Baholar soni
report-answers = Past baholarga javoblar
# Below the figures. $least: from how many marks on a mean is told.
report-how = Oʻz vaqtidagi ijro: muddati kelgan topshiriqlardan oʻz vaqtida topshirilganlarining ulushi; bekor qilinganlari hisobga olinmaydi. Baho { $least } tadan kam boʻlsa, oʻrtacha koʻrsatilmaydi.
# Heads of narrow columns.
report-column-late = Kechikib
report-column-rate = Ijro
report-column-original = Asl muddatda
report-column-marks = Baholar
report-organisations = Tashkilotlar boʻyicha
report-overdue = Muddati oʻtgan topshiriqlar
report-by-month = Oylar boʻyicha
report-month-name = Oy
report-days = Kechikdi, kun
report-said = Soʻnggi javob
report-all = Jami
# $id: its number; $moment: when it was made; $name: by whom; $event: the number of the latest event in it.
report-foot = Hisobot № { $id } · { $moment } da tuzildi · { $name } · oxirgi voqea № { $event }
report-frozen = Raqamlar { $moment } holatiga saqlangan va oʻzgarmaydi.
report-files = Fayllar
report-summary = Umumiy
# The list of obligations as a file.
export-files = Yuklab olish
export-plan = Reja
export-point = Band
export-period = Davr
export-original = Asl muddat
export-promised = Vaʼda qilingan kun
export-reported = Topshirilgan kun
export-link = Topshiriq №
# Heads of the table of single figures in CSV.
report-figure = Koʻrsatkich
report-value = Qiymat
# Files that take long: their pages. $percent: "40 %"; $size: "3 MB".
exports-title = Tayyorlangan fayllar
exports-lead = Katta fayllar Siz ishlab turganingizda tayyorlanadi. Ular shu yerda koʻpi bilan bir kun saqlanadi, keyin oʻchiriladi; faylni istalgan paytda qayta tayyorlatish mumkin.
exports-none = Bir kun ichida fayl tayyorlanmagan. Tayyorlash bir necha soniyadan ortiq vaqt oladigan hisobot yoki roʻyxat shu yerda oʻzi paydo boʻladi.
exports-file = Fayl
exports-state = Holati
exports-begun = Soʻralgan vaqti
exports-waiting = Navbatini kutmoqda
exports-making = Tayyorlanmoqda: { $percent }
exports-ready = Tayyor, { $size }
exports-failed = Faylni tayyorlab boʻlmadi. Qayta tayyorlating; yana takrorlansa, administratorga ayting.
exports-interrupted = Fayl tayyor boʻlguncha xizmat qayta ishga tushirildi. Uni qayta tayyorlating.
exports-leave = Bu sahifadan ketishingiz mumkin: fayl baribir tayyorlanadi va uni “Tayyorlangan fayllar” boʻlimidan topasiz.
exports-download = Yuklab olish
exports-again = Qayta tayyorlash
