### The shell of the panel and its first pages. Plain text.

## The frame of every page

panel-skip = Асосий қисмга ўтиш
panel-menu = Асосий меню
panel-search = Ташкилот, топшириқ, ходим…
panel-language = Тил
panel-dark = Тунги кўриниш
panel-light = Кундузги кўриниш
panel-sign-out = Чиқиш
panel-foot = Давлат электрон хизматлари бўйича чора-тадбирлар режаси ижроси
panel-demo = Намойиш: барча ном ва рақамлар ўйлаб топилган
panel-fresh = Янги маълумот бор. Кўрсатиш
panel-live = Жонли
panel-as-of = { $moment } ҳолатига
panel-table = Жадвал кўринишида
panel-all = Ҳаммаси
panel-show-all = Ҳаммасини кўрсатиш
panel-shown = { $all } тадан { $shown } таси кўрсатилган
panel-print = Чоп этиш

## The menu

nav-overview = Умумий ҳолат
nav-organisations = Ташкилотлар
nav-obligations = Топшириқлар
nav-ratings = Фуқаролар баҳоси
nav-control = Бошқарув
nav-plan = Чора-тадбирлар режаси
nav-people = Одамлар
nav-waiting = та ҳисобот текширувни кутмоқда
tab-overview = Ҳолат
tab-obligations = Топшириқлар
tab-ratings = Баҳолар
tab-more = Яна

## Signing in

login-title = Тизимга кириш
login-text = Telegram орқали киринг, парол керак эмас. Бот сўраганда шу саҳифадаги рақамни солиштиринг.
login-telegram = Telegram орқали кириш
login-qr = Компьютердами? Телефонингиз камераси билан QR кодни очинг.
login-qr-label = Ботни очадиган QR код
login-code = Telegramдаги рақам шу билан бир хил бўлсин:
login-waiting = Telegramда тасдиқласангиз, саҳифа ўзи давом этади.
login-confirmed = Тасдиқладим, давом этиш
login-approved = Telegramда тасдиқланди.
login-go-on = Давом этиш
login-refused = Кириш Telegramда рад этилди. Буни Сиз қилмаган бўлсангиз, администраторга айтинг.
login-again = Қайтадан уриниш
login-no-bot = Бот ҳали Telegramга уланмаган, шунинг учун ҳозирча кириб бўлмайди. Администратор ботни ишга туширгач, саҳифани янгиланг.
login-look-again = Саҳифани янгилаш

## A one-time invitation opened in a browser

join-title = Таклиф
join-text = Сиз бошқарув панелига таклиф қилингансиз.
join-name = Исм
join-role = Вазифаси
join-accept = Қабул қилиш ва кириш
join-note = Ҳавола бир марта ишлайди. Бу Сиз бўлмасангиз, саҳифани ёпинг.
welcome-title = Хуш келибсиз
welcome-text = Сиз тизимга кирдингиз. Кейинги сафар кириш учун Telegram ҳисобингизни уланг.
welcome-telegram = Telegramни улаш
welcome-why = Бир марталик ҳавола яратинг ва уни телефонингизда очинг. Шундан кейин бот Сизни танийди ва эслатмалар юборади.
welcome-make = Ҳавола яратиш
welcome-open = Ҳаволани Telegram ўрнатилган телефонда очинг ёки QR кодни сканерланг.
welcome-connect = Telegramда очиш
welcome-once = Ҳавола фақат шу саҳифада бир марта кўрсатилади ва 72 соат амал қилади.
welcome-ask = Администратордан Telegram учун таклиф ҳаволасини сўранг.
welcome-later = Кейинроқ, ҳозир панелга ўтиш

## Instead of a page

error-not-found = Саҳифа топилмади
error-not-found-text = Манзилни текширинг ёки бош саҳифага қайтинг.
error-refused = Бу амални бажариб бўлмайди
error-stale = Саҳифа эскирган
error-stale-text = Ҳеч нарса ўзгармади. Саҳифани янгилаб, амални такрорланг.
error-unreadable = Сўров тушунарсиз
error-unreadable-text = Ҳеч нарса ўзгармади. Орқага қайтиб, қайтадан уриниб кўринг.
error-busy = Ҳозир сўровлар жуда кўп
error-busy-text = Бир дақиқадан кейин қайтадан уриниб кўринг.
error-failed = Кечирасиз, хато юз берди
error-failed-text = Хато бизда, маълумотларингиз сақланиб қолган. Бироздан кейин қайтадан уриниб кўринг.
error-incident = Администраторга шу рақамни айтинг: { $number }
error-home = Бош саҳифа

## The period of the figures

board-period-title = Давр
board-period-year = { $year } йил
board-period-all = Бутун давр

## Overview

