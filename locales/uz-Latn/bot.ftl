### What the bot writes, in Telegram's HTML. Values are escaped.

## First words

start-citizen =
    <b>Assalomu alaykum!</b>

    Bu bot orqali shahardagi davlat xizmatlarini bir bosishda baholaysiz.

    Xizmat koʻrsatilgan joydagi QR kodni telefoningiz kamerasi bilan skanerlang: savol shu yerda chiqadi. QR kod boʻlmasa, xizmat nomini shu yerga yozing. Ismingiz ham, telefon raqamingiz ham soʻralmaydi.

    <i>Tashkilot xodimi boʻlsangiz, administratordan shaxsiy taklif havolasini soʻrang.</i>
start-known = <b>Assalomu alaykum, { $name }!</b>
start-role = { $role } — { $organisation }
start-more-roles = va yana { $count } ta vazifa
start-officer = Muddat yaqinlashsa, ish kuni soat 09:00 da eslatamiz. Javob berish uchun ikki marta bosish kifoya.
start-controller = Hisobot kelganda xabar beramiz: qabul qilasiz yoki sababini koʻrsatib qaytarasiz.
start-administrator = Tashkilotlar, odamlar va reja panelda boshqariladi. Panelga kirishni shu yerda tasdiqlaysiz.
start-observer = Natijalarni panelda kuzatasiz. Panelga kirishni shu yerda tasdiqlaysiz.
start-no-role = Hozircha Sizga vazifa biriktirilmagan. Kerak boʻlsa, administratorga murojaat qiling.

## Invitations

invitation-title = <b>{ $name }, Sizni ijro nazorati tizimiga taklif qilishdi</b>
invitation-consent =
    Davom etish uchun roziligingiz kerak.

    <b>Maqsad:</b> muddatlarni eslatish va javoblaringizni qabul qilish.
    <b>Saqlanadi:</b> ismingiz, lavozimingiz, Telegram identifikatoringiz, tilingiz, javoblaringiz va yuborgan fayllaringiz.
    <b>Saqlanmaydi:</b> telefon raqamingiz va boshqa yozishmalaringiz.

    Rozilikni istalgan vaqtda qaytarib olish mumkin: /maxfiylik
invitation-accepted = ✅ <b>Xush kelibsiz, { $name }!</b>
invitation-already = Siz bu taklifni avval qabul qilgansiz, hammasi joyida.
invitation-unusable =
    <b>Bu havola ishlamaydi</b>
    { $reason }

## Language

language-choose = <b>Tilni tanlang</b>

## Tasks and the morning digest

digest-title = <b>Eslatma: { $date }</b>
tasks-title = <b>Topshiriqlarim: { $count } ta</b>
# Above what is overdue, when a leader reminds of it.
tasks-called = Muddati oʻtgan topshiriqlar: <b>{ $count } ta</b>
tasks-overdue = 🛑 Muddati oʻtgan: <b>{ $count }</b>
tasks-due-today = ⚠️ Bugun tugaydi: <b>{ $count }</b>
tasks-due-soon = ⏳ 7 kun ichida: <b>{ $count }</b>
tasks-later = ⚪ 7 kundan keyin: <b>{ $count }</b>
tasks-line = { $number }. { $emoji } <b>{ $due }</b> ({ $left }) — { $text }
# The heading of the reports that control has not decided about, one such report, and the period of one of several equal lines.
tasks-under-review = 👁 <b>Tekshiruvda: { $count }</b>
tasks-line-under-review = { $number }. <b>{ $date }</b> da topshirilgan — { $text }
tasks-period = 🗓 Davr: { $period }
tasks-page = <i>{ $of } sahifadan { $page }-sahifa</i>
tasks-hint = Topshiriqni tanlang:
tasks-none =
    ✅ <b>Ochiq topshiriq yoʻq</b>

    Hammasi joyida. Yangi muddat yaqinlashsa, oʻzimiz eslatamiz.

## One task

