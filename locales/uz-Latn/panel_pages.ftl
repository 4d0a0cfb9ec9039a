### The pages of the panel where people work: assignments, ratings, people, plan. Plain text.

## One assignment: the decision and the answer

obligation-back = Orqaga
obligation-basis = { $date } dagi { $number }-son qaror, { $point }-band
obligation-decide = Qaror
obligation-reported-done = { $name } topshiriqni bajarilgan deb belgiladi.
obligation-reported-nothing = { $name } bu davrda ish boʻlmaganini bildirdi.
obligation-with-files = { $count } ta dalil biriktirilgan.
obligation-reported-late = Hisobot muddatidan keyin topshirilgan.
obligation-reason = Izoh (qaytarishda shart)
obligation-accept = Qabul qilish
obligation-return = Qaytarish
# Above the page when somebody was quicker, or a button was pressed twice. $reason: a whole sentence that says what stands in the way.
obligation-changed = Sahifa ochilgandan keyin holat oʻzgargan. { $reason } Quyida hozirgi holat koʻrsatilgan.
obligation-said-answered = Javobingiz saqlandi.
obligation-answer = Javob berish
obligation-answer-text = Izoh (ixtiyoriy)
obligation-answer-promised = Qachon bajariladi? («Ijroda» javobi uchun, ixtiyoriy)
obligation-answer-files = Hujjat va suratlarni bot orqali yuborishingiz mumkin.
obligation-facts = Maʼlumotlar

## The facts of an assignment

fact-due = Muddat
fact-original = Rejadagi sana
fact-why = Nega aynan shu sana?
fact-day-off = { $date } — dam olish kuni
fact-holiday = { $date } — { $name }
fact-holiday-unsure = { $date } — { $name } (hali rasman tasdiqlanmagan)
fact-moved = Shu sababli muddat yaqin ish kuniga koʻchirildi: { $date }.
fact-officer = Masʼul xodim
fact-organisation = Tashkilot
fact-submitted = Topshirilgan vaqti
fact-promised = Vaʼda qilingan sana
fact-period = Davr
fact-wording = Qarordagi matn
fact-phrase = Qarordagi muddat iborasi
fact-rule = Ibora qanday tushunilgan
fact-executors = Rejadagi ijrochilar
fact-controller = Nazorat qiluvchi
fact-mechanism = Amalga oshirish mexanizmi va natija
fact-basis = Asos

## The schedule of reminders

reminder-title = Eslatmalar jadvali
reminder-none = Bu topshiriq boʻyicha boshqa eslatma yuborilmaydi.
reminder-sent = yuborildi
reminder-waiting = yuborilmoqda
reminder-not-sent = yetib bormadi
reminder-planned = rejada

## The history of an assignment

history-title = Javoblar va dalillar
history-bot = Bot
history-plan = Reja
history-system = Tizim
history-made = Topshiriq reja asosida yaratildi.
# What a report says, beside its author; control has not said it.
history-reported-done = Hisobot: bajarildi
history-reported-nothing = Hisobot: bu davrda ish yoʻq
history-promised = Vaʼda qilingan sana: { $date }.
history-reminded = Eslatma yuborildi: { $name }, { $stage }.
history-not-reminded = Eslatma yetib bormadi: { $name }, { $stage }.
file-waiting = yuklanmoqda
file-failed = yuklab boʻlmadi

## The list of assignments

measures-search = Topshiriq yoki tashkilot nomi
measures-find = Qidirish
measures-filter = Filtr
measures-drop = «{ $words }» shartini olib tashlash
measures-clear = Barcha topshiriqlarni koʻrsatish
measures-pages = Sahifalar

## Ratings

ratings-days-30 = Soʻnggi 30 kun
ratings-days-90 = Soʻnggi 90 kun
ratings-days-365 = Soʻnggi 12 oy
ratings-distribution = Baholar taqsimoti
ratings-none = Bu davrda baho berilmagan. Fuqarolar baho berishi uchun xizmat koʻrsatiladigan joyga QR kodni ilib qoʻying.
ratings-private = Fuqaroning kimligi saqlanmaydi. Bahosi 10 tadan kam xizmatning oʻrtachasi koʻrsatilmaydi.
ratings-mean = Oʻrtacha
ratings-count = Soni
ratings-cases = Ochiq murojaatlar
ratings-services = Xizmatlar boʻyicha
ratings-service = Xizmat
ratings-few = maʼlumot kam

## A case that a low rating opened

case-title = Past baho boʻyicha murojaat
case-reply = Javob berish
case-open = Koʻrish
case-mark = Baho
case-opened = Kelib tushgan vaqti
case-due = Javob berish muddati
case-point = Qayerda baholangan
case-words = Fuqaroning fikri
case-answer = Tashkilot javobi
case-answer-label = Nima qilindi yoki qachon qilinadi?
case-answer-missing = Javob matnini yozing: nima qilindi yoki qachon qilinadi.
case-send = Javobni saqlash
case-note = Javobni nazoratchi koʻradi. Fuqaroning kimligi hech kimga maʼlum emas.
case-said = Javob saqlandi, murojaat yopildi.
case-already = Bu murojaatga javob allaqachon berilgan yoki javob endi kutilmaydi. Quyida hozirgi holat koʻrsatilgan.
case-given = Berilgan javob
case-waits = Tashkilot hali javob bermagan.
case-withdrawn = Fuqaro shu kunning oʻzida bahosini oshirgan, javob kutilmaydi.

## People

