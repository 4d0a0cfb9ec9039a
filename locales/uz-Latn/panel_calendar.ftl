### The page of the calendar: days that differ from the plain week. Plain text.

calendar-title = Ish kunlari taqvimi
calendar-lead = Bayramlar, qoʻshimcha dam olish kunlari va ishlanadigan shanbalar. Muddatlar shu taqvim boʻyicha hisoblanadi.
calendar-days = Oddiy haftadan farq qiladigan kunlar
calendar-none = Bu yil uchun hali kun kiritilmagan.
calendar-unsure = { $count } ta kun hali rasman tasdiqlanmagan. Qaror chiqqach, tasdiqlang yoki olib tashlang.
calendar-computed = Qonun boʻyicha hisoblangan
calendar-estimate = Taxminiy, oyga qarab oʻzgarishi mumkin
calendar-confirm = Tasdiqlash
calendar-remove = Olib tashlash
calendar-add = Kun qoʻshish
calendar-name = Nomi, qarorda yozilganidek
calendar-kind = Qanday kun
calendar-weeks = Kimlar uchun
calendar-save = Saqlash
calendar-ask = { $count } ta topshiriq muddati oʻzgaradi va masʼul xodimlarga xabar boradi. Saqlansinmi?
calendar-sure = Ha, saqlansin
calendar-not-now = Yoʻq
calendar-note = Saqlangach, shu kunga toʻgʻri kelgan ochiq topshiriqlar muddati siljiydi va masʼul xodimlarga bitta xabar boradi.
calendar-kept = Taqvim saqlandi. Hech bir topshiriq muddati oʻzgarmadi.
calendar-moved = Taqvim saqlandi. { $count } ta topshiriq muddati oʻzgardi, masʼul xodimlarga xabar boradi.
calendar-wrong-date = Sanani kiriting: taqvimda bor kun boʻlsin.
calendar-wrong-name = Kunning nomini yozing.
calendar-long-name = Nom { $limit } belgidan oshmasin.
calendar-wrong-kind = Kun turini va kimlar uchun ekanini tanlang.
calendar-open = Ish kunlari taqvimi
day-kind-holiday = Bayram
day-kind-additional-off = Qoʻshimcha dam olish kuni
day-kind-moved-off = Koʻchirilgan dam olish kuni
day-kind-working = Ishlanadigan dam olish kuni
weeks-all = hamma uchun
weeks-five = besh kunlik hafta
weeks-six = olti kunlik hafta

## Due days that moved, in the history of an assignment

history-day-moved = Taqvim oʻzgardi ({ $days }): muddat { $before } → { $after }.
# Beside a due date on the page of the plan: the day that the rule names, and why it is a day off.
plan-day-moved = reja boʻyicha { $planned }, dam olish kuni: { $why }
history-rule-changed = Muddat qoidasi qayta belgilandi: { $before } → { $after }.
history-rule-dropped = Yangi muddat qoidasi boʻyicha bu davr uchun topshiriq endi soʻralmaydi.
