### The shell of the panel and its first pages. Plain text.

## The frame of every page

panel-skip = Asosiy qismga oʻtish
panel-menu = Asosiy menyu
panel-search = Tashkilot, topshiriq, xodim…
panel-language = Til
panel-dark = Tungi koʻrinish
panel-light = Kunduzgi koʻrinish
panel-sign-out = Chiqish
panel-foot = Davlat elektron xizmatlari boʻyicha chora-tadbirlar rejasi ijrosi
panel-demo = Namoyish: barcha nom va raqamlar oʻylab topilgan
panel-fresh = Yangi maʼlumot bor. Koʻrsatish
panel-live = Jonli
panel-as-of = { $moment } holatiga
panel-table = Jadval koʻrinishida
panel-all = Hammasi
panel-show-all = Hammasini koʻrsatish
panel-shown = { $all } tadan { $shown } tasi koʻrsatilgan
panel-print = Chop etish

## The menu

nav-overview = Umumiy holat
nav-organisations = Tashkilotlar
nav-obligations = Topshiriqlar
nav-ratings = Fuqarolar bahosi
nav-control = Boshqaruv
nav-plan = Chora-tadbirlar rejasi
nav-people = Odamlar
nav-waiting = ta hisobot tekshiruvni kutmoqda
tab-overview = Holat
tab-obligations = Topshiriqlar
tab-ratings = Baholar
tab-more = Yana

## Signing in

login-title = Tizimga kirish
login-text = Telegram orqali kiring, parol kerak emas. Bot soʻraganda shu sahifadagi raqamni solishtiring.
login-telegram = Telegram orqali kirish
login-qr = Kompyuterdami? Telefoningiz kamerasi bilan QR kodni oching.
login-qr-label = Botni ochadigan QR kod
login-code = Telegramdagi raqam shu bilan bir xil boʻlsin:
login-waiting = Telegramda tasdiqlasangiz, sahifa oʻzi davom etadi.
login-confirmed = Tasdiqladim, davom etish
login-approved = Telegramda tasdiqlandi.
login-go-on = Davom etish
login-refused = Kirish Telegramda rad etildi. Buni Siz qilmagan boʻlsangiz, administratorga ayting.
login-again = Qaytadan urinish
login-no-bot = Bot hali Telegramga ulanmagan, shuning uchun hozircha kirib boʻlmaydi. Administrator botni ishga tushirgach, sahifani yangilang.
login-look-again = Sahifani yangilash

## A one-time invitation opened in a browser

join-title = Taklif
join-text = Siz boshqaruv paneliga taklif qilingansiz.
join-name = Ism
join-role = Vazifasi
join-accept = Qabul qilish va kirish
join-note = Havola bir marta ishlaydi. Bu Siz boʻlmasangiz, sahifani yoping.
welcome-title = Xush kelibsiz
welcome-text = Siz tizimga kirdingiz. Keyingi safar kirish uchun Telegram hisobingizni ulang.
welcome-telegram = Telegramni ulash
welcome-why = Bir martalik havola yarating va uni telefoningizda oching. Shundan keyin bot Sizni taniydi va eslatmalar yuboradi.
welcome-make = Havola yaratish
welcome-open = Havolani Telegram oʻrnatilgan telefonda oching yoki QR kodni skanerlang.
welcome-connect = Telegramda ochish
welcome-once = Havola faqat shu sahifada bir marta koʻrsatiladi va 72 soat amal qiladi.
welcome-ask = Administratordan Telegram uchun taklif havolasini soʻrang.
welcome-later = Keyinroq, hozir panelga oʻtish

## Instead of a page

error-not-found = Sahifa topilmadi
error-not-found-text = Manzilni tekshiring yoki bosh sahifaga qayting.
error-refused = Bu amalni bajarib boʻlmaydi
error-stale = Sahifa eskirgan
error-stale-text = Hech narsa oʻzgarmadi. Sahifani yangilab, amalni takrorlang.
error-unreadable = Soʻrov tushunarsiz
error-unreadable-text = Hech narsa oʻzgarmadi. Orqaga qaytib, qaytadan urinib koʻring.
error-busy = Hozir soʻrovlar juda koʻp
error-busy-text = Bir daqiqadan keyin qaytadan urinib koʻring.
error-failed = Kechirasiz, xato yuz berdi
error-failed-text = Xato bizda, maʼlumotlaringiz saqlanib qolgan. Birozdan keyin qaytadan urinib koʻring.
error-incident = Administratorga shu raqamni ayting: { $number }
error-home = Bosh sahifa

## The period of the figures

board-period-title = Davr
board-period-year = { $year }-yil
board-period-all = Butun davr

## Overview

