### Words that the bot, the panel and the commands share. Plain text.

## The product

product-name = Ijro nazorati

## Languages, each in itself

language-uz-latn = Oʻzbekcha
language-uz-cyrl = Ўзбекча
language-ru = Русский
language-en = English

## Roles

role-administrator = Administrator
role-controller = Nazoratchi xodim
role-head = Tashkilot rahbari
role-officer = Masʼul xodim
role-observer = Kuzatuvchi

## How an obligation looks today: short labels

standing-overdue = Muddati oʻtgan
standing-due-today = Muddati bugun tugaydi
standing-due-soon = Muddati yaqin
standing-working = Ijroda
standing-not-started = Boshlanmagan
standing-review = Tekshiruvda
standing-review-late = Tekshiruvda, kechikib topshirilgan
standing-done = Bajarildi
standing-done-late = Kechikib bajarildi
standing-cancelled = Bekor qilindi

## What has been done with an obligation: entries of its history

state-open = Ijroda
state-reported = Tekshiruvga topshirildi
state-returned = Qayta ijroga yuborildi
state-accepted = Nazoratdan yechildi
state-cancelled = Bekor qilindi

## Kinds of answer

answer-done = Bajarildi
answer-in-progress = Ijroda
answer-blocked = Toʻsiq bor
answer-nothing = Bu davrda ish yoʻq

## The traffic light, in words

light-green = Joyida
light-yellow = Xavf bor
light-red = Muammo
light-none = Maʼlumot yoʻq

## Marks of citizens

mark-1 = Juda yomon
mark-2 = Qoniqarsiz
mark-3 = Qoniqarli
mark-4 = Yaxshi
mark-5 = Aʼlo
criterion-legality = Qonuniylik
criterion-quality = Sifat
criterion-timeliness = Oʻz vaqtidalik
criterion-accessibility = Qulaylik va foydalanish imkoniyati

## Numbers of things. A noun stays singular after a number.

count-assignments = { $count } ta topshiriq
count-organisations = { $count } ta tashkilot
count-ratings = { $count } ta baho
count-days = { $count } kun
count-working-days = { $count } ish kuni

## Days and times

date-long = { $year }-yil { $day }-{ $month }
date-day-month = { $day }-{ $month }
date-month-year = { $year }-yil { $month }
date-quarter = { $year }-yil, { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} chorak
date-with-weekday = { $date }, { $weekday }
date-with-time = { $date }, { $time }

today = bugun
tomorrow = ertaga
yesterday = kecha
days-ahead = { $days } kundan keyin
days-ago = { $days } kun oldin
days-left = { $days } kun qoldi
days-late = { $days } kun kechikdi
just-now = hozirgina
minutes-ago = { $minutes } daqiqa oldin
hours-ago = { $hours } soat oldin

# In the names of months: the form that stands in a date.
month-1 = yanvar
month-2 = fevral
month-3 = mart
month-4 = aprel
month-5 = may
month-6 = iyun
month-7 = iyul
month-8 = avgust
month-9 = sentabr
month-10 = oktabr
month-11 = noyabr
month-12 = dekabr

# The form that stands alone, as over a calendar.
month-alone-1 = yanvar
month-alone-2 = fevral
month-alone-3 = mart
month-alone-4 = aprel
month-alone-5 = may
month-alone-6 = iyun
month-alone-7 = iyul
month-alone-8 = avgust
month-alone-9 = sentabr
month-alone-10 = oktabr
month-alone-11 = noyabr
month-alone-12 = dekabr

month-short-1 = yan
month-short-2 = fev
month-short-3 = mar
month-short-4 = apr
month-short-5 = may
month-short-6 = iyn
month-short-7 = iyl
month-short-8 = avg
month-short-9 = sen
month-short-10 = okt
month-short-11 = noy
month-short-12 = dek

weekday-1 = dushanba
weekday-2 = seshanba
weekday-3 = chorshanba
weekday-4 = payshanba
weekday-5 = juma
weekday-6 = shanba
weekday-7 = yakshanba

weekday-short-1 = Du
weekday-short-2 = Se
weekday-short-3 = Ch
weekday-short-4 = Pa
weekday-short-5 = Ju
weekday-short-6 = Sh
weekday-short-7 = Ya

## Sizes of files

size-bytes = { $number } bayt
size-kilobytes = { $number } KB
size-megabytes = { $number } MB

## Why the city says no

