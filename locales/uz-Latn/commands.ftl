### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Boshlash
command-tasks = Topshiriqlarim
command-status = Qisqacha ahvol
command-review = Kutayotgan hisobotlar
command-overdue = Muddati oʻtgan topshiriqlar
command-language = Tilni almashtirish
command-help = Yordam
command-privacy = Nima saqlanadi
command-cancel = Boshlangan ishni bekor qilish