overview-share = { $number } foizi
overview-rate = Muddati kelgan topshiriqlarning { $share } oʻz vaqtida bajarilgan.
overview-no-rate = Bu davrda hali birorta topshiriqning muddati kelmagan.
overview-overdue = { $count } ta topshiriqning muddati oʻtgan
overview-none-overdue = Muddati oʻtgan topshiriq yoʻq ({ $period })
overview-attention-of = Bugungi holat, barcha davrlar boʻyicha
overview-due-soon = yana { $count } tasining muddati 7 kun ichida tugaydi
# Before the names of the organisations with overdue assignments, each a link, and the word for the rest of them.
overview-who = Muddatni oʻtkazganlar:
overview-who-more = yana { $number } ta
overview-compliance = Muddatida bajarilishi
overview-of = { $all } tadan { $done } tasi muddatida
overview-change = oʻtgan chorakka nisbatan
overview-target = Maqsad { $percent }
overview-trend = 12 oylik oʻzgarish
overview-trend-few = Oʻzgarish chizigʻi kamida 3 oylik maʼlumot toʻplangach chiqadi.
overview-month = Oy
overview-rate-column = Muddatida
overview-states = Topshiriqlar holati
overview-attention = Eʼtiboringizni talab qiladi
overview-calm = Hozircha eʼtibor talab qiladigan narsa yoʻq.
overview-reports-waiting = { $count } ta hisobot tekshiruvni kutmoqda
overview-reports-oldest = Eng eskisi { $date } kuni topshirilgan
overview-cases-late = { $count } ta past bahoga javob muddati oʻtgan
overview-vacancies = { $count } ta tashkilotda xabar yetib boradigan xodim yoʻq
overview-rules = { $count } ta chora-tadbir muddati tasdiqlanishini kutmoqda
overview-rules-text = Tasdiqlanmaguncha topshiriq yaratilmaydi
overview-earlier = { $count } ta topshiriqning muddati oldingi davrlarda oʻtgan
overview-nis = NIS.UZ ga maʼlumot kiritish
overview-nis-of = / { $all } tashkilot kiritgan
overview-nis-yes = kiritgan
overview-nis-no = kiritmagan
overview-due = Muddat { $date } — { $left }
overview-satisfaction = Fuqarolar qoniqishi
overview-interval = 95 % ehtimol bilan { $low } – { $high }
overview-few = Baholar hali kam. 10 tadan kam boʻlsa, oʻrtacha koʻrsatilmaydi.
overview-low-share = 1–2 baho ulushi
overview-organisations = Tashkilotlar boʻyicha
overview-worst-first = Avval muammolilari
overview-deadlines = Yaqin muddatlar
overview-no-deadlines = Yaqin kunlarda tugaydigan muddat yoʻq.
overview-low = Past baholar
overview-no-low = Javobsiz past baho yoʻq.
overview-no-comment = Izohsiz
overview-stars = 5 dan { $mark }

## Organisations

orgs-organisation = Tashkilot
orgs-done = Topshirilgan
# The same in a line on a phone.
orgs-handed = { $done }/{ $all } topshirilgan
# Below the rate, and on a phone after how many are handed in: how many of those came after the deadline.
orgs-came-late = kechikib: { $number }
orgs-overdue = Kechikkan
orgs-next = Keyingi muddat
orgs-rating = Baho
orgs-trend = 12 oy
orgs-state = Holat
orgs-none = Bu shartlarga mos tashkilot yoʻq.
orgs-found = «{ $query }» boʻyicha qidiruv
orgs-clear = Qidiruvni bekor qilish
orgs-late-short = { $number } kechikkan

## One organisation

org-sentence = { $all } ta topshiriqdan { $done } tasi topshirilgan
# After it: how many of those that are handed in came after the deadline.
org-handed-late = shundan { $count } tasi kechikib
org-overdue = { $count } tasining muddati oʻtgan
org-none = Bu davrda topshiriq yoʻq
org-trend = Ijro dinamikasi
org-people = Masʼul xodimlar
org-no-people = Masʼul xodim biriktirilmagan
org-no-people-text = Eslatmalar hech kimga bormayapti. Xodimni «Odamlar» sahifasida taklif qiling.
org-linked = Telegram bogʻlangan
org-not-linked = Telegram hali bogʻlanmagan
org-unreachable = Xabar yetib bormayapti
org-assignments = Topshiriqlar
org-satisfaction = Fuqarolar qoniqishi
org-cases = Javobsiz past baholar
org-all = Barcha topshiriqlar

## Lists of assignments

list-measure = Topshiriq
list-deadline = Muddat
list-answer = Soʻnggi javob
# Which obligations the list shows, by what the on-time rate counts.
list-expected = Jami kutilgan
list-handed-in = Topshirilgan
list-fell-due = Muddati kelgan
list-on-time = Muddatida
list-late = Kechikib topshirilgan
list-answered = { $answer } — { $ago }
list-reported-on-time = Muddatida topshirilgan: { $when }
list-reported-late = Kechikib topshirilgan: { $when }
list-more-files = Yana { $count } ta dalil
list-promised = vaʼda: { $date }
list-none = Bu shartlarga mos topshiriq yoʻq.
list-next = Keyingilari
list-previous = Oldingilari
