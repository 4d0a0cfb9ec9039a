### Descriptions in the menu of commands. Plain text, 1 to 256 characters.

command-start = Начать
command-tasks = Мои поручения
command-status = Коротко о выполнении
command-review = Отчёты на проверке
command-overdue = Просроченные поручения
command-language = Сменить язык
command-help = Помощь
command-privacy = Что хранится
command-cancel = Отменить начатое
