### What is kept of people, and how it goes. Telegram's HTML. Every number of days comes from the jobs that forget.

# $comments, $voters, $wishes: days.
privacy-citizen =
    <b>Maxfiylik</b>

    <b>Saqlanmaydi:</b> ismingiz, telefoningiz, Telegram raqamingiz.
    <b>Saqlanadi:</b> bahongiz, belgilagan sabab va mezonlaringiz, xizmat, vaqt va yozgan izohingiz.
    <b>Nima uchun, qancha vaqt:</b> bir kishi bir xizmatga kuniga bir marta baho berishi uchun Telegram raqamingizdan maxfiy belgi hisoblanadi. Belgi { $voters } kundan keyin, izoh { $comments } kundan keyin oʻchadi; baho kimniki ekani bilinmaydigan son boʻlib qoladi. Izohdagi telefon, pasport va karta raqamlari saqlashdan oldin yashiriladi.
    <b>Kim koʻradi:</b> baholarni hamma, faqat jamlangan holda; past baho va izohni shu tashkilot va nazoratchilar. Kim baho berganini administrator ham koʻra olmaydi.
    <b>Javobni eshitishni soʻrasangiz,</b> suhbat raqami shifrlangan holda javob yuborilguncha saqlanadi, { $wishes } kundan ortiq emas.
# $messages: days.
privacy-known =
    <b>Maxfiylik</b>

    <b>Maqsad:</b> topshiriqlar ijrosini nazorat qilish.
    <b>Saqlanadi:</b> ismingiz, lavozimingiz, Telegram identifikatoringiz, tilingiz, javoblaringiz va fayllaringiz.
    <b>Saqlanmaydi:</b> telefon raqamingiz va boshqa yozishmalaringiz.
    <b>Qancha vaqt:</b> identifikator — rozilikni qaytarib olguningizcha; yuborilgan xabarlar matni — { $messages } kun; javoblar va qarorlar — doimiy, chunki ular rasmiy.
    <b>Kim koʻradi:</b> ismingiz va javoblaringizni tashkilotingiz va nazoratchilar. Identifikator hech bir sahifada koʻrsatilmaydi.

## A citizen wants to be forgotten

forget-ask =
    <b>Sizni unutaylikmi?</b>

    Baholaringizdagi Sizga olib boradigan belgi, izohlaringiz, javobni eshitish soʻrovlari, tanlangan til va boshlangan suhbat oʻchadi; baholar va belgilangan sabablar esa kimniki ekani bilinmaydigan son boʻlib qoladi.

    Buni qaytarib boʻlmaydi. Tashkilot past bahoni koʻrib chiqaveradi, lekin javobi Sizga yuborilmaydi. Bugun Sizdan yana baho qabul qilinmaydi, ertadan mumkin.
forget-ask-known =
    <b>Baholaringizni unutaylikmi?</b>

    Fuqaro sifatida bergan baholaringizdagi Sizga olib boradigan belgi, izohlaringiz va javobni eshitish soʻrovlari oʻchadi; baholar va belgilangan sabablar kimniki ekani bilinmaydigan son boʻlib, rasmiy javoblaringiz esa ismingiz bilan qoladi.

    Buni qaytarib boʻlmaydi. Bugun Sizdan yana baho qabul qilinmaydi, ertadan mumkin.
forget-done = ✅ <b>Unutildi</b>
# $count: marks.
forget-done-marks = { $count } ta bahoda Sizga olib boradigan belgi qolmadi.
# $count: comments.
forget-done-comments = { $count } ta izoh oʻchirildi.
# $count: wishes to hear an answer.
forget-done-wishes = { $count } ta javobni eshitish soʻrovi oʻchirildi.
forget-done-nothing = Sizga olib boradigan baho yoki izoh topilmadi.
forget-done-language = Til va boshlangan suhbat ham unutildi.
forget-done-after = Shu suhbatdagi xabarlar Sizda va Telegramda qoladi: ularni oʻzingiz oʻchirishingiz mumkin. Xodimga yuborib boʻlingan izohni uning suhbatidan oʻchira olmaymiz.

## Somebody whom the city knows

forget-known =
    <b>Nimani unutish mumkin?</b>

    Javoblaringiz, qarorlaringiz va yuborgan fayllaringiz rasmiy hujjatdir: ular ismingiz bilan qoladi va oʻchirilmaydi.

    Telegram hisobingizni saqlashga bergan rozilikni qaytarib olsangiz, hisob tizimdan uziladi. Fuqaro sifatida bergan baholaringiz alohida unutiladi.
withdraw-ask =
    <b>Rozilikni qaytarib olasizmi?</b>

    Telegram identifikatoringiz, panelga kirishlaringiz va hali yuborilmagan xabarlar oʻchadi; ismingiz, lavozimingiz, javoblaringiz va qarorlaringiz qoladi, chunki ular rasmiy.

    Shundan keyin Sizga eslatma kelmaydi va bu yerda javob berib boʻlmaydi; panelda oʻrningiz boʻsh deb koʻrsatiladi. Qaytish uchun administrator yangi taklif yuborishi kerak.
withdraw-done =
    ✅ <b>Rozilik qaytarib olindi</b>

    Telegram hisobingiz tizimdan uzildi, identifikatoringiz oʻchirildi. Ismingiz va rasmiy javoblaringiz qoladi. Qaytish uchun administratordan yangi taklif soʻrang.
