### What the commands of the terminal say to the administrator. Plain text.

## Help

help = Nazorat: shahar elektron davlat xizmatlari boʻyicha vaʼdasini bajarishi uchun Telegram-bot va panel.
help-demo = Shu kompyuterda toʻqima shahar: bot, suhbat sahifasi va panel, hech narsa sozlanmaydi
help-serve = Xizmat: bot, panel, eslatmalar
help-import = Jadvallarni yuklaydi: CSV yoki kitob (XLSX)
help-import-plan = Chora-tadbirlar rejasi va muddatlari
help-import-organisations = Tashkilotlar va ularning boʻysunuvi
help-import-services = Xizmatlar va ularni koʻrsatuvchilar
help-import-people = Xodimlar va ularning vazifalari
help-import-calendar = Dam olish kunlari va koʻchirilgan ish kunlari
help-plan = Chora-tadbirlar va muddat qoidalari
help-plan-show = Chora-tadbirlar, qoidalar va eng yaqin sanalarni koʻrsatadi
help-plan-confirm = Chora-tadbirga qoida beradi; shundan keyin u boʻyicha topshiriq ochiladi
help-plan-end = Rejani yakunlaydi: muddati keyin keladigan topshiriqlar endi soʻralmaydi
help-invite = Yangi kishi uchun bir martalik havola beradi
help-links = Har bir xizmat koʻrsatish joyining baholash havolasini chiqaradi
help-audit = Amallar daftari
help-audit-verify = Daftar yaxlitligini tekshiradi: oʻzgartirilgan yoki yoʻqolgan yozuvlarni aytadi
help-migrate = Maʼlumotlar bazasi jadvallarini yangilaydi
help-doctor = Oʻrnatmani tekshiradi va nimani tuzatish kerakligini aytadi

cli-usage = Foydalanish
cli-commands = Buyruqlar
cli-options = Parametrlar
cli-arguments = Argumentlar

option-help = Shu maʼlumotni chiqarish
option-version = Versiyani chiqarish
option-port = Panel porti; suhbat sahifasi keyingisini oladi
option-keep = Shahar saqlanadigan jild; koʻrsatilmasa, oxirida shahar oʻchiriladi
option-today = Namoyish boshlanadigan kun
option-only = Xizmatning faqat bir qismini ishga tushirish
option-file = Fayl: CSV yoki kitob (XLSX)
option-dry-run = Nima oʻzgarishini faqat qatorma-qator koʻrsatish; hech narsa yozilmaydi
option-adopted = Qaror qabul qilingan kun
option-number = Qaror raqami
option-title = Reja nomi
option-json = Har bir muddat qanday oʻqilganini JSON koʻrinishida bir qatordan chiqarish; maʼlumotlar bazasi kerak emas
option-plan = Reja raqami, agar rejalar bir nechta boʻlsa
option-on = Reja amal qiladigan oxirgi kun
option-to-confirm = Faqat tasdiqlanishi kutilayotgan chora-tadbirlar
option-measure = Chora-tadbirning rejadagi raqami
option-rule = Qoida, masalan “yearly 01-20”, “monthly 5”, “quarterly +1 10”, “weekly mon,thu”, “on 2026-12-20” yoki JSON; koʻrsatilmasa, taklif qilingani olinadi
option-role = administrator, controller, head, officer yoki observer
option-organisation = Tashkilot kaliti; koʻrsatilmasa, hokimlik
option-name = Kishining ismi, qanday koʻrsatilishi kerak boʻlsa
option-position = Lavozimi
option-language = Dastlab qaysi tilda murojaat qilinadi: uz-Latn, uz-Cyrl, ru yoki en
option-head = Avval boshqa joyga yozib olingan eng yangi iz (SHA-256): u zanjirda boʻlishi kerak
option-service = Faqat shu kalitli xizmatning joylari

## The work

cli-error = Xato: { $what }
cli-still-working = { $what }… { $seconds } s
cli-busy-database = Maʼlumotlar bazasi ochilmoqda
cli-busy-migrating = Jadvallar yangilanmoqda
cli-busy-checking = Daftar tekshirilmoqda
cli-busy-writing = Yozilmoqda
cli-busy-telegram = Telegramdan soʻralmoqda
# $hash: of the last entry.
cli-audit-head = Eng yangi iz: { $hash }

## Settings