people-unreached = { $count } ta tashkilotda xabar yetib bormayotgan kishi yoki boʻsh oʻrin bor.
people-only-unreached = Xabar yetib bormaydi
people-all-reached = Hammaga xabar yetib boradi.
people-none = Tashkilot topilmadi. Tashkilotlarni administrator fayldan yuklaydi.
people-vacant = Xabar yetib boradigan masʼul xodim yoʻq: eslatmalar hech kimga bormayapti. Xodimni taklif qiling.
people-nobody = Hali hech kim biriktirilmagan.
people-blocked = Xabar { $date } dan beri yetib bormayapti. { $cause }
people-invited = Taklif qilingan, havola { $date } gacha amal qiladi
people-never-linked = Telegram ulanmagan: qayta taklif qiling
people-invite = Taklif qilish
people-actions = Amallar
people-again = Yangi havola berish
people-end = Vazifani bekor qilish
people-end-sure = Vakolat shu zahoti tugaydi. Tashkilotda boshqa masʼul xodim qolmasa, eslatmalar hech kimga bormaydi.
people-end-yes = Ha, bekor qilinsin
people-said-ended = Vazifasi tugatildi. Oldingi javoblar saqlanib qoladi.

## Inviting somebody

invite-title = Xodimni taklif qilish
invite-text = Bir martalik havola yaratiladi. Uni shu kishining oʻziga bering.
invite-name = Ism va familiya
invite-name-missing = Ism va familiyani yozing.
invite-too-long = Ism va lavozim { $limit } belgidan oshmasin.
invite-position = Lavozim (ixtiyoriy)
invite-make = Havola yaratish
invite-no-bot = Bot hali Telegramga ulanmagan, shuning uchun taklif havolasi ishlamaydi. Avval botni ishga tushiring.
invited-title = Taklif havolasi tayyor
invited-link = Bir martalik havola
invited-how = Havolani shu kishiga yuboring yoki QR kodni uning telefonida skanerlang.
invited-until = Havola bir marta ishlaydi va { $date } gacha amal qiladi.
invited-once = Havola boshqa koʻrsatilmaydi. Yoʻqolsa, «Odamlar» sahifasida yangisini bering.
invited-done = Roʻyxatga qaytish

## The plan

plan-decree = { $date } dagi { $number }-son qaror
plan-none = Reja hali yuklanmagan. Administrator uni fayldan yuklaydi.
plan-waiting = { $count } ta chora-tadbir muddati tasdiqlanmagan: ular boʻyicha hozircha topshiriq yaratilmaydi.
plan-all-confirmed = Tasdiqlanishi kerak boʻlgan muddat qolmadi.
plan-certain = Aniq
plan-to-confirm = Tasdiqlash kerak
plan-confirmed = Tasdiqlangan
plan-no-date = Sanasi yoʻq
plan-confirmed-by = { $name } tasdiqlagan, { $date }
plan-confirmed-at = Serverda tasdiqlangan, { $date }
plan-next = Keyingi sanalar
plan-confirm = Tasdiqlash
plan-said-confirmed = Muddat qoidasi tasdiqlandi. Topshiriqlar yaratiladi.

## Confirming the rule of a measure

plan-kind = Muddat turi
plan-why = Nega shunday tushunilgan
plan-choose = Muddat qoidasi
plan-choose-text = Taklif qilingan qoidani qabul qiling yoki boshqasini tanlang. Tasdiqlangach, topshiriqlar shu qoida boʻyicha yaratiladi.
plan-changed = Sahifa ochilgandan keyin bu qoida oʻzgargan. Hozirgi holatni koʻrib, qaytadan tasdiqlang.
plan-as-proposed = Taklif qilinganidek: { $rule }
plan-opt-on = Aniq sana
plan-opt-after = Qaror qabul qilingandan keyin
plan-opt-yearly = Har yili
plan-opt-half-yearly = Har yarim yillikda
plan-opt-quarterly = Har chorakda
plan-opt-monthly = Har oyda
plan-opt-weekly = Har haftada
plan-opt-daily = Har ish kuni
plan-count = Necha
plan-unit = Oʻlchov birligi
plan-unit-days = kun
plan-unit-working-days = ish kuni
plan-unit-weeks = hafta
plan-unit-months = oy
plan-unit-years = yil
plan-day = Kun
plan-months-after = { $months ->
    [0] davrning oxirgi oyi
    [1] davrdan keyingi oy
   *[2] davrdan keyingi { $months }-oy
}
plan-confirm-rule = Qoidani tasdiqlash
plan-wrong-kind = Qoidalardan birini tanlang.
plan-wrong-nothing-proposed = Taklif qilingan qoida yoʻq. Boshqa qoidani tanlang.
plan-wrong-date = Sanani kiriting: taqvimda bor kun boʻlsin.
plan-wrong-before-adoption = Sana qaror qabul qilingan kundan keyin boʻlishi kerak.
plan-wrong-count = 1 dan 1000 gacha son va oʻlchov birligini koʻrsating.
plan-wrong-day = Bu oyda bunday kun yoʻq. Boshqa kunni tanlang.
plan-wrong-weekdays = Haftaning kamida bitta kunini belgilang.
plan-wrong-no-dates = Bu qoidadan sana chiqmaydi. Sanasi aniq boʻladigan qoidani tanlang.

## What a measure says in other languages

plan-translations = Tarjimalar
plan-translations-text = Qarordagi matn asosiy hisoblanadi, tarjima uni oʻqishga yordam beradi, xolos. Tarjimasi yoʻq boʻlsa, qarordagi matn koʻrsatiladi. Boʻlim nomining tarjimasi butun boʻlimga tegishli.
plan-translations-save = Tarjimalarni saqlash
plan-translations-said = Saqlandi: tarjimalar oʻzgartirildi.
# Above the form. $limit: how long a text may be.
plan-translation-too-long = Matn juda uzun: koʻpi bilan { $limit } ta belgi.
