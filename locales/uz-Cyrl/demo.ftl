# The demo: steps of its clock, and things to scan.
demo-jump-hour = +1 соат
demo-jump-day = +1 кун
demo-jump-morning = Кейинги иш куни эрталаб
demo-jump-deadline = Кейинги муддатга
demo-group-points = Хизмат нуқталаридаги QR кодлар
# Above the slips of the point that asks for visit codes.
demo-group-slips = Ташриф кодли талонлар: сканерланг ёки кодни ёзинг
demo-group-letters = Таклиф хатлари
demo-letter-note = Бир марталик ҳавола
demo-citizen = Фуқаро
demo-role-at = { $role }, { $organisation }
demo-ready = Намойиш тайёр: { $time } сонияда ишга тушди. Барча ном ва рақамлар ўйлаб топилган.
demo-chat = Суҳбатлар (Telegram ўрнида):
demo-panel = Панель:
demo-sign-in = Ҳоким ўринбосари сифатида кириш (бир марталик):
demo-sign-in-administrator = Администратор сифатида кириш, нуқталар ва плакатлар учун (бир марталик):
demo-clock = Соат { $moment } ни кўрсатмоқда; уни суҳбатлар саҳифасида суриш мумкин.
demo-port-taken = { $port }-порт банд, { $other } ишлатилмоқда.
demo-kept = Маълумотлар сақланади: { $folder }
demo-stop = Тўхтатиш учун Ctrl-C ни босинг.
demo-stopped = Тўхтатилди.
demo-step-city = Шаҳар қурилмоқда
demo-step-history = Бир йиллик баҳолар ва жавоблар ёзилмоқда
