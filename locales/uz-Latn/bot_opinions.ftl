### What the bot writes to a citizen after a mark, in Telegram's HTML. Values are escaped.

# Which reasons were ticked. $reasons: their names, joined by commas.
opinion-reasons = ☑️ { $reasons }
# The criteria with their marks. $criteria: ready, joined by dots.
opinion-criteria = 📋 { $criteria }
opinion-hint-low = Nima yoqmadi? Belgilang yoki shu yerga yozing — ixtiyoriy.
opinion-hint-high = Nima yoqdi? Belgilang yoki shu yerga yozing — ixtiyoriy.
opinion-kept = <i>Saqlanadi: xizmat, baho, vaqt va qoʻshganlaringiz. Ismingiz va raqamingiz saqlanmaydi.</i>
# Above the question about one criterion. $number of $of.
criterion-title = <b>{ $number }/{ $of } · { $criterion }</b>
criterion-ask-legality = Hammasi qonun-qoidaga muvofiq boʻldimi?
criterion-ask-quality = Xizmat sifatli koʻrsatildimi?
criterion-ask-timeliness = Belgilangan muddatda bajarildimi?
criterion-ask-accessibility = Borish, kirish va tushunish oson boʻldimi?
criterion-scale = <i>1 — juda yomon, 5 — aʼlo</i>

## Comments

comment-cut = ✂️ Izoh uzun edi: birinchi { $limit } belgisi saqlandi. Qisqartirish uchun xabaringizni tahrirlang.
comment-changed = 💬 Izohingiz yangilandi
comment-already = Bu bahoga izohingiz bor, shuning uchun oxirgi xabaringiz saqlanmadi.
comment-change-hint = <i>Izohni bugun oʻzgartirish uchun oʻsha xabaringizni tahrirlang.</i>
comment-no-voice =
    <b>Ovozli va video xabarlarni qabul qilmaymiz</b>

    Ovozingizdan Sizni tanish mumkin, shuning uchun u saqlanmadi. Iltimos, izohni soʻz bilan yozing.
comment-no-contact =
    <b>Kontakt va joylashuv saqlanmadi</b>

    Kimligingizni bilishimiz shart emas. Iltimos, izohni soʻz bilan yozing.
comment-no-sticker = Rahmat! Lekin stikerni izoh sifatida saqlay olmaymiz. Iltimos, bir-ikki soʻz yozing.
