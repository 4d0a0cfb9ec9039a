### What follows an answer: the promised day, the reason, the proof. In Telegram's HTML; values are escaped.

## After an answer: the promised day, the reason, the proof

item-evidence-required = 📎 Dalil talab qilinadi
answer-ask-proof =
    <b>📎 Bu topshiriq dalil bilan topshiriladi</b>
    Rasm, hujjat, havola, NIS.UZ raqami yoki kamida { $least } belgili izoh yuboring. Shundan keyin hisobot topshirilgan boʻladi.
answer-not-reported-yet = Hisobot hali topshirilmadi.
answer-ask-day = 📅 Qachon tayyor boʻladi? Kunni tanlang yoki izoh va hujjat yuboring ({ $limit } belgigacha).
answer-choose-day = 📅 <b>Qaysi kunga tayyor boʻladi?</b>
answer-promised = 📅 Vaʼda qilingan kun: <b>{ $date }</b>
answer-promised-after-due = ⚠️ Bu kun muddatdan keyin. Muddat oʻzgarmaydi: <b>{ $date }</b>.
answer-ask-why-nothing = ✍️ Nega bu davrda ish boʻlmadi? Sababni tanlang yoki yozing ({ $limit } belgigacha).
answer-nothing-needs-acceptance = Bu javob nazoratchi qabul qilgandan keyin hisobga olinadi.
answer-ask-take-back = ↩️ <b>Hisobotni qaytarib olasizmi?</b>
answer-taken-back-is-open = Topshiriq yana ochiq boʻladi. Keyingi hisobot qaysi kuni topshirilsa, oʻsha kun hisobga olinadi.
answer-taken-back-late = ⚠️ Muddat oʻtib boʻlgan: yangi hisobot kechikkan deb hisoblanadi.
evidence-of-answer = Javob: «{ $answer }».
evidence-files-kept = 📎 <b>Javobga biriktirildi: { $count } ta fayl</b>
evidence-record-kept = 📎 <b>NIS.UZ raqami biriktirildi:</b> { $number }
evidence-cause-kept = ✍️ <b>Sabab saqlandi:</b> { $reason }
evidence-ask-record =
    <b>NIS.UZ dagi yozuv raqamini yozing</b>
    4 tadan 20 tagacha harf, raqam va chiziqcha. Masalan: 123456
evidence-ask-more =
    <b>📎 Javobga nima qoʻshasiz?</b>
    Matn ({ $limit } belgigacha), rasm, hujjat, havola yoki NIS.UZ raqamini yuboring.
evidence-not-taken =
    <b>Bu faylni qabul qila olmaymiz: { $name }</b>
    Qabul qilinadi: rasm, PDF, DOCX, XLSX, PPTX, TXT, CSV va arxiv (ZIP, RAR, 7Z). Boshqa fayl oʻrniga havola yoki matn yuborishingiz mumkin.
evidence-edited =
    ✏️ <b>Oʻzgartirish saqlandi: javobning { $version }-nusxasi</b>
    Avvalgi nusxasi ham saqlanadi.
unsupported-voice = Ovozli xabarni qabul qila olmaymiz. Iltimos, shu gapni yozib yuboring.
unsupported-video = Videoni qabul qila olmaymiz. Undan bir nechta surat yoki videoga havola yuboring.
unsupported-sticker = Stiker javobga qoʻshilmaydi. Matn, rasm yoki hujjat yuboring.
unsupported-contact = Telefon raqami kerak emas va saqlanmaydi. Matn, rasm yoki hujjat yuboring.
unsupported-location = Joylashuv saqlanmaydi. Manzilni matn qilib yozing yoki joyning suratini yuboring.

## A file that could not be fetched

news-file-lost =
    ⚠️ <b>Faylni ola olmadik: { $name }</b>
    Telegram uni bizga bera olmadi, shuning uchun u javobda ochilmaydi. Iltimos, faylni qayta yuboring.

## The proof as a controller sees it

review-link = 🔗 { $link }
review-record = 🔢 NIS.UZ raqami: { $number }
review-changed = ✏️ Javob { $count } marta oʻzgartirilgan
files-not-sent = Fayllarni bu yerga yuborib boʻlmadi. Ularni panelda ochishingiz mumkin.
