### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Бошлаш
command-rate = Хизматни баҳолаш
command-tasks = Топшириқларим
command-status = Қисқача аҳвол
command-review = Кутаётган ҳисоботлар
command-overdue = Муддати ўтган топшириқлар
command-brief = Эрталабки хулоса: ёқиш, ўчириш
command-leave = Таътил ва ўринбосар
command-language = Тилни алмаштириш
command-help = Ёрдам
command-privacy = Нима сақланади
command-forget = Мени унутиш
command-cancel = Бошланган ишни бекор қилиш

## Shown before the first message: at most 512 and 120 characters.

bot-description = Ташкилотлар ходимларига режа муддатларини эслатаман ва фуқароларнинг электрон давлат хизматларига берган баҳоларини қабул қиламан. Бошлаш учун пастдаги тугмани босинг.
bot-short-description = Режа муддатлари ва электрон давлат хизматларига баҳолар