item-overdue = Muddati { $days } kun oʻtdi
item-due-today = Muddat bugun tugaydi
item-days-left = Muddatga { $days } kun qoldi
item-review = Hisobot tekshiruvda
item-review-late = Hisobot tekshiruvda, kechikib topshirilgan
item-done = Nazoratdan yechildi
item-done-late = Nazoratdan yechildi, kechikib bajarilgan
item-cancelled = Bekor qilindi
item-basis = № { $plan } qaror, { $number }-band
item-period = Davr: { $period }
item-deadline = Muddat: <b>{ $date }</b>
item-deadline-shifted = Rejadagi sana: { $date } (dam olish kuni)
item-last-answer = Soʻnggi javob: «{ $answer }», { $date }
item-no-answer = Hali javob berilmagan
item-returned = ↩️ Qayta ijroga yuborildi: { $reason }
item-result = <blockquote expandable>Natija: { $result }</blockquote>
item-title = { $emoji } <b>{ $title }</b>
item-signed = { $emoji } { $title }
item-measure = <b>{ $text }</b>

## After an answer

answer-kept = <b>Javob saqlandi: «{ $answer }»</b>
answer-goes-to-review = Hisobotni { $controller } tekshiradi. Natijasini shu yerda yozamiz.
answer-goes-to-control = Hisobotni nazoratchi xodim tekshiradi. Natijasini shu yerda yozamiz.
answer-stays-open = Topshiriq ochiq qoladi, muddat: <b>{ $date }</b>.
answer-ask-evidence = 📎 Izoh yoki dalil qoʻshasizmi? Matn ({ $limit } belgigacha), rasm yoki hujjat yuboring.
answer-ask-reason = ✍️ Nima toʻsqinlik qilyapti? Sababni tanlang yoki yozing ({ $limit } belgigacha), hujjat yuborsangiz ham boʻladi.
evidence-text-kept = 📎 <b>Izoh javobga biriktirildi</b>
evidence-file-kept = 📎 <b>Javobga biriktirildi:</b> { $name }
evidence-file-known = 📎 Bu fayl avval biriktirilgan: { $name }
evidence-more = Yana matn yoki fayl yuborishingiz mumkin.
evidence-too-big =
    <b>Fayl juda katta: { $size }</b>
    Telegram { $limit } gacha boʻlgan faylni olishga imkon beradi. Faylni siqing, boʻlib yuboring yoki havolasini matn qilib yozing.
evidence-photo-name = Rasm
evidence-document-name = Hujjat
evidence-not-expected = Bu qaysi topshiriqqa tegishli? Avval roʻyxatdan topshiriqni tanlab, javob bering, keyin faylni yuboring.

## Control

reviews-title = <b>Tekshiruvda: { $count } ta hisobot</b>
reviews-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
reviews-hint = Hisobotni tanlang:
reviews-none =
    ✅ <b>Tekshiriladigan hisobot yoʻq</b>

    Yangi hisobot kelsa, shu yerda xabar beramiz.
review-title = 👁 <b>Tekshirish uchun hisobot</b>
review-submitted-on-time = Topshirildi: { $moment }, oʻz vaqtida
review-submitted-late = Topshirildi: { $moment }, { $days } kun kechikib
review-answer = Javob: «{ $answer }», { $person }
review-text = Izoh: { $text }
review-evidence = 📎 Dalil: { $count } ta fayl
review-no-evidence = Dalil biriktirilmagan
review-accepted = ✅ <b>Qabul qilindi, nazoratdan yechildi</b>
review-returned = ↩️ <b>Qayta ijroga yuborildi</b>
review-cancelled = ⛔ <b>Topshiriq bekor qilindi</b>
review-taken-back = ↩️ <b>Hisobot qaytarib olindi</b>
# Below a report that waits no more: who decided, or took it back.
review-decided-by = { $person }, { $moment }
review-reason = Sabab: { $reason }
review-officer-is-told = Masʼul xodimga xabar boradi.
review-ask-reason =
    ↩️ <b>Nega qaytarilyapti?</b>
    Tayyor sababni tanlang yoki oʻz soʻzingiz bilan yozib yuboring. Sabab masʼul xodimga yetkaziladi.
