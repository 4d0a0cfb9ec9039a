### The public page that says what is kept of people. Plain text. Every number comes from the jobs that forget.

kept-title = Maxfiylik
kept-lead = Nima saqlanadi, qancha vaqt, nima uchun va kim koʻradi.
kept-citizens = Xizmatga baho berganlar
kept-people = Tizimda ishlaydigan xodimlar
kept-why = Nima uchun
kept-who = Kim koʻradi
kept-long = Qancha saqlanadi
kept-mark = Baho, belgilangan sabablar va mezonlar, xizmat, joy va vaqt
kept-mark-why = Xizmatlar sifatini hisoblash uchun
kept-mark-who = Hamma, faqat jamlangan sonlar; past bahoni alohida shu tashkilot va nazoratchilar
kept-mark-long = Doimiy, kimniki ekani bilinmaydigan son boʻlib
kept-sign = Telegram raqamidan hisoblangan maxfiy belgi
kept-sign-why = Bir kishi bir xizmatga kuniga bir marta baho berishi, uni oʻzgartirishi va javobni eshitishi uchun
kept-sign-who = Hech kim. Server kaliti ham, baza ham qoʻlida boʻlgan odamgina oʻz taxminini tekshira oladi, shuning uchun ular alohida saqlanadi
# $days: of a vote. $wishes: the longest wait for an answer, in days.
kept-sign-long = { $days } kun. Tashkilot javobi kutilayotgan boʻlsa, javobdan keyin yana shuncha; kutish { $wishes } kundan oshmaydi. Belgi hisoblanadigan yillik kalit yil tugab, uning belgilari oʻchgach yoʻq qilinadi
kept-comment = Izoh. Undagi telefon, pasport, karta raqamlari va JSHSHIR saqlashdan oldin yashiriladi
kept-comment-why = Tashkilot kamchilikni tuzatishi uchun
kept-comment-who = Shu tashkilot va nazoratchilar
# $days: of a comment. $hidden: of a hidden one.
kept-comment-long = { $days } kun; haqorat uchun yashirilgani { $hidden } kun
kept-chat = Suhbat raqami, shifrlangan: faqat javobni eshitishni soʻraganda
kept-chat-why = Javobni yetkazish uchun
kept-chat-who = Hech kim: uni yuborish paytida dastur ochadi
# $days: at most.
kept-chat-long = Javob yuborilguncha, { $days } kundan ortiq emas
kept-talk = Tanlangan til va boshlangan suhbat
kept-talk-why = Suhbat uzilib qolmasligi uchun
kept-parked = Nosozlik sabab bajarilmagan xabar, shifrlangan
kept-parked-why = Nosozlik tuzatilgach bajarish uchun
kept-asked = Unutishni soʻraganlik belgisi
kept-asked-why = Shu kuni ikkinchi marta baho berilmasligi uchun
kept-asked-long = Shu kun oxirigacha
kept-guess = Notoʻgʻri tashrif kodlari soni
kept-guess-why = Hech kim kodni topib olmasligi uchun
kept-name = Ism, lavozim, vazifa va til
kept-name-why = Nimaga kim masʼulligi bilinishi uchun
kept-name-who = Tizimga kirgan xodimlar
kept-account = Telegram identifikatori
kept-account-why = Eslatma yuborish va javob qabul qilish uchun
kept-account-who = Hech kim: u hech bir sahifada koʻrsatilmaydi
kept-account-long = Rozilik qaytarib olinguncha
kept-acts = Javoblar, qarorlar va fayllar
kept-acts-why = Reja ijrosini nazorat qilish uchun
kept-acts-who = Shu tashkilot va nazoratchilar
kept-always = Doimiy: bu rasmiy yozuv
kept-messages = Yuborilgan xabarlar matni
kept-messages-why = Yetib borganini tekshirish uchun
kept-messages-who = Administrator; matni faqat u dastur xatosi tufayli yuborilmaganda
# $days: of sent ones. $undelivered: of those that did not arrive.
kept-messages-long = { $days } kun; yetib bormagani { $undelivered } kun
kept-session = Panelga kirish
kept-session-why = Har safar qayta kirmaslik uchun
# $days: in any case. $hours: without use.
kept-session-long = Ishlatilmasa { $hours } soat, har holda { $days } kun
kept-invite = Taklif havolasining izi
kept-invite-why = Havola bir marta ishlatilishi uchun
kept-invite-who = Administrator
# $days: of its trace. $hours: of its use.
kept-invite-long = Havola { $hours } soat ishlaydi, izi { $days } kun saqlanadi
kept-nobody = Hech kim
# $count: days.
kept-days = { $count } kun
kept-never = Nima hech qachon saqlanmaydi
kept-never-text = Fuqaroning ismi, telefoni, Telegramdagi nomi va raqami; ovozli xabar, rasm, joylashuv va kontaktlar. Administrator ham kim baho berganini koʻra olmaydi: na sahifalarda, na yuklab olinadigan fayllarda, na dastur jurnalida, na zaxira nusxada.
kept-forget = Oʻzingiz haqingizdagi maʼlumotni oʻchirish
kept-forget-text = Botga /unut deb yozing. Baholaringizdagi belgi, izohlaringiz, javobni eshitish soʻrovlari, til va boshlangan suhbat oʻchadi; baholar kimniki ekani bilinmaydigan son boʻlib qoladi. Xodimga yuborib boʻlingan izoh uning suhbatida qoladi.
kept-withdraw = Xodim roziligini qaytarib olsa
kept-withdraw-text = Botda /maxfiylik buyrugʻi ostidagi tugma bilan Telegram hisobi tizimdan uziladi, identifikator oʻchiriladi va eslatmalar toʻxtaydi. Ism, javoblar va qarorlar qoladi, chunki ular rasmiy.
kept-copies = Zaxira nusxalar
kept-copies-text = Oʻchirilgan maʼlumot avvalgi zaxira nusxada shu nusxa almashtirilguncha qoladi. U yerda ham fuqaroning ismi va Telegram raqami yoʻq.
kept-law = Qonun
kept-law-text = Oʻzbekiston Respublikasining “Shaxsga doir maʼlumotlar toʻgʻrisida”gi Qonuni, OʻRQ-547, 02.07.2019. Savol boʻlsa, hokimlikka murojaat qiling.