refusal-not-allowed = Bu amal uchun Sizda huquq yoʻq: u boshqa vazifadagi xodimga tegishli.
refusal-not-yours = Bu Sizga biriktirilgan tashkilotga tegishli emas.
refusal-own-answer = Oʻzingiz bergan javobni oʻzingiz qabul qila olmaysiz. Uni boshqa nazoratchi koʻrib chiqadi.
refusal-already-reported = Bu topshiriq boʻyicha hisobot yuborilgan va hozir tekshiruvda.
refusal-already-accepted = Bu topshiriq bajarilgan deb qabul qilingan va nazoratdan yechilgan.
refusal-cancelled = Bu topshiriq bekor qilingan, javob berish shart emas.
refusal-nothing-to-review = Hozircha koʻrib chiqiladigan hisobot yoʻq.
refusal-touched-since = Qaroringizdan keyin bu topshiriq boʻyicha yana bir ish qilindi, shuning uchun qaror oʻz kuchida qoldi.
refusal-decided-by-another = Bu qarorni boshqa xodim qabul qilgan. Uni faqat oʻsha xodim bekor qila oladi.
refusal-undone-before = Bu qaror avvalroq bekor qilingan.
refusal-undo-too-late = Qarorni bekor qilish muddati oʻtdi.
refusal-reason-missing = Sababini yozing.
refusal-reason-too-long = Sabab { $limit } belgidan oshmasligi kerak. Iltimos, qisqartirib yozing.
refusal-text-too-long = Matn { $limit } belgidan oshmasligi kerak. Iltimos, qisqartirib yozing.
refusal-promise-in-the-past = Vaʼda qilingan kun oʻtib ketgan. Bugungi yoki keyingi kunni tanlang.
refusal-promise-on-day-off = Bu dam olish kuni. Ish kunlaridan birini tanlang.
refusal-promise-not-expected = Bu turdagi javobda kun koʻrsatilmaydi. Kunni faqat «Ijroda» javobida belgilash mumkin.
refusal-no-time-to-snooze = Muddatgacha ish kuni qolmadi, shuning uchun eslatmani keyinga qoldirib boʻlmaydi.
refusal-snooze-in-the-past = Bu kun allaqachon kelgan. Keyingi kunni tanlang.
refusal-snooze-too-long = Eslatmani koʻpi bilan uch ish kuniga va muddatdan kechiktirmay qoldirish mumkin.
refusal-answer-decided = Bu javob boʻyicha qaror qabul qilingan, uni oʻzgartirib boʻlmaydi. Topshiriqni ochib, yangi javob bering.
refusal-evidence-missing = Bu topshiriq dalil bilan topshiriladi: fayl, havola, NIS.UZ raqami yoki kamida { $least } belgili izoh kerak.
refusal-file-too-big = Fayl juda katta: { $limit } dan oshmasligi kerak. Uni siqing, boʻlib yuboring yoki havolasini yozing.
refusal-too-many-files = Fayllar juda koʻp: bir marta koʻpi bilan { $files } ta fayl yuborish mumkin. Ularni bitta arxivga joylang yoki qolganlarini keyin yuboring.
refusal-file-not-taken = Bunday faylni qabul qila olmaymiz. Qabul qilinadi: rasm, PDF, DOCX, XLSX, PPTX, TXT, CSV va arxiv (ZIP, RAR, 7Z).
refusal-record-number-wrong = NIS.UZ raqami 4 tadan 20 tagacha harf, raqam va chiziqchadan iborat boʻladi. Masalan: 123456.
refusal-invitation-used = Bu taklif havolasidan allaqachon foydalanilgan. Yangi havola soʻrang.
refusal-invitation-expired = Taklif havolasining muddati tugagan. Yangi havola soʻrang.
refusal-substitution-over = Oʻrinbosarlik kunlaringiz tugagan. Endi bu tashkilot nomidan javob bera olmaysiz.
refusal-substitution-ahead = Oʻrinbosarlik kunlaringiz hali boshlanmagan. Birinchi kundan boshlab javob bera olasiz.
refusal-leave-in-the-past = Taʼtilning oxirgi kuni oʻtib ketgan. Bugungi yoki keyingi kunni tanlang.
refusal-leave-ends-before-it-begins = Taʼtilning oxirgi kuni birinchi kunidan oldin. Kunlarni toʻgʻrilang.
refusal-leave-overlaps = Bu kunlar uchun oʻrinbosar allaqachon belgilangan. Avval uni tugating yoki boshqa kunlarni tanlang.
refusal-substitute-is-oneself = Hech kim oʻzining oʻrnini bosa olmaydi. Boshqa hamkasbni tanlang.
refusal-cannot-stand-in = Bu odam mazkur tashkilot nomidan javob bera olmaydi. Shu tashkilotdagi hamkasbni tanlang.
refusal-substitutes-in-a-circle = Bu hamkasb shu kunlarda oʻzi taʼtilda va oʻrinbosarlik yana oʻsha xodimga qaytadi. Boshqa hamkasbni tanlang.
refusal-done-by-colleague = Bu topshiriqni hamkasbingiz bajaryapti. Uni faqat oʻsha hamkasb yoki rahbar boshqaga bera oladi.
refusal-already-theirs = Bu topshiriq allaqachon shu xodimga biriktirilgan.
refusal-hand-over-to-oneself = Topshiriqni oʻzingizga taklif qila olmaysiz. Hamkasbingizni tanlang.
refusal-cannot-take-over = Bu hamkasb mazkur tashkilot nomidan javob bera olmaydi. Boshqa hamkasbni tanlang.
refusal-hand-over-waits = Bu topshiriq boshqa hamkasbga taklif qilingan, javobi kutilmoqda.
refusal-hand-over-is-over = Bu taklif endi kuchda emas: unga javob berilgan yoki u qaytarib olingan.