cli-settings-wrong = Bu sozlamalar bilan ishlab boʻlmaydi:
cli-setting-wrong = { $name } = { $value }: ruxsat etilgani — { $allowed }
cli-allowed-token = BotFather bergan token: raqamlar, ikki nuqta, harflar
cli-allowed-webhook-secret = 1 tadan 256 tagacha belgi: lotin harflari, raqamlar, _ va -
cli-allowed-key = 64 ta oʻn oltilik raqam
cli-allowed-database = sqlite://FAYL yoki postgres://NOM:PAROL@UZEL/BAZA
cli-allowed-url = http:// yoki https:// bilan boshlanadigan manzil
cli-allowed-https = https:// bilan boshlanadigan manzil — Telegram boshqasiga yangilanish yetkazmaydi
cli-allowed-address = manzil va port, masalan 127.0.0.1:8080
cli-allowed-number = { $from } dan { $to } gacha butun son
cli-allowed-one-of = quyidagilardan biri: { $words }
cli-token-missing = Token yoʻq. Uni @BotFather dan oling va NAZORAT_BOT_TOKEN ga yozing; faqat panel uchun: nazorat serve --only panel.

## Import

cli-row-new = yangi
cli-row-changed = oʻzgardi
cli-row-unchanged = oʻzgarmagan
cli-row-removed = oʻchirildi
cli-import-sum = Yangi: { $new }, oʻzgargan: { $changed }, oʻchirilgan: { $removed }, oʻzgarmagan: { $unchanged }.
cli-import-done = Yozildi.
cli-import-rehearsed = Hech narsa yozilmadi: bu sinov edi.
cli-import-refused = Hech narsa yozilmadi: faylda { $count } ta xato bor.
cli-import-more-faults = … va yana { $count } ta.
cli-place-row = { $file }, { $row }-qator
cli-place-cell = { $file }, { $row }-qator, “{ $column }” ustuni
cli-what-empty = katak boʻsh, qiymat kerak
cli-what-too-long = matnda { $length } ta belgi bor, koʻpi bilan { $limit } ta boʻlishi mumkin
cli-what-not-one-of = “{ $value }” mumkin emas; quyidagilardan biri boʻlsin: { $allowed }
cli-what-not-a-key = “{ $value }” kalit emas; kichik lotin harflari, raqamlar, _ va - mumkin, koʻpi bilan 40 ta
cli-what-not-a-number = “{ $value }” son emas; 1 dan boshlab butun son boʻlsin
cli-what-not-a-day = “{ $value }” sana emas; 2026-12-20 yoki 20.12.2026 koʻrinishida boʻlsin
cli-what-twice = “{ $value }” { $row }-qatorda bor
cli-what-no-organisation = “{ $value }” degan tashkilot yoʻq; quyidagilardan biri boʻlsin: { $allowed }
cli-what-extra-cells = qatordagi kataklar sarlavhadagidan koʻp (“{ $value }”); verguli bor matnni qoʻshtirnoqqa oling
cli-what-no-header = sarlavha topilmadi; kerakli ustunlar: { $columns }
cli-what-column-twice = “{ $column }” ustuni takrorlangan yoki boshqasi bilan bir maʼnoda
cli-what-no-rows = sarlavha ostida qatorlar yoʻq
cli-what-not-text = bu UTF-8 matn ham, Excel (XLSX) fayli ham emas; faylni “CSV UTF-8” yoki XLSX qilib saqlang
cli-what-open-quote = shu yerda ochilgan qoʻshtirnoq yopilmagan
cli-what-workbook = Excel fayli (XLSX) ochilmadi: u buzilgan. Uni Excelda ochib, qaytadan saqlang ({ $cause })
cli-what-too-large = fayl juda katta; koʻpi bilan { $limit } boʻlishi mumkin
cli-what-unpacks-too-much = kitob yoyilganda { $limit }dan oshadi; ortiqcha rasm va varaqlarni olib tashlang yoki jadvalni “CSV UTF-8” qilib saqlang
cli-what-too-many-rows = faylda qatorlar juda koʻp; koʻpi bilan { $limit } ta boʻlishi mumkin
cli-what-cell-error = katakda kitob xatosi bor ({ $value })
cli-what-circle = tashkilot “{ $value }” orqali oʻziga oʻzi boʻysunib qoladi
cli-what-no-executor = “{ $value }” soʻzlarida shaharning birorta tashkiloti tanilmadi; nomini yoki kalitini yozing
cli-what-no-providers = “xizmat koʻrsatuvchi tashkilotlar” orasida hali hech kim yoʻq: avval xizmatlarni yuklang
cli-no-organisations = Hali tashkilotlar yoʻq. Avval ularni yuklang: nazorat import organisations FAYL
cli-organisation-unknown = “{ $value }” degan tashkilot yoʻq. Borlari: { $allowed }
cli-people-hint = Ularning har biri bir martalik havola orqali qoʻshiladi: nazorat invite --role VAZIFA --organisation KALIT --name ISM yoki paneldagi “Xodimlar” sahifasi.
cli-calendar-moved = Ochiq topshiriqlardan { $count } tasining muddati oʻzgardi. Masʼul xodimlarga xabar boradi.

