### Tekshiruvchi qaror qilguncha chetga olingan baholar. Oddiy matn.

refusal-quarantine-decided = Bu baholar boʻyicha allaqachon qaror qilingan.

## The page

quarantine-title = Chetga olingan baholar
quarantine-text = Bu baholar xizmat joyidagi fuqarolar qoʻygan bahoga oʻxshamaydi. Ular saqlangan, qoʻygan kishiga odatdagidek rahmat aytilgan, lekin nazorat xodimi qaror qilguncha hech qayerda hisobga olinmaydi.
quarantine-waiting = Qaror kutmoqda
quarantine-none = Qaror kutayotgan baho yoʻq.
quarantine-why-burst = { $minutes } daqiqada { $count } ta “{ $mark }” baho
# $count: marks of people who rated more services in a day than the limit allows.
quarantine-why-person = Bir kunda juda koʻp xizmatni baholaganlardan { $count } ta baho
quarantine-why-point = Xizmat joyining soatlik chegarasidan ortiq { $count } ta baho
# What is usual: $count marks of the service that count, in the 30 days before.
quarantine-usual = Bundan oldingi 30 kunda xizmat { $count } ta baho olgan.
quarantine-pick = Tanlash: { $point }
quarantine-reason = Nega? Sabab jurnalda saqlanadi.
quarantine-accept = Hisobga olish
quarantine-leave-out = Hisobga olmaslik
quarantine-note = Hisobga olinmagan baholar hech qayerda sanalmaydi, ular boʻyicha ochilgan murojaatlar yopiladi. Soni panellarda koʻrsatiladi.
quarantine-nothing = Kamida bitta qatorni tanlang.
quarantine-said-accepted = { $count } ta baho hisobga olindi.
quarantine-said-left-out = { $count } ta baho hisobga olinmaydi.

## What was decided

quarantine-decided = Yaqinda qaror qilinganlar
quarantine-state-accepted = hisobga olindi
quarantine-state-left-out = hisobga olinmadi

## The limits

quarantine-limits = Chegaralar
quarantine-limit-person = Bir kishi bir kunda baholashi mumkin boʻlgan xizmatlar
quarantine-limit-point = Bir xizmat joyida bir soatdagi baholar
quarantine-limit-burst = Bir joydagi shuncha bir xil baho — keskin koʻpayish
quarantine-limit-minutes = Necha daqiqa ichida
quarantine-limits-note = 0 — chegara yoʻq. Chegaradan ortigʻi chetga olinadi, hech qachon rad etilmaydi.
quarantine-limits-wrong = 0 dan { $highest } gacha butun sonlar; keskin koʻpayish kamida 2 ta baho, 1–{ $minutes } daqiqa ichida.
quarantine-limits-keep = Saqlash
quarantine-said-limits = Saqlandi. Chegaralar yangi baholar uchun amal qiladi.

## Elsewhere

ratings-apart-waiting = { $count } ta baho chetga olingan, tekshiruv kutmoqda
ratings-apart-left-out = { $count } ta baho tekshiruvdan soʻng hisobga olinmadi
overview-quarantine = { $count } ta shubhali baho qaroringizni kutmoqda
