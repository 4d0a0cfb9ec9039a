### What the bot writes about more time, several reports at once and re-checks, in Telegram's HTML. Values are escaped.

## More time: the officer asks

extension-ask-day =
    🗓 <b>Qaysi kungacha vaqt kerak?</b>
    Hozirgi muddat: <b>{ $date }</b>. Yangi kunni tanlang: koʻpi bilan { $limit } kun keyin.
extension-ask-reason =
    ✍️ <b>Nega qoʻshimcha vaqt kerak?</b>
    Yangi muddat: <b>{ $date }</b>
    Sababni tanlang yoki oʻz soʻzingiz bilan yozib yuboring.
extension-sent = 📨 <b>Soʻrov nazoratchiga yuborildi</b>
extension-sent-next = Qarorni shu yerda yozamiz. Ungacha avvalgi muddat amal qiladi.
extension-due = Hozirgi muddat: <b>{ $date }</b>
extension-wanted = Soʻralgan muddat: <b>{ $date }</b>
item-extension-waits = 🗓 Muddatni uzaytirish soʻralgan: { $date }. Qaror kutilmoqda.
item-deadline-extended = Asl muddat: { $date } (uzaytirilgan)

## More time: control decides

extension-title = 🗓 <b>Muddatni uzaytirish soʻrovi</b>
extension-asked-by = Soʻradi: { $person }, { $moment }
extension-granted = ✅ <b>Muddat uzaytirildi</b>
extension-refused = ✖️ <b>Muddat uzaytirilmadi</b>
extension-refusal-reason = Rad etish sababi: { $reason }
extension-withdrawn = <b>Soʻrov qaytarib olindi</b>
extension-new-due = Yangi muddat: <b>{ $date }</b>
extension-old-due = Avvalgi muddat: { $date }
extension-decided-by = Qaror qabul qildi: { $person }
extension-withdrawn-by = Soʻrovni qaytarib oldi: { $person }
extension-ask-refusal =
    ✖️ <b>Nega rad etilyapti?</b>
    Tayyor sababni tanlang yoki oʻz soʻzingiz bilan yozib yuboring. Sabab masʼul xodimga yetkaziladi.
extensions-title = <b>Muddat soʻrovlari: { $count } ta</b>
extensions-line = { $number }. <b>{ $due } → { $wanted }</b> — { $organisation }: { $text }
extensions-hint = Soʻrovni tanlang:
extensions-none = ✅ <b>Qaror kutayotgan muddat soʻrovi yoʻq</b>

## More time: the officer hears

news-extension-granted-next = Ishni yangi muddatgacha yakunlab, hisobot bering.
news-extension-refused-next = Muddat oʻzgarmadi: <b>{ $date }</b>. Ish holati boʻyicha javob bering.

## Several reports at once

together-title = <b>{ $count } ta hisobotni birdan qabul qilasizmi?</b>
together-line = { $number }. { $organisation }: { $text }
together-line-late = { $number }. { $organisation }: { $text } — <i>kechikib topshirilgan</i>
together-late = ⚠️ Kechikib topshirilgan: <b>{ $count }</b>
together-own = Oʻzingiz topshirgan hisobotlar bunga kirmaydi: { $count } ta. Ularni boshqa nazoratchi koʻradi.
together-none = <b>Bu sahifada Siz qabul qila oladigan hisobot yoʻq</b>
together-done = ✅ <b>Qabul qilindi: { $count } ta hisobot</b>
together-failed = ⚠️ Qabul qilinmadi: <b>{ $count }</b>
together-failed-line = { $organisation }: { $text } — { $reason }
reviews-line-aged = { $number }. <b>{ $date }</b> ({ $holder }: { $age }) — { $organisation }: { $text }

## The second look

rechecks-title = <b>Qayta tekshirish: { $count } ta hisobot</b>
rechecks-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
rechecks-hint = Hisobotni tanlang:
rechecks-none = ✅ <b>Siz qayta tekshiradigan hisobot yoʻq</b>
recheck-title = 🔎 <b>Qayta tekshirish</b>
recheck-accepted = Qabul qilgan: { $person }, { $moment }
recheck-hint = Bu hisobotni tasodifiy tanlov belgiladi. U haqiqatga mosmi?
recheck-stands = ✅ <b>Hisobot tasdiqlandi</b>
recheck-falls = ✖️ <b>Hisobot tasdiqlanmadi</b>
recheck-ask-reason =
    ✖️ <b>Nega tasdiqlanmaydi?</b>
    Tayyor sababni tanlang yoki oʻz soʻzingiz bilan yozib yuboring. Sabab tashkilotga yetkaziladi.
news-recheck-fell = 🔎 <b>Qayta tekshiruvda hisobotingiz tasdiqlanmadi</b>
news-recheck-next = Bu tashkilotingizning ishonch darajasini pasaytiradi. Kamchilikni tuzatib, nazoratchiga xabar bering.
