### Labels of buttons, and the short lines that answer a press. Plain text; a label has at most 40 characters.

## Languages

button-language-uz-latn = Oʻz
button-language-uz-cyrl = Ўз
button-language-ru = Ру
button-language-en = En

## Moving about

button-tasks = Topshiriqlarim
button-to-tasks = ← Roʻyxat
button-previous = ← Oldingi
button-next = Keyingi →
button-help = Yordam
button-privacy = Maxfiylik
button-panel = Panelni ochish
# Beside the text field: opens the panel inside Telegram. The shorter the better.
button-menu-panel = Panel

## Answers

button-answer-done = ✓ Bajarildi
button-answer-in-progress = Ijroda
button-answer-blocked = Toʻsiq bor
button-answer-nothing = Bu davrda ish yoʻq
button-without-evidence = Dalilsiz yakunlash
button-finish = Yakunlash
button-open-task = Topshiriqni ochish
button-snooze-tomorrow = ⏰ Ertaga eslating
button-snooze-on = ⏰ { $day } eslating
button-snooze-all = ⏰ Hammasini eslating: { $day }

## Control

button-accept = ✓ Qabul qilish
button-return = Qaytarish
button-back = ← Orqaga
button-reviews = Tekshiruvdagilar
button-to-reviews = ← Roʻyxat
button-overdue = Muddati oʻtganlar
button-status = Holat
button-call = Eslatma yuborish
button-call-now = ✓ Ha, yuborilsin
button-sheet = A4 varaq
button-reason-no-evidence = Dalil yoʻq
button-reason-incomplete = Toʻliq bajarilmagan
button-reason-inaccurate = Maʼlumot notoʻgʻri

# The reason as the officer reads it.
ready-reason-no-evidence = Tasdiqlovchi hujjat biriktirilmagan.
ready-reason-incomplete = Ish toʻliq bajarilmagan.
ready-reason-inaccurate = Maʼlumot notoʻgʻri yoki aniq emas.

## Invitations and signing in

button-join = Roziman
button-yes = ✓ Ha, kiraman
button-no = Yoʻq

## Leave

button-back-to-work = Ishga qaytdim
button-call-off-leave = Taʼtilni bekor qilish
button-leave-later = 📅 Keyinroq boshlanadi
button-no-brief = 🔕 Xulosa kelmasin
button-brief = 🔔 Xulosa kelsin
toast-brief-on = Xulosa har ish kuni ertalab keladi
toast-brief-off = Xulosa endi kelmaydi
toast-leave-kept = Saqlandi: hamkasbingizga xabar beriladi
toast-leave-ended = Tugatildi: topshiriqlar yana Sizga keladi
toast-leave-was-over = Bu oʻrinbosarlik avvalroq tugagan

## Handing over

button-hand-over = Hamkasbga berish
button-withdraw-offer = Taklifni qaytarish
button-take-over = ✓ Olaman
button-decline-offer = Olmayman
toast-offer-made = Taklif yuborildi: hamkasbingiz javob beradi
toast-offer-withdrawn = Taklif qaytarib olindi
toast-offer-declined = Javobingiz yetkaziladi
toast-taken-over = Topshiriq Sizga oʻtdi

## Ratings

button-comment = Izoh yozish
button-no-comment = Izohsiz
button-change-mark = Bahoni oʻzgartirish
button-mark-5 = ⭐⭐⭐⭐⭐ Aʼlo
button-mark-4 = ⭐⭐⭐⭐ Yaxshi
button-mark-3 = ⭐⭐⭐ Qoniqarli
button-mark-2 = ⭐⭐ Qoniqarsiz
button-mark-1 = ⭐ Juda yomon

## Short lines after a press, at most 200 characters

toast-answer-kept = Javob saqlandi
toast-answered-before = Bu javob avval qabul qilingan
toast-changed = Bu orada oʻzgarish boʻlgan: xabar yangilandi
toast-only-private = Bu tugma faqat shaxsiy yozishmada ishlaydi. Menga shaxsiy xabar yozing.
toast-snoozed = { $day } kuni eslatamiz
toast-snoozed-all = { $day } kuniga qoldirildi: { $count } ta
toast-nothing-snoozed = Qoldirib boʻlmaydi: muddatlar juda yaqin
toast-old-button = Bu tugma eskirgan. Menyudan yoki /start buyrugʻidan foydalaning.
toast-trial = Bu sinov xabari: tugmalari hech narsani oʻzgartirmaydi
toast-accepted = Qabul qilindi
toast-returned = Qaytarildi
toast-mark-kept = Bahongiz saqlandi
toast-mark-known = Bu bahongiz avval saqlangan
toast-only-today = Bahoni faqat berilgan kuni oʻzgartirish mumkin
toast-language = Til almashtirildi
toast-sheet = Varaq tayyorlanmoqda, hozir keladi
