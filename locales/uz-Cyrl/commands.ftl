### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Бошлаш
command-tasks = Топшириқларим
command-status = Қисқача аҳвол
command-review = Кутаётган ҳисоботлар
command-overdue = Муддати ўтган топшириқлар
command-language = Тилни алмаштириш
command-help = Ёрдам
command-privacy = Нима сақланади
command-cancel = Бошланган ишни бекор қилиш
