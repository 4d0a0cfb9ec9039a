### The pages of visit codes, and what others tell of them. Plain text.

# The page of the visit codes of a point, and its link.
visit-codes = Tashrif kodlari
visit-lead = Fuqaro bahoni faqat shu yerda olgan bir martalik kodi bilan beradi. Kimning kodi ekani va qaysi kod qanday baho bergani saqlanmaydi.
visit-on = Baho uchun kod soʻraladi
visit-off = Baho kodsiz olinadi
visit-turn-on = Kod soʻraydigan qilish
visit-turn-off = Kodsiz qabul qilish
visit-turn-on-note = Avval kodlarni chop eting: yoqilgach, kodsiz baho olinmaydi.
visit-by-administrator = Buni administrator yoqadi va oʻchiradi.
visit-counts = Kodlar nima boʻldi
visit-made = Berilgan
visit-used = Baho berilgan
visit-valid = Hali amal qiladi
visit-expired = Muddati tugagan
visit-revoked = Bekor qilingan
visit-wrong = Notoʻgʻri kod yozilgan
visit-counts-note = Faqat jami koʻrsatiladi: bitta toʻplam boʻyicha sanoq kim ovoz berganini bildirib qoʻyishi mumkin.
visit-sheet = Kodlarni chop etish
visit-number = Nechta kod
visit-days = Necha kun amal qiladi
visit-make = Kodlar va PDF
visit-sheet-note = A4, bir varaqda 16 ta talon; chiziqlar boʻylab qirqing. Kodlar faqat shu faylda boʻladi: uni yoʻqotsangiz, toʻplamni bekor qilib, yangisini chop eting.
# $limit: the highest number.
visit-number-wrong = Kodlar soni 1 dan { $limit } gacha boʻlsin.
visit-days-wrong = Muddat 1 kundan { $limit } kungacha boʻlsin.
visit-screen = Oyna yonidagi ekran
# $minutes: how long a code is valid.
visit-screen-lead = Har bosishda yangi kod chiqadi, u { $minutes } daqiqa amal qiladi.
visit-screen-open = Ekranni ochish
visit-new = Yangi kod
visit-scan = Kamerani QR kodga tuting yoki kodni botga yozing.
visit-qr = Tashrif kodining QR kodi
# $time: the hour and minute.
visit-until = Soat { $time } gacha amal qiladi, bir marta
visit-batches = Chop etilgan kodlar
visit-no-batch = Hali kod chop etilmagan.
# $count: how many codes. $date: the last day on which they are valid.
visit-batch = { $count } ta kod, { $date } gacha
# $when: day and time.
visit-batch-revoked = Ishlatilmagani bekor qilingan: { $when }
visit-revoke = Ishlatilmaganini bekor qilish
visit-said-on = Endi bu yerda baho kod bilan beriladi.
visit-said-off = Endi bu yerda baho kodsiz olinadi.
visit-said-revoked = Ishlatilmagan kodlar bekor qilindi.
visit-by-others = Kodlarni tashkilot xodimlari va administrator beradi.
visit-was-asked = Baho uchun kod soʻraladigan qilindi.
visit-was-not-asked = Baho kodsiz olinadigan qilindi.
# $count: how many.
visit-were-made = { $count } ta tashrif kodi chop etildi.
visit-were-shown = Kunning birinchi kodi ekranda koʻrsatildi.
visit-were-revoked = Toʻplamning ishlatilmagan kodlari bekor qilindi.
# Below the marks on the page of ratings. $count: how many marks were given with a code.
ratings-with-code = { $count } ta baho tashrif kodi bilan berilgan
# On the public page that tells how figures are counted.
counted-codes = Tashrif kodlari
counted-codes-text = Baʼzi joylarda baho faqat tashrif kodi bilan olinadi: uni xodim beradi yoki ekran koʻrsatadi, bitta kod — bitta baho. Kod kishi shu yerda boʻlganini bildiradi, kimligini emas: kod bilan baho orasida bogʻlanish saqlanmaydi. Bunday baholar boshqalari bilan birga, bir xil hisoblanadi.
