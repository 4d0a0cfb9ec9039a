# The demo: steps of its clock, and things to scan.
demo-jump-hour = +1 soat
demo-jump-day = +1 kun
demo-jump-morning = Keyingi ish kuni ertalab
demo-jump-deadline = Keyingi muddatga
demo-group-points = Xizmat nuqtalaridagi QR kodlar
# Above the slips of the point that asks for visit codes.
demo-group-slips = Tashrif kodli talonlar: skanerlang yoki kodni yozing
demo-group-letters = Taklif xatlari
demo-letter-note = Bir martalik havola
demo-citizen = Fuqaro
demo-role-at = { $role }, { $organisation }
demo-ready = Namoyish tayyor: { $time } soniyada ishga tushdi. Barcha nom va raqamlar oʻylab topilgan.
demo-chat = Suhbatlar (Telegram oʻrnida):
demo-panel = Panel:
demo-sign-in = Hokim oʻrinbosari sifatida kirish (bir martalik):
demo-sign-in-administrator = Administrator sifatida kirish, nuqtalar va plakatlar uchun (bir martalik):
demo-clock = Soat { $moment } ni koʻrsatmoqda; uni suhbatlar sahifasida surish mumkin.
demo-port-taken = { $port }-port band, { $other } ishlatilmoqda.
demo-kept = Maʼlumotlar saqlanadi: { $folder }
demo-stop = Toʻxtatish uchun Ctrl-C ni bosing.
demo-stopped = Toʻxtatildi.
demo-step-city = Shahar qurilmoqda
demo-step-history = Bir yillik baholar va javoblar yozilmoqda