review-decided = Bu hisobot boʻyicha qaror qabul qilingan.
status-title = <b>Reja ijrosi: { $date }</b>
status-rate = 📊 Oʻz vaqtida, { $period }: <b>{ $rate }</b> ({ $done } / { $due })
status-no-rate = 📊 Hali muddati kelgan topshiriq yoʻq
status-overdue = 🛑 Muddati oʻtgan: <b>{ $count }</b>
status-review = 👁 Tekshiruvda: <b>{ $count }</b>
status-blocked = ⛔ Toʻsiq bor: <b>{ $count }</b>
status-due-soon = ⏳ Muddati 7 kun ichida: <b>{ $count }</b>
status-worst = <b>Eng koʻp kechikkanlar</b>
status-worst-line = { $number }. { $organisation } — { $count } ta
status-all-good = ✅ Kechikkan tashkilot yoʻq
overdue-title = <b>Muddati oʻtgan: { $count } ta topshiriq</b>
overdue-line = { $number }. <b>{ $left }</b> — { $organisation }: { $text }
# Below such a line.
overdue-promised = 💬 { $answer }, vaʼda: { $date }
overdue-none =
    ✅ <b>Muddati oʻtgan topshiriq yoʻq</b>

    Hamma oʻz vaqtida ishlayapti.

## News

news-accepted = ✅ <b>Hisobotingiz qabul qilindi</b>
news-accepted-thanks = Topshiriq nazoratdan yechildi. Mehnatingiz uchun rahmat!
news-returned = ↩️ <b>Qayta ijroga yuborildi</b>
news-returned-next = Kamchilikni tuzatib, yangi javob bering.
news-cancelled = ✖️ <b>Topshiriq bekor qilindi</b>
news-cancelled-next = Endi javob berish shart emas.
news-case-comment = Izoh: «{ $comment }»
news-case-due = Sababini aniqlab, chora koʻring. Muddat: <b>{ $date }</b>
news-update-parked =
    ⚠️ <b>Bitta xabarni qayta ishlab boʻlmadi</b>
    Xabar raqami: { $number }. U saqlab qoʻyildi; sababini jurnaldan koʻring.

## Ratings

rate-question = Xizmatdan qanchalik mamnunsiz?
rate-privacy = <i>Saqlanadi: xizmat, baho va vaqt. Ism va raqam soʻralmaydi. Bu — hokimlikning oʻz soʻrovi.</i>
rate-unknown-point =
    <b>Bu QR kod boʻyicha xizmat topilmadi</b>

    Kod eskirgan boʻlishi mumkin. Xizmat koʻrsatish joyidagi xodimdan yangisini soʻrang.
rate-thanks = <b>Rahmat! Bahongiz saqlandi</b>
rate-low-thanks = <b>Rahmat, bahongiz saqlandi</b>
rate-mark = { $stars } { $mark }
rate-case = Tashkilot buni koʻrib chiqib, <b>{ $date }</b> kunigacha javob berishi kerak.
rate-case-withdrawn = Baho oshirilgani uchun ochilgan murojaat yopildi.
rate-official =
    <i>Bu soʻrov Yagona portaldagi bahoning oʻrnini bosmaydi. Rasmiy murojaat: my.gov.uz, Adliya vazirligi — 1008.</i>
rate-change-until = <i>Bahoni bugun oʻzgartirish mumkin.</i>
rate-not-today =
    <b>Bu bahoni endi oʻzgartirib boʻlmaydi</b>

    Bahoni faqat berilgan kuni oʻzgartirish mumkin. Xizmatdan yana foydalansangiz, QR kodni qaytadan skanerlang.
comment-ask =
    <b>Izohingizni bitta xabar qilib yozing</b>

    Nima yoqdi yoki nima yoqmadi? { $limit } belgigacha.
    <i>Ism, telefon va hujjat raqamlarini yozmang: bunday raqamlar yashiriladi.</i>
