### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Boshlash
command-rate = Xizmatni baholash
command-tasks = Topshiriqlarim
command-status = Qisqacha ahvol
command-review = Kutayotgan hisobotlar
command-overdue = Muddati oʻtgan topshiriqlar
command-brief = Ertalabki xulosa: yoqish, oʻchirish
command-leave = Taʼtil va oʻrinbosar
command-language = Tilni almashtirish
command-help = Yordam
command-privacy = Nima saqlanadi
command-forget = Meni unutish
command-cancel = Boshlangan ishni bekor qilish

## Shown before the first message: at most 512 and 120 characters.

bot-description = Tashkilotlar xodimlariga reja muddatlarini eslataman va fuqarolarning elektron davlat xizmatlariga bergan baholarini qabul qilaman. Boshlash uchun pastdagi tugmani bosing.
bot-short-description = Reja muddatlari va elektron davlat xizmatlariga baholar
