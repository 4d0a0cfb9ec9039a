### The pages of imports. Plain text.

import-title = Jadvallarni yuklash
import-lead = Avval fayl nimani oʻzgartirishi koʻrsatiladi. Hamma qator toʻgʻri boʻlsa va Siz tasdiqlasangiz, yoziladi; boʻlmasa hech narsa oʻzgarmaydi.
import-open = Jadvaldan yuklash
import-plan = Chora-tadbirlar rejasi
import-about-plan = Reja tashkilotlar tuzgan koʻrinishda: bandlar, muddat soʻzlari va masʼullar. Muddat qoidasi soʻzlardan oʻqiladi; aniq boʻlmagani tasdiqlashingizni kutadi.
import-about-organisations = Tashkilotlar va ularning boʻysunuvi. Kaliti tanish boʻlsa, maʼlumotlari yangilanadi.
import-about-services = Xizmatlar va ularni koʻrsatadigan tashkilotlar. Yangi xizmatga nuqta va QR kod oʻzi yaratiladi.
import-about-people = Xodimlar va ularning vazifalari. Har biri keyin bir martalik havola bilan qoʻshiladi.
import-about-calendar = Bayramlar va koʻchirilgan ish kunlari. Ochiq topshiriqlarning muddati shunga qarab suriladi.
import-columns = Ustunlari
import-sample = Namuna faylni yuklab olish
import-file = Fayl: CSV yoki XLSX
# $limit: a size.
import-limit = Koʻpi bilan { $limit }. Kattaroq fayl serverda yuklanadi: nazorat import.
import-number = Qaror raqami
import-adopted = Qaror qabul qilingan kun
import-plan-title = Reja nomi (ixtiyoriy)
import-look = Nima oʻzgarishini koʻrish
import-no-file = Faylni tanlang.
import-empty-file = Fayl boʻsh. Ichida jadval bor faylni tanlang.
import-no-number = Qaror raqamini yozing.
import-no-day = Qaror qabul qilingan kunni tanlang.
import-not-kept = Koʻrilgan fayl endi saqlanmagan yoki almashtirilgan. Uni qaytadan tanlang.
import-would = Shunday oʻzgaradi
import-nothing-yet = Hali hech narsa yozilmadi. Roʻyxatni koʻrib, keyin tasdiqlang.
# $until: a moment.
import-kept-until = Fayl { $until } gacha saqlanadi.
import-carry-out = Yozish
import-other = Boshqa faylni tanlash
import-wrong = Faylda xatolar bor, hech narsa yozilmadi
import-mend = Faylni tuzatib, qaytadan yuklang.
import-row = Qator
import-change = Nima boʻladi
import-about = Jadval haqida
# The column that names what a row brings.
import-entry = Yozuv
import-more-rows = … va yana { $count } ta qator.