## The plan

cli-plan-title = { $date }dagi { $number }-sonli qaror boʻyicha chora-tadbirlar rejasi
cli-plan-executors = Ijrochilar: masʼul — { $main } ta, hamkor — { $co } ta.
cli-plan-unknown-executors = Shahar tashkiloti aytilmagan, faqat soʻzi saqlandi: { $names }
cli-plan-no-organisations = Hali tashkilotlar yoʻq, shuning uchun ijrochilar izlanmadi.
cli-plan-not-named = Bazada bor, lekin faylda yoʻq chora-tadbirlar oʻzgarmadi: { $numbers }
cli-plan-waiting = { $count } ta chora-tadbir tasdiqlanishi kutilmoqda: nazorat plan show --to-confirm
cli-plan-obligations = { $count } ta topshiriq ochildi.
cli-plan-none = Hali reja yoʻq. Uni yuklang: nazorat import plan FAYL --adopted YYYY-MM-DD --number RAQAM
cli-plan-unknown = “{ $number }” raqamli reja yoʻq. Borlari: { $plans }
cli-plan-several = Rejalar bir nechta. Keraklisini --plan bilan koʻrsating: { $plans }
cli-measure-unknown = { $plan } rejasida { $measure }-band yoʻq.
cli-rule-certain = Aniq
cli-rule-to-confirm = Tasdiqlash kerak
cli-rule-confirmed = Tasdiqlangan
cli-rule-no-date = Sanasiz
cli-rule-missing = “{ $phrase }” uchun taklif yoʻq. Qoidani koʻrsating: --rule "monthly 5"
cli-rule-without-dates = Bu qoidadan sana chiqmaydi: { $rule }. Boshqasini koʻrsating: --rule "on 2026-12-20"

## Invitations and links

cli-invite-for = { $name } — { $role }, { $place }. Havola { $hours } soat ichida bir marta ishlaydi va boshqa koʻrsatilmaydi.
cli-invite-telegram = Telegram: { $link }
cli-invite-payload = Telegram: /start { $payload }
cli-invite-no-bot = Bot hali ishga tushmagan, manzili nomaʼlum. Uni ishga tushiring (nazorat serve) va qaytadan taklif qiling yoki botni ochib, yuqoridagi qatorni yuboring.
cli-invite-panel = Panel: { $link }
cli-service-unknown = “{ $key }” degan xizmat yoʻq. Hammasi: nazorat links
cli-links-none = Hali xizmat koʻrsatish joylari yoʻq. Avval xizmatlarni yuklang: nazorat import services FAYL
cli-links-no-bot = Bot hali ishga tushmagan, manzili nomaʼlum: qatorlar oxirida “?start=”dan keyin keladigan qism turadi.

## Tables

cli-migrate-done = Yangilandi: { $names }.
cli-migrate-nothing = Jadvallar yangilangan.
cli-migrate-calendar = Boʻsh taqvimga { $days } kun kiritildi.
cli-migrate-first = Jadvallar oldingi versiyadan. Avval ularni yangilang: nazorat migrate

## The doctor

