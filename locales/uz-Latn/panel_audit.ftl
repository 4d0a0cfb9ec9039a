### The record of what was done, and the check of its chain. Plain text.

nav-audit = Amallar daftari
audit-title = Amallar daftari
audit-lead = Kim, qachon, nima qilgan. Yozuvlar oʻzgarmaydi va oʻchirilmaydi.
audit-who = Kim
audit-what = Nima
audit-where = Tashkilot
audit-from = Qaysi kundan
audit-to = Qaysi kungacha
audit-words = Sababdagi soʻzlar
audit-any = Barchasi
audit-show = Koʻrsatish
audit-none = Bunday yozuv yoʻq. Shartlardan birini olib tashlab koʻring.
audit-none-here = Bu qismda topilmadi, eskiroq yozuvlar bor.
audit-clear = Barcha yozuvlarni koʻrsatish
audit-older = Eskiroqlari
audit-newest = Eng yangilari
# $number: of the event.
audit-entry = Yozuv № { $number }
# A filter. $number: of the thing.
audit-only-one = Faqat № { $number }
audit-changes = Nima oʻzgargan
audit-raw = Toʻliq yozuv
audit-before = avval
audit-after = keyin
chain-open = Yaxlitligini tekshirish
chain-title = Daftarning yaxlitligi
chain-lead = Har bir yozuv oʻzidan oldingilarining izi (SHA-256) bilan bogʻlangan. Biror yozuv yashirincha oʻzgartirilsa yoki olib tashlansa, bu yerda koʻrinadi.
chain-newest = Eng yangi iz
chain-note-down = Bu izni qogʻozga koʻchirib, boshqa joyda saqlang. Keyin uni quyiga yozib, daftar qayta tuzilmaganini tekshirasiz.
chain-noted = Avval yozib olingan iz
chain-no-hash = Bu iz emas. Iz 64 ta belgidan iborat: raqamlar va lotin alifbosining birinchi olti harfi. Toʻliq koʻchirganingizni tekshiring.
chain-check = Tekshirish
chain-faults = Topilgan nosozliklar
# $event: its number.
chain-fault-changed = № { $event } yozuv oʻzgartirilgan.
# $event: its number.
chain-fault-missing = № { $event } yozuv yoʻq.
# $first, $last: places in the chain.
chain-fault-gap = Zanjirda { $first }–{ $last }-oʻrindagi halqalar yoʻq.
# $event: its number.
chain-fault-unlinked = № { $event } yozuv dasturdan tashqarida kiritilgan.
chain-fault-head = Oxirgi iz oxirgi yozuvga mos emas.
chain-fault-noted = Yozib olingan iz zanjirda yoʻq: daftar oxiridan kesilgan yoki qayta tuzilgan.
# $count: how many events were checked.
chain-whole = Tekshirilgan { $count } ta yozuvning barchasi joyida.
# $count: how many faults there are.
chain-broken = { $count } ta nosozlik topildi. Zaxira nusxani saqlab qoʻying va dastur egasiga xabar bering.
# $command: what to type at the server. $count: how many events there are.
chain-part = Jami { $count } ta yozuv bor, bu yerda faqat oxirgilari tekshiriladi. Barchasini serverda «{ $command }» buyrugʻi tekshiradi.

## Kinds of things

thing-obligation = Topshiriqlar
thing-measure = Chora-tadbirlar
thing-plan = Rejalar
thing-person = Xodimlar
thing-organisation = Tashkilotlar
thing-service = Xizmatlar
thing-calendar = Taqvim
thing-point = Nuqtalar
thing-case = Murojaatlar
thing-comment = Izohlar
thing-quarantine = Chetga olingan baholar
thing-publication = Eʼlon qilingan natijalar
thing-report = Hisobotlar
thing-backup = Zaxira nusxalari
thing-citizen = Fuqarolar
thing-message = Xabarlar
thing-update = Telegramdan kelgan xabarlar
thing-escalation = Muddat oʻtishi
thing-case-policy = Murojaatlar tartibi
thing-control = Nazorat
thing-rating-limits = Baholar chegarasi
thing-themes = Izoh mavzulari

## What changed

field-state = Holat
field-due = Muddat
field-original = Uzaytirishsiz muddat
field-submitted-on = Hisobot kuni
field-wanted = Soʻralgan muddat
field-answer = Javob
field-text = Matn
field-promised = Vaʼda qilingan sana
field-answered-at = Javob berilgan vaqt
field-role = Vazifa
field-mark = Baho
field-ends = Oxirgi kun
field-first = Birinchi kun
field-last = Oxirgi kun
field-until = Qaysi kungacha
field-items = Topshiriqlar soni
field-cancelled = Bekor qilinganlar
field-marks = Baholar soni
field-cases-closed = Yopilgan murojaatlar
field-messages = Xabarlar soni
field-period = Davr
field-version = Nashr
field-sha256 = SHA-256
# What a plan says, in another language than that of the decree. $field: what it is; $language: the name of the language.
field-translated = { $field } ({ $language })
field-code = Havola kodi
field-name = Nomi
field-person-name = Ismi
field-position = Lavozim
field-level = Daraja
# The place of the newest event when a report was made.
field-record-position = Jurnaldagi oʻrni
# Where a step of telling about something overdue stands.
step-waiting = Navbati kelmagan
step-told = Xabar berildi
step-vacant = Xabar beradigan odam yoʻq
step-over = Endi kerak emas
