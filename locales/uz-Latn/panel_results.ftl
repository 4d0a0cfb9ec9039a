### Public results, their publication, and the figures of ratings in the panel. Plain text.

## What the pages of results are called

results-title = Fuqarolar bahosi: ochiq natijalar
results-lead = Fuqarolar shahardagi davlat xizmatlari haqida nima dedi: chorak, yarim yil va yil boʻyicha.
# $half: 1 or 2. $year: four digits.
results-half = { $half ->
    [1] { $year }-yil, I yarim yillik
   *[2] { $year }-yil, II yarim yillik
}
results-none = Hozircha natija eʼlon qilinmagan. Chorak tugagach, hokim oʻrinbosari eʼlon qilgan natijalar shu yerda chiqadi.
results-periods = Eʼlon qilingan davrlar
# $count: ratings.
results-of = { $count } ta baho
results-satisfied = Mamnun: 4 va 5 baholar
# $high, $low: the ends of a 95 % interval. $share: the share itself.
results-share = { $share } (95 % ehtimol bilan { $low } – { $high })
results-organisations = Tashkilotlar boʻyicha
results-organisation = Tashkilot
results-services = Xizmatlar boʻyicha
results-place = Oʻrin
# $best, $worst: places.
results-place-range = { $best }–{ $worst }
# $number: among how many.
results-place-of = { $number } tadan
results-interval = 95 % oraliq
results-satisfied-short = Mamnun
results-hidden = koʻrsatilmaydi
results-hidden-note = “Koʻrsatilmaydi”: 10 tadan kam baho bor yoki ayirish yoʻli bilan 10 tadan kam bahoni topib boʻlmasligi uchun yashirilgan.
results-place-note = Oraliqlar ustma-ust tushsa, kim yaxshiroq ekanini baholardan bilib boʻlmaydi. Shunda oʻrin oraliq bilan koʻrsatiladi.
# $left, $waiting: numbers of ratings.
results-set-aside = Bu davrdagi shubhali baholar alohida qoʻyilgan va hisoblanmagan: { $waiting } tasi tekshiruvchini kutmoqda, { $left } tasi hisobdan chiqarilgan.
results-own = Bu hokimlikning oʻz soʻrovi. U Yagona portaldagi (my.gov.uz) bahoning oʻrnini bosmaydi.
# $date: a day. $version: a number.
results-published = { $date } kuni eʼlon qilingan, { $version }-nashr
# $reason: words of a person.
results-corrected = Tuzatish: { $reason }
results-replaced = Bu nashr oʻrniga yangisi eʼlon qilingan.
results-newest = Oxirgi nashrni koʻrsatish
results-versions = Nashrlar
# $version: a number.
results-version = { $version }-nashr
results-sum-of = Eʼlon qilingan choraklar yigʻindisi
results-hash = Ochiq maʼlumotning SHA-256 belgisi
results-counted = Qanday hisoblanadi
results-data = Ochiq maʼlumotlar
results-back = Barcha natijalar
results-badge = Sayt uchun belgi
results-badge-text = Unda har doim oxirgi eʼlon qilingan davr koʻrinadi. Sahifaga shu qatorni qoʻying:
# In the picture itself: short.
badge-label = fuqarolar bahosi
badge-none = natija hali yoʻq
# $count: ratings. $mean: a number. $period: a quarter or the like. $service: a name.
badge-title = { $service }: 5 dan oʻrtacha { $mean }, { $count } ta baho, { $period }
# $service: a name.
badge-title-none = { $service }: eʼlon qilingan natija hali yoʻq

## How this is counted

