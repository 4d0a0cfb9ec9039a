### Labels of buttons of what follows an answer, and short lines after a press. Plain text.

button-choose-day = 📅 Kunni tanlash
button-other-day = 📅 Boshqa kun
button-record = NIS.UZ raqami
button-attach = 📎 Dalil qoʻshish
button-take-back = ↩️ Qaytarib olish
button-take-back-sure = Ha, qaytarib olaman
button-files = 📎 Dalillar ({ $count })
button-cause-no-money = Mablagʻ yoʻq
button-cause-others = Javob kutilyapti
button-cause-technical = Texnik nosozlik
button-cause-no-requests = Murojaat boʻlmadi
button-cause-done-before = Avval bajarilgan
button-cause-not-ours = Bizning ish emas

# The reason as the controller reads it.
cause-no-money = Mablagʻ ajratilmagan.
cause-others = Boshqa tashkilotning javobi kutilyapti.
cause-technical = Texnik nosozlik bor.
cause-no-requests = Bu davrda murojaat boʻlmagan.
cause-done-before = Ish avvalgi davrda bajarilgan.
cause-not-ours = Bu ish tashkilotimiz vakolatiga kirmaydi.

## Short lines after a press, at most 200 characters

toast-promised = Kun saqlandi
toast-promised-before = Bu kun avval saqlangan
toast-cause-kept = Sabab saqlandi
toast-no-files = Bu javobda Telegram orqali yuborilgan fayl yoʻq. Hammasi panelda koʻrinadi.
toast-taken-back = Hisobot qaytarib olindi, topshiriq yana ochiq
