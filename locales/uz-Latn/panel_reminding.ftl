### How a plan reminds: the page of its settings and of their preview. Plain text.

## The settings

reminding-title = Reja boʻyicha eslatmalar
reminding-link = Qanday eslatiladi
reminding-lead = Masʼul xodimlarga bu reja talablari qachon va qanday eslatilishi.
reminding-settings = Sozlamalar
reminding-before = Muddatgacha, ish kunlari
reminding-before-note = Kattasidan kichigiga, vergul bilan yozing. Muddat kunining oʻzida eslatma har doim keladi.
reminding-daily = Muddatdan keyin har ish kuni, necha kun
reminding-weekly = Soʻng bajarilguncha haftada bir marta
reminding-list-days = Roʻyxat kunlari
reminding-list-note = Shu kunlari eslatmada keyingi oy oxirigacha bajariladigan hamma ishlar ham boʻladi. Dam olish kuniga toʻgʻri kelsa, roʻyxat keyingi ish kuni yuboriladi.
reminding-urgent = Reja shoshilinch
reminding-urgent-note = Dam olish kunlari ham eslatiladi, muddat kuni esa hisobot boʻlmasa, soat 16:00 da yana bir marta.
reminding-save = Saqlash
reminding-try = Sanalarni koʻrsatish, hozircha saqlamasdan
reminding-saved = Saqlandi. Keyingi eslatmalar shu sozlamalar boʻyicha boradi.
reminding-changed = Sahifa ochilgandan keyin sozlamalarni boshqa kishi oʻzgartirgan. Hozirgi holatni koʻrib, qaytadan saqlang.
reminding-yes = ha
reminding-no = yoʻq
reminding-wrong-count = Muddatdan necha kun oldin eslatilishini 1 tadan { $most } tagacha son bilan yozing.
reminding-wrong-stage = Har bir son 1 dan { $farthest } ish kunigacha boʻlishi kerak.
reminding-wrong-order = Sonlarni kattasidan kichigiga, har birini bir marta yozing.
reminding-wrong-daily = Har kungi eslatmalar 0 dan { $longest } ish kunigacha davom etishi mumkin.
reminding-wrong-list-days = Dushanbadan shanbagacha boʻlgan kunlarni tanlang.

## The preview

reminding-preview = Qanday koʻrinadi
reminding-preview-of = Topshiriq
reminding-show = Koʻrsatish
reminding-none = Bu rejada hozircha ochiq topshiriq yoʻq.
reminding-when = Masʼul xodimga qachon eslatiladi
reminding-message = { $date }, soat { $time } dagi xabar
reminding-message-note = Haqiqiy xabarda tashkilotning muddati yaqin hamma topshiriqlari turadi, har birining oʻz tugmasi bor; bu yerda shu topshiriqning oʻzi koʻrsatilgan.
reminding-trial = Menga sinov xabari yuborish
reminding-trial-note = Xabar bot bilan oʻz chatingizga, oʻz tilingizda keladi. U «Sinov» soʻzi bilan boshlanadi va topshiriqni bugun masʼul xodim koʻradigan holda, tugmalari bilan koʻrsatadi. Uni boshqa hech kim olmaydi va u eslatma hisoblanmaydi.
reminding-trial-sent = Sinov xabari chatingizga yuborilmoqda.
reminding-trial-no-chat = Hisobingiz hali Telegram bilan bogʻlanmagan, shuning uchun sinov xabarini yuboradigan chat yoʻq.
reminding-connect = Telegram bilan bogʻlash