counted-lead = Oddiy soʻz bilan, formulalari bilan. Panelda ham, ochiq natijalarda ham qoida bir xil.
counted-marks = Nima hisoblanadi
counted-marks-text = Bitta baho — bir kishining bir kunda bitta xizmatga qoʻygan 1 dan 5 gacha bahosi. Oʻsha kishi oʻsha kuni oʻsha xizmatga yana baho qoʻysa, keyingisi oldingisining oʻrnini oladi. Kim ekani saqlanmaydi.
counted-mean = Oʻrtacha
counted-mean-text = Barcha baholar qoʻshiladi va ularning soniga boʻlinadi. Har bir bahoning vazni bir xil: tashkilotning oʻrtachasida koʻp baho olgan xizmatning ulushi kam baho olganidan kattaroq. Boshqa hech qanday vazn qoʻllanmaydi.
counted-interval = Oʻrtachaning oraligʻi
# $least: the smallest variance. $number, $quantile, $spread: letters of the formula.
counted-interval-text = Baho berganlar xizmatdan foydalanganlarning bir qismi, shuning uchun boshqa kuni boshqa oʻrtacha chiqishi mumkin edi. Oraliq oʻrtacha 95 % ishonch bilan qaysi chegarada yotishini bildiradi (Styudent oraligʻi: { $number } — baholar soni, { $spread } — standart ogʻish, { $quantile } — sondan bitta kam uchun kvantil). Hamma baho bir xil boʻlsa, dispersiya nolga emas, { $least } ga teng deb olinadi: bunchalik aniq bilish mumkin emas.
counted-share = Mamnunlar ulushi
counted-share-text = 4 yoki 5 qoʻyganlar mamnun hisoblanadi; ulush — ularning hamma ichidagi qismi. Uning 95 % oraligʻi Uilson usulida topiladi. Foizlar yaxlitlanmaydi, ortigʻi tashlab yuboriladi: 100 % faqat hammasi boʻlganda koʻrsatiladi.
counted-places = Oʻrinlar
counted-places-text = Oʻrtachasining oraligʻi boshqasinikidan toʻliq yuqorida boʻlgandagina biri ikkinchisidan yuqori qoʻyiladi. Oraliqlar ustma-ust tushsa, tartib nomaʼlum: oʻrin 1–3 kabi oraliq bilan koʻrsatiladi.
counted-few = Baho kam boʻlganda
counted-few-text = 10 tadan kam bahosi bor xizmat yoki tashkilot haqida hech narsa koʻrsatilmaydi. Jamidan koʻrsatilganlari ayirilganda 10 tadan kam baho qoladigan boʻlsa, yana bittasi, eng kichigi ham yashiriladi: oz sonli bahoni hech kim hisoblab topa olmaydi.
counted-apart = Alohida qoʻyilgan
counted-apart-text = Fuqarolar bermaganga oʻxshagan baholar, masalan bir joyda oʻn daqiqada oʻttizta bir xil baho, alohida qoʻyiladi. Tekshiruvchi qaror qilguncha ular hech qaysi raqamga kirmaydi; qabul qilinganlari hisoblanadi, qolganlari chiqariladi. Natijalar yonida ularning soni yozilgan: hech narsa jimgina yoʻqolmaydi.
counted-periods = Chorak, yarim yil, yil
counted-periods-text = Chorak oʻz kunlaridagi baholardan hisoblanadi. Yarim yil va yil — eʼlon qilingan choraklar yigʻindisi; choraklardan birida koʻrsatilmagan xizmat yigʻindida ham koʻrsatilmaydi.
counted-frozen = Eʼlon qilingani oʻzgarmaydi
counted-frozen-text = Natijalarni davr tugagach hokim oʻrinbosari eʼlon qiladi. Shundan keyin ular hech qachon oʻzgartirilmaydi va qayta hisoblanmaydi. Tuzatish — eskisining yonidagi yangi nashr, sababi bilan; ikkalasi ham qoladi. Ikki nashr oʻrtasida 10 tadan kam baho oʻzgarmaydi: kamroq oʻzgargan joyda avvalgi raqam qoladi yoki u koʻrsatilmaydi.
counted-funnel = Skanerdan javobgacha
counted-funnel-text = “Savolni ochgan” — savol kod orqali necha marta ochilgani; ikki marta skaner qilgan kishi ikki marta hisoblanadi, chunki u yerda hech kim tanilmaydi. “Baho bergan”, “fikr yozgan” va “javob berilgan” shu kunlardagi baholarni sanaydi.
counted-limits = Raqamlar nimani bildirmaydi
counted-limits-text = Baho berish yoki bermaslikni har kim oʻzi hal qiladi. Shuning uchun raqamlar xizmatdan foydalangan hamma haqida emas, baho berganlar haqida.

## Open data

