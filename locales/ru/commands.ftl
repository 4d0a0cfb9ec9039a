### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Начать
command-rate = Оценить услугу
command-tasks = Мои поручения
command-status = Коротко о выполнении
command-review = Отчёты на проверке
command-overdue = Просроченные поручения
command-brief = Утренняя сводка: включить, выключить
command-leave = Отпуск и замещение
command-language = Сменить язык
command-help = Помощь
command-privacy = Что хранится
command-forget = Забыть меня
command-cancel = Отменить начатое

## Shown before the first message: at most 512 and 120 characters.

bot-description = Напоминаю сотрудникам организаций о сроках плана и принимаю оценки граждан электронным государственным услугам. Чтобы начать, нажмите кнопку внизу.
bot-short-description = Сроки плана и оценки электронных государственных услуг