doctor-ok = joyida
doctor-warn = diqqat
doctor-fail = XATO
doctor-failed = { $count } ta nosozlik topildi.
doctor-settings = Sozlamalar yaroqli.
doctor-setting-unknown = { $name } bu dasturning sozlamasi emas.
doctor-setting-unknown-mend = Nomini docs/settings.md bilan solishtiring.
doctor-address = Panel { $url } manzilida ochiladi.
doctor-address-local = { $url } faqat shu kompyuterda ochiladi.
doctor-address-local-mend = Boshqalar uchun: NAZORAT_PUBLIC_URL ga panelning https manzilini yozing.
doctor-address-plain = { $url } shifrlanmagan: odamlar yozganini yoʻlda oʻqish mumkin.
doctor-address-plain-mend = Panelni https ortiga qoʻying va NAZORAT_PUBLIC_URL ni yozing.
doctor-metrics = /metrics NAZORAT_METRICS_TOKEN bilan ochiladi.
doctor-metrics-closed = /metrics yopiq: NAZORAT_METRICS_TOKEN yoʻq.
doctor-files = { $folder } jildiga yozish mumkin.
doctor-files-later = { $folder } jildi birinchi ishga tushishda yaratiladi.
doctor-files-closed = { $folder } jildiga yozib boʻlmaydi: { $cause }
doctor-files-mend = Dastur foydalanuvchisiga yozish huquqini bering yoki NAZORAT_FILES ni yozing.
doctor-database = Maʼlumotlar bazasi javob beradi ({ $kind }), jadvallar yangilangan.
doctor-database-missing = Maʼlumotlar bazasi hali yoʻq.
doctor-database-missing-mend = Uni shu buyruq yaratadi: nazorat migrate
doctor-database-closed = Maʼlumotlar bazasidan foydalanib boʻlmaydi: { $cause }
doctor-database-mend = NAZORAT_DATABASE_URL ni va baza ishlayotganini tekshiring.
doctor-tables-old = Jadvallar oldingi versiyadan; yetishmayotgani: { $names }
doctor-tables-mend = Bajaring: nazorat migrate
doctor-calendar = Dam olish kunlari { $day } gacha maʼlum.
doctor-calendar-ends = Dam olish kunlari nomaʼlum yillar: { $years }
doctor-calendar-mend = Bajaring: nazorat import calendar FAYL
doctor-days-unsure = Hali aniq boʻlmagan dam olish kunlari: { $days }
doctor-days-unsure-mend = Qaror chiqqach, ularni tuzating: nazorat import calendar FAYL
doctor-city-empty = Hali tashkilotlar yoʻq.
doctor-city-empty-mend = Bajaring: nazorat import organisations FAYL
doctor-officers = Har bir tashkilotda masʼul xodim bor.
doctor-officers-missing = Masʼul xodimi yoʻq: { $keys }
doctor-officers-mend = Bajaring: nazorat invite --role officer --organisation KALIT --name ISM
doctor-rules = Tasdiqlanishi kutilayotgan muddat yoʻq.
doctor-rules-waiting = { $count } ta chora-tadbir tasdiqlanishi kutilmoqda, ular boʻyicha eslatma yuborilmaydi.
doctor-rules-mend = Bajaring: nazorat plan show --to-confirm yoki paneldagi “Reja” sahifasini oching.
doctor-token-missing = Token yoʻq.
doctor-token-missing-mend = Uni @BotFather dan oling va NAZORAT_BOT_TOKEN ga yozing.
doctor-token = Telegram tokenni taniydi: @{ $username }.
doctor-inline-off = Boshqa suhbatlarda bot nomi bilan xizmat qidirib boʻlmaydi: inline rejim oʻchiq.
doctor-inline-mend = @BotFather ga /setinline yuboring va botni tanlang.
doctor-token-refused = Telegram tokenni tanimaydi: { $cause }
doctor-token-refused-mend = NAZORAT_BOT_TOKEN ni @BotFather koʻrsatgani bilan solishtiring.
doctor-telegram-silent = Telegram javob bermayapti: { $cause }
doctor-telegram-mend = Tarmoqni, proksini, NAZORAT_BOT_API_URL ni tekshiring.
doctor-clock = Soat toʻgʻri. Toshkentda { $time }.
doctor-clock-wrong = Soat { $seconds } soniyaga notoʻgʻri. Unga koʻra Toshkentda { $time }.
doctor-clock-mend = Soatni tarmoq orqali toʻgʻrilashni yoqing: timedatectl set-ntp true
doctor-polling = Bot yangilanishlarni oʻzi olib keladi.
doctor-webhook-left = Vebxuk oʻrnatilgan, NAZORAT_WEBHOOK_SECRET esa yoʻq.
doctor-webhook-left-mend = Keyingi ishga tushishda bot uni olib tashlaydi. Bu botdan boshqa dastur ham foydalansa, har biriga alohida bot oching.
doctor-webhook-unset = Vebxuk hali oʻrnatilmagan.
doctor-webhook-unset-mend = Bot uni keyingi ishga tushishda oʻrnatadi: nazorat serve
doctor-webhook-elsewhere = Vebxuk boshqa joyga yoʻnaltirilgan: { $url }
doctor-webhook = Telegram yangilanishlarni { $url } manziliga yetkazadi; { $count } tasi kutmoqda.
doctor-webhook-troubled = Telegram vebxukka yetkaza olmayapti: { $error }; { $count } ta yangilanish kutmoqda.
doctor-webhook-mend = Manzil tashqaridan ochilishini va xizmat ishlayotganini tekshiring.
cli-plan-ended = № { $number } reja { $day } gacha amal qiladi; muddati keyin keladigan { $n } ta topshiriq bekor qilindi.