comment-kept = 💬 Izohingiz saqlandi
comment-shown = 💬 Izoh: «{ $comment }»
comment-empty = Izoh boʻsh chiqdi. Bir-ikki soʻz yozing yoki izohsiz qoldiring.
comment-only-words =
    <b>Faqat matn qabul qilinadi</b>

    Shaxsiy maʼlumotlaringizni asrash uchun rasm, ovoz va boshqa fayllarni qabul qilmaymiz. Iltimos, izohni soʻz bilan yozing.

## Sign-in to the panel

sign-in-ask =
    <b>Panelga kirasizmi?</b>

    Brauzer ekranida <b>{ $code }</b> raqami turibdimi? Raqam boshqa boʻlsa yoki kirishni oʻzingiz soʻramagan boʻlsangiz, «Yoʻq» tugmasini bosing.
sign-in-approved =
    ✅ <b>Kirish tasdiqlandi</b>
    Brauzer oʻzi davom etadi.
sign-in-refused =
    ✖️ <b>Kirish rad etildi</b>
    Kirishni Siz soʻramagan boʻlsangiz, bu haqda administratorga ayting.
sign-in-unusable =
    <b>Bu kirish havolasi ishlamaydi</b>

    Muddati tugagan yoki allaqachon ishlatilgan. Kirish sahifasini yangilab, qaytadan urinib koʻring.
sign-in-not-for-you =
    <b>Panelga kirish huquqingiz yoʻq</b>

    Panel tashkilot xodimlari uchun. Xodim boʻlsangiz, administratordan taklif havolasini soʻrang.

## Help

help-citizen =
    <b>Bu bot nima qiladi?</b>

    Davlat xizmatidan keyin QR kodni skanerlang va bahoni bosing. Istasangiz, izoh yozing. Past bahoni tashkilot koʻrib chiqishi shart.

    /til — tilni almashtirish
    /maxfiylik — nima saqlanadi

    Rasmiy murojaat: my.gov.uz, Adliya vazirligi — 1008.
help-title = <b>Yordam</b>
help-officer =
    /vazifalar — topshiriqlarim
    Javob berish: topshiriqni tanlang, javobni bosing, xohlasangiz matn yoki fayl qoʻshing.
    /tatil — taʼtilga chiqish va oʻrinbosar
help-controller =
    /holat — qisqacha ahvol
    /tekshiruv — kutayotgan hisobotlar
    /kechikkan — muddati oʻtganlar
    /xulosa — ertalabki xulosani yoqish yoki oʻchirish
help-panel = Panel: odamlar, reja va hisobotlar. Kirish uchun panel sahifasidagi QR kod yoki havolani oching.
help-common =
    /til — tilni almashtirish
    /maxfiylik — nima saqlanadi
    /bekor — boshlangan ishni bekor qilish

## When nothing else fits

cancel-done = Bekor qilindi. Hech narsa oʻzgarmadi.
cancel-nothing = Bekor qiladigan narsa yoʻq.
unknown-citizen =
    Bu xabar saqlanmadi. Baho berganingizdan keyin yarim soat ichida yozsangiz, u izoh boʻladi; keyinroq «Izoh yozish» tugmasini bosing.

    Xizmatni baholash uchun QR kodni skanerlang. Rasmiy murojaat: my.gov.uz, Adliya vazirligi — 1008.
unknown-known = Nima qilishni tushunmadim. Quyidagilardan birini tanlang:
unsupported-known = Bunday xabarni qabul qila olmaymiz. Matn, rasm yoki hujjat yuboring.
edited-not-kept = Oʻzgartirilgan xabar hisobga olinmaydi: kerakli matnni yangi xabar qilib yuboring.
only-private = Men faqat shaxsiy yozishmada ishlayman. Menga shaxsiy xabar yozing.
sorry =
    <b>Kechirasiz, bizda xato yuz berdi</b>
    Administratorga xabar berildi. Birozdan soʻng qayta urinib koʻring.