overview-share = { $number } фоизи
overview-rate = Муддати келган топшириқларнинг { $share } ўз вақтида бажарилган.
overview-no-rate = Бу даврда ҳали бирорта топшириқнинг муддати келмаган.
overview-overdue = { $count } та топшириқнинг муддати ўтган
overview-none-overdue = Муддати ўтган топшириқ йўқ ({ $period })
overview-attention-of = Бугунги ҳолат, барча даврлар бўйича
overview-due-soon = яна { $count } тасининг муддати 7 кун ичида тугайди
# Before the names of the organisations with overdue assignments, each a link, and the word for the rest of them.
overview-who = Муддатни ўтказганлар:
overview-who-more = яна { $number } та
overview-compliance = Муддатида бажарилиши
overview-of = { $all } тадан { $done } таси муддатида
overview-change = ўтган чоракка нисбатан
overview-target = Мақсад { $percent }
overview-trend = 12 ойлик ўзгариш
overview-trend-few = Ўзгариш чизиғи камида 3 ойлик маълумот тўплангач чиқади.
overview-month = Ой
overview-rate-column = Муддатида
overview-states = Топшириқлар ҳолати
overview-attention = Эътиборингизни талаб қилади
overview-calm = Ҳозирча эътибор талаб қиладиган нарса йўқ.
overview-reports-waiting = { $count } та ҳисобот текширувни кутмоқда
overview-reports-oldest = Энг эскиси { $date } куни топширилган
overview-cases-late = { $count } та паст баҳога жавоб муддати ўтган
overview-vacancies = { $count } та ташкилотда хабар етиб борадиган ходим йўқ
overview-rules = { $count } та чора-тадбир муддати тасдиқланишини кутмоқда
overview-rules-text = Тасдиқланмагунча топшириқ яратилмайди
overview-earlier = { $count } та топшириқнинг муддати олдинги даврларда ўтган
overview-nis = NIS.UZ га маълумот киритиш
overview-nis-of = / { $all } ташкилот киритган
overview-nis-yes = киритган
overview-nis-no = киритмаган
overview-due = Муддат { $date } — { $left }
overview-satisfaction = Фуқаролар қониқиши
overview-interval = 95 % эҳтимол билан { $low } – { $high }
overview-few = Баҳолар ҳали кам. 10 тадан кам бўлса, ўртача кўрсатилмайди.
overview-low-share = 1–2 баҳо улуши
overview-organisations = Ташкилотлар бўйича
overview-worst-first = Аввал муаммолилари
overview-deadlines = Яқин муддатлар
overview-no-deadlines = Яқин кунларда тугайдиган муддат йўқ.
overview-low = Паст баҳолар
overview-no-low = Жавобсиз паст баҳо йўқ.
overview-no-comment = Изоҳсиз
overview-stars = 5 дан { $mark }

## Organisations

orgs-organisation = Ташкилот
orgs-done = Топширилган
# The same in a line on a phone.
orgs-handed = { $done }/{ $all } топширилган
# Below the rate, and on a phone after how many are handed in: how many of those came after the deadline.
orgs-came-late = кечикиб: { $number }
orgs-overdue = Кечиккан
orgs-next = Кейинги муддат
orgs-rating = Баҳо
orgs-trend = 12 ой
orgs-state = Ҳолат
orgs-none = Бу шартларга мос ташкилот йўқ.
orgs-found = «{ $query }» бўйича қидирув
orgs-clear = Қидирувни бекор қилиш
orgs-late-short = { $number } кечиккан

## One organisation

org-sentence = { $all } та топшириқдан { $done } таси топширилган
# After it: how many of those that are handed in came after the deadline.
org-handed-late = шундан { $count } таси кечикиб
org-overdue = { $count } тасининг муддати ўтган
org-none = Бу даврда топшириқ йўқ
org-trend = Ижро динамикаси
org-people = Масъул ходимлар
org-no-people = Масъул ходим бириктирилмаган
org-no-people-text = Эслатмалар ҳеч кимга бормаяпти. Ходимни «Одамлар» саҳифасида таклиф қилинг.
org-linked = Telegram боғланган
org-not-linked = Telegram ҳали боғланмаган
org-unreachable = Хабар етиб бормаяпти
org-assignments = Топшириқлар
org-satisfaction = Фуқаролар қониқиши
org-cases = Жавобсиз паст баҳолар
org-all = Барча топшириқлар

## Lists of assignments

list-measure = Топшириқ
list-deadline = Муддат
list-answer = Сўнгги жавоб
# Which obligations the list shows, by what the on-time rate counts.
list-expected = Жами кутилган
list-handed-in = Топширилган
list-fell-due = Муддати келган
list-on-time = Муддатида
list-late = Кечикиб топширилган
list-answered = { $answer } — { $ago }
list-reported-on-time = Муддатида топширилган: { $when }
list-reported-late = Кечикиб топширилган: { $when }
list-more-files = Яна { $count } та далил
list-promised = ваъда: { $date }
list-none = Бу шартларга мос топшириқ йўқ.
list-next = Кейингилари
list-previous = Олдингилари