data-lead = Eʼlon qilingan natijalar fayl koʻrinishida, istalgan maqsadda bepul. Manbani koʻrsatishingizni soʻraymiz.
data-files = Manzillar
data-file-index = Eʼlon qilinganlarning hammasi: davr, nashr, kun, SHA-256
data-file-json = Bitta davr, oxirgi nashri, JSON
data-file-csv = Oʻsha narsa jadval boʻlib: CSV, UTF-8, vergul bilan
data-file-version = Bitta nashr, JSON yoki CSV: hech qachon oʻzgarmaydi
data-file-badge = Xizmat belgisi, SVG, toʻrt tildan birida
data-fields = Maydonlar
data-field-n = baholar soni
data-field-marks = har bir bahoning soni, 1 dan 5 gacha
data-field-mean = oʻrtacha baho va uning 95 % oraligʻi
data-field-satisfied = 4 va 5 baholar ulushi, 0 dan 1 gacha, va uning 95 % oraligʻi
data-field-place = mumkin boʻlgan eng yaxshi va eng yomon oʻrin, nechtadan
data-field-empty = koʻrsatilmasa — boʻsh
data-field-key = davrdan davrga oʻzgarmaydigan qisqa nom
data-hash = SHA-256 ni tekshirish
data-hash-text = Har bir natija yonidagi belgi — oʻsha nashr JSON faylining SHA-256 qiymati, baytma-bayt. Tekshirish uchun:
data-promise = Nimaga ishonsa boʻladi
# $header: the name of a header. $path: the beginning of addresses.
data-promise-text = { $path } manzillarining shakli saqlanadi: maydon qoʻshilishi mumkin, olib tashlanmaydi va maʼnosi oʻzgarmaydi. Har bir javobda ETag bor; { $header } bilan soʻralganda oʻzgarmagan narsa tanasiz 304 javobini oladi. CSV da elektron jadval formula deb olishi mumkin boʻlgan soʻzlar apostrof bilan boshlanadi.

## Publishing, in the panel

publish-title = Natijalarni eʼlon qilish
publish-lead = Bu yerda eʼlon qilganingizni hamma oʻqiy oladi. U oʻzgarmas boʻladi: hech kim uni tuzata yoki qaytarib ola olmaydi; tuzatish — yangi nashr.
publish-open = Natijalarni eʼlon qilish
publish-see = Ochiq natijalar
publish-period = Davr
publish-state = Holati
publish-look = Koʻrish va eʼlon qilish
publish-correct = Tuzatish
publish-not-yet = eʼlon qilinmagan
publish-waits = avval choraklarini eʼlon qiling
publish-nothing = Bahosi bor chorak hali tugamagan.
# $period: a quarter or the like.
publish-preview = Nima ochiq boʻladi: { $period }
# $count: services.
publish-few = { $count } ta xizmatda 10 tadan kam baho bor, ular koʻrsatilmaydi.
# $count: organisations and services.
publish-held = Ularni hisoblab topib boʻlmasligi uchun yana { $count } ta qator yashiriladi.
# $count: organisations and services.
publish-kept = Eʼlon qilingandan keyin { $count } ta qatorda 10 tadan kam baho oʻzgargan. Ular avvalgidek qoladi, yigʻindilar ham.
publish-empty = Bu davrda 10 tadan kam baho bor: hech narsa koʻrsatilmaydi.
# $version: a number.
publish-replaces = { $version }-nashr eʼlon qilingan. Bu keyingi nashr boʻladi; eskisi ham oʻqishga ochiq qoladi.
publish-same = Raqamlar eʼlon qilingan nashrdagi bilan bir xil. Tuzatadigan narsa yoʻq.
publish-reason = Nega tuzatilyapti? Sababi ochiq koʻrinadi.
publish-confirm = Raqamlarni koʻrib chiqdim. Ular ochiq boʻladi va shunday qoladi.
publish-confirm-missing = Raqamlarni koʻrib chiqqaningizni tasdiqlang.
publish-button = Hammaga eʼlon qilish
publish-done = Eʼlon qilindi. Endi hamma oʻqiy oladi.
refusal-period-not-ready = Bu davrni hali eʼlon qilib boʻlmaydi: u tugamagan yoki choraklaridan biri eʼlon qilinmagan.
refusal-figures-changed = Siz koʻrganingizdan keyin raqamlar oʻzgardi. Eʼlon qilishdan oldin ularni yana koʻring.
refusal-nothing-to-publish = Eʼlon qilingan nashrda ham xuddi shu raqamlar.

## Ratings in the panel

ratings-weeks = Oʻrtacha baho, 12 hafta
ratings-weeks-few = Oʻzgarish chizigʻi kamida 3 haftalik baho toʻplangach chiqadi.
ratings-week = Hafta boshi
ratings-funnel = Skanerdan javobgacha
ratings-opened = Savolni ochgan
ratings-rated = Baho bergan
ratings-commented = Fikr yozgan
ratings-answered = Javob berilgan
# $share: a percentage.
ratings-of-opened = ochilganlarning { $share }
# $share: a percentage.
ratings-of-rated = baholarning { $share }
