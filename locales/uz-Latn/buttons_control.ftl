### Labels of the buttons about more time, several reports at once and re-checks, and the short lines after a press. Plain text.

## More time

button-more-time = Muddatni surish
button-withdraw = Soʻrovni qaytarish
button-grant = ✓ Uzaytirish
button-refuse = Rad etish
button-extensions = Muddat soʻrovlari: { $count }
button-to-extensions = ← Soʻrovlar
button-why-others = Boshqa tashkilot
button-why-volume = Ish hajmi katta
button-why-funding = Mablagʻ, xarid
button-why-technical = Texnik nosozlik
button-whynot-not-justified = Sabab asossiz
button-whynot-time-enough = Vaqt yetarli edi
button-whynot-urgent = Ish shoshilinch

# The reasons as they are kept and read by the other side.
ready-why-others = Boshqa tashkilot oʻz ishini hali tugatmagan.
ready-why-volume = Ish hajmi rejadagidan katta.
ready-why-funding = Mablagʻ ajratish yoki xarid kechikmoqda.
ready-why-technical = Texnik nosozlik ishga xalaqit bermoqda.
ready-whynot-not-justified = Keltirilgan sabab muddatni uzaytirish uchun yetarli emas.
ready-whynot-time-enough = Ajratilgan vaqt yetarli edi.
ready-whynot-urgent = Bu ishni kechiktirib boʻlmaydi.

## Several reports and re-checks

button-accept-page = ✓ Barini qabul qilish
button-accept-together = ✓ Ha, { $count } tasini
button-rechecks = Qayta tekshirish: { $count }
button-stands = ✓ Tasdiqlayman
button-falls = Tasdiqlamayman
button-falls-not-found = Ish topilmadi
button-falls-no-proof = Dalil yetarli emas
button-falls-figures = Raqamlar boshqa
ready-falls-not-found = Bajarilgan deb koʻrsatilgan ish joyida topilmadi.
ready-falls-no-proof = Taqdim etilgan dalil ishni tasdiqlamaydi.
ready-falls-figures = Haqiqiy raqamlar hisobotdagidan farq qiladi.

## Short lines after a press, at most 200 characters

toast-extension-sent = Soʻrov yuborildi
toast-extension-granted = Muddat uzaytirildi
toast-extension-refused = Rad etildi
toast-extension-withdrawn = Soʻrov qaytarib olindi
toast-together = Qabul qilindi: { $count }
toast-recheck-kept = Qaror saqlandi
