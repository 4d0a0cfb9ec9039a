### The page of the panel where a controller reminds by hand of what is overdue.

# On other pages: the way there.
remind-link = Eslatish
remind-title = Muddati oʻtganlarni eslatish
remind-lead = { $people } nafar xodimga muddati oʻtgan { $items } ta topshiriq eslatiladi.
remind-none = Muddati oʻtgan topshiriq yoʻq, eslatishga hojat yoʻq.
remind-nobody = Xabar yuboriladigan xodim yoʻq: pastda kimga qoʻngʻiroq qilish koʻrsatilgan.
remind-all-called = Hammaga yaqinda eslatilgan.
remind-send = Eslatma yuborish
remind-later = Hozir ish vaqti emas. Xabarlar { $moment } da yuboriladi.
remind-rule = Bir xodimga { $hours } soat ichida bir martadan koʻp eslatilmaydi.
remind-people = Xodimlar
remind-number = { $count } ta topshiriq
# $name: who reminded.
remind-called = Eslatilgan: { $moment }, { $name }
# The same, while the message waits for the hours of work.
remind-called-later = { $moment } da yuboriladi, eslatuvchi: { $name }
remind-more = Yana { $count } nafar xodim bor, ularga ham eslatiladi.
remind-unheard = Xabar yetib bormaydi
