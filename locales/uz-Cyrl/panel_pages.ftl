### The pages of the panel where people work: assignments, ratings, people, plan. Plain text.

## One assignment: the decision and the answer

obligation-back = Орқага
obligation-basis = { $date } даги { $number }-сон қарор, { $point }-банд
obligation-decide = Қарор
obligation-reported-done = { $name } топшириқни бажарилган деб белгилади.
obligation-reported-nothing = { $name } бу даврда иш бўлмаганини билдирди.
obligation-with-files = { $count } та далил бириктирилган.
obligation-reported-late = Ҳисобот муддатидан кейин топширилган.
obligation-reason = Изоҳ (қайтаришда шарт)
obligation-accept = Қабул қилиш
obligation-return = Қайтариш
# Above the page when somebody was quicker, or a button was pressed twice. $reason: a whole sentence that says what stands in the way.
obligation-changed = Саҳифа очилгандан кейин ҳолат ўзгарган. { $reason } Қуйида ҳозирги ҳолат кўрсатилган.
obligation-said-answered = Жавобингиз сақланди.
obligation-answer = Жавоб бериш
obligation-answer-text = Изоҳ (ихтиёрий)
obligation-answer-promised = Қачон бажарилади? («Ижрода» жавоби учун, ихтиёрий)
obligation-answer-files = Ҳужжат ва суратларни бот орқали юборишингиз мумкин.
obligation-facts = Маълумотлар

## The facts of an assignment

fact-due = Муддат
fact-original = Режадаги сана
fact-why = Нега айнан шу сана?
fact-day-off = { $date } — дам олиш куни
fact-holiday = { $date } — { $name }
fact-holiday-unsure = { $date } — { $name } (ҳали расман тасдиқланмаган)
fact-moved = Шу сабабли муддат яқин иш кунига кўчирилди: { $date }.
fact-officer = Масъул ходим
fact-organisation = Ташкилот
fact-submitted = Топширилган вақти
fact-promised = Ваъда қилинган сана
fact-period = Давр
fact-wording = Қарордаги матн
fact-phrase = Қарордаги муддат ибораси
fact-rule = Ибора қандай тушунилган
fact-executors = Режадаги ижрочилар
fact-controller = Назорат қилувчи
fact-mechanism = Амалга ошириш механизми ва натижа
fact-basis = Асос

## The schedule of reminders

reminder-title = Эслатмалар жадвали
reminder-none = Бу топшириқ бўйича бошқа эслатма юборилмайди.
reminder-sent = юборилди
reminder-waiting = юборилмоқда
reminder-not-sent = етиб бормади
reminder-planned = режада

## The history of an assignment

history-title = Жавоблар ва далиллар
history-bot = Бот
history-plan = Режа
history-system = Тизим
history-made = Топшириқ режа асосида яратилди.
# What a report says, beside its author; control has not said it.
history-reported-done = Ҳисобот: бажарилди
history-reported-nothing = Ҳисобот: бу даврда иш йўқ
history-promised = Ваъда қилинган сана: { $date }.
history-reminded = Эслатма юборилди: { $name }, { $stage }.
history-not-reminded = Эслатма етиб бормади: { $name }, { $stage }.
file-waiting = юкланмоқда
file-failed = юклаб бўлмади

## The list of assignments

measures-search = Топшириқ ёки ташкилот номи
measures-find = Қидириш
measures-filter = Фильтр
measures-drop = «{ $words }» шартини олиб ташлаш
measures-clear = Барча топшириқларни кўрсатиш
measures-pages = Саҳифалар

## Ratings

ratings-days-30 = Сўнгги 30 кун
ratings-days-90 = Сўнгги 90 кун
ratings-days-365 = Сўнгги 12 ой
ratings-distribution = Баҳолар тақсимоти
ratings-none = Бу даврда баҳо берилмаган. Фуқаролар баҳо бериши учун хизмат кўрсатиладиган жойга QR кодни илиб қўйинг.
ratings-private = Фуқаронинг кимлиги сақланмайди. Баҳоси 10 тадан кам хизматнинг ўртачаси кўрсатилмайди.
ratings-mean = Ўртача
ratings-count = Сони
ratings-cases = Очиқ мурожаатлар
ratings-services = Хизматлар бўйича
ratings-service = Хизмат
ratings-few = маълумот кам

## A case that a low rating opened

case-title = Паст баҳо бўйича мурожаат
case-reply = Жавоб бериш
case-open = Кўриш
case-mark = Баҳо
case-opened = Келиб тушган вақти
case-due = Жавоб бериш муддати
case-point = Қаерда баҳоланган
case-words = Фуқаронинг фикри
case-answer = Ташкилот жавоби
case-answer-label = Нима қилинди ёки қачон қилинади?
case-answer-missing = Жавоб матнини ёзинг: нима қилинди ёки қачон қилинади.
case-send = Жавобни сақлаш
case-note = Жавобни назоратчи кўради. Фуқаронинг кимлиги ҳеч кимга маълум эмас.
case-said = Жавоб сақланди, мурожаат ёпилди.
case-already = Бу мурожаатга жавоб аллақачон берилган ёки жавоб энди кутилмайди. Қуйида ҳозирги ҳолат кўрсатилган.
case-given = Берилган жавоб
case-waits = Ташкилот ҳали жавоб бермаган.
case-withdrawn = Фуқаро шу куннинг ўзида баҳосини оширган, жавоб кутилмайди.

## People

people-unreached = { $count } та ташкилотда хабар етиб бормаётган киши ёки бўш ўрин бор.
people-only-unreached = Хабар етиб бормайди
people-all-reached = Ҳаммага хабар етиб боради.
people-none = Ташкилот топилмади. Ташкилотларни администратор файлдан юклайди.
people-vacant = Хабар етиб борадиган масъул ходим йўқ: эслатмалар ҳеч кимга бормаяпти. Ходимни таклиф қилинг.
people-nobody = Ҳали ҳеч ким бириктирилмаган.
people-blocked = Хабар { $date } дан бери етиб бормаяпти. { $cause }
people-invited = Таклиф қилинган, ҳавола { $date } гача амал қилади
people-never-linked = Telegram уланмаган: қайта таклиф қилинг
people-invite = Таклиф қилиш
people-actions = Амаллар
people-again = Янги ҳавола бериш
people-end = Вазифани бекор қилиш
people-end-sure = Ваколат шу заҳоти тугайди. Ташкилотда бошқа масъул ходим қолмаса, эслатмалар ҳеч кимга бормайди.
people-end-yes = Ҳа, бекор қилинсин
people-said-ended = Вазифаси тугатилди. Олдинги жавоблар сақланиб қолади.

## Inviting somebody

invite-title = Ходимни таклиф қилиш
invite-text = Бир марталик ҳавола яратилади. Уни шу кишининг ўзига беринг.
invite-name = Исм ва фамилия
invite-name-missing = Исм ва фамилияни ёзинг.
invite-too-long = Исм ва лавозим { $limit } белгидан ошмасин.
invite-position = Лавозим (ихтиёрий)
invite-make = Ҳавола яратиш
invite-no-bot = Бот ҳали Telegramга уланмаган, шунинг учун таклиф ҳаволаси ишламайди. Аввал ботни ишга туширинг.
invited-title = Таклиф ҳаволаси тайёр
invited-link = Бир марталик ҳавола
invited-how = Ҳаволани шу кишига юборинг ёки QR кодни унинг телефонида сканерланг.
invited-until = Ҳавола бир марта ишлайди ва { $date } гача амал қилади.
invited-once = Ҳавола бошқа кўрсатилмайди. Йўқолса, «Одамлар» саҳифасида янгисини беринг.
invited-done = Рўйхатга қайтиш

## The plan

plan-decree = { $date } даги { $number }-сон қарор
plan-none = Режа ҳали юкланмаган. Администратор уни файлдан юклайди.
plan-waiting = { $count } та чора-тадбир муддати тасдиқланмаган: улар бўйича ҳозирча топшириқ яратилмайди.
plan-all-confirmed = Тасдиқланиши керак бўлган муддат қолмади.
plan-certain = Аниқ
plan-to-confirm = Тасдиқлаш керак
plan-confirmed = Тасдиқланган
plan-no-date = Санаси йўқ
plan-confirmed-by = { $name } тасдиқлаган, { $date }
plan-confirmed-at = Серверда тасдиқланган, { $date }
plan-next = Кейинги саналар
plan-confirm = Тасдиқлаш
plan-said-confirmed = Муддат қоидаси тасдиқланди. Топшириқлар яратилади.

## Confirming the rule of a measure

plan-kind = Муддат тури
plan-why = Нега шундай тушунилган
plan-choose = Муддат қоидаси
plan-choose-text = Таклиф қилинган қоидани қабул қилинг ёки бошқасини танланг. Тасдиқлангач, топшириқлар шу қоида бўйича яратилади.
plan-changed = Саҳифа очилгандан кейин бу қоида ўзгарган. Ҳозирги ҳолатни кўриб, қайтадан тасдиқланг.
plan-as-proposed = Таклиф қилинганидек: { $rule }
plan-opt-on = Аниқ сана
plan-opt-after = Қарор қабул қилингандан кейин
plan-opt-yearly = Ҳар йили
plan-opt-half-yearly = Ҳар ярим йилликда
plan-opt-quarterly = Ҳар чоракда
plan-opt-monthly = Ҳар ойда
plan-opt-weekly = Ҳар ҳафтада
plan-opt-daily = Ҳар иш куни
plan-count = Неча
plan-unit = Ўлчов бирлиги
plan-unit-days = кун
plan-unit-working-days = иш куни
plan-unit-weeks = ҳафта
plan-unit-months = ой
plan-unit-years = йил
plan-day = Кун
plan-months-after = { $months ->
    [0] даврнинг охирги ойи
    [1] даврдан кейинги ой
   *[2] даврдан кейинги { $months }-ой
}
plan-confirm-rule = Қоидани тасдиқлаш
plan-wrong-kind = Қоидалардан бирини танланг.
plan-wrong-nothing-proposed = Таклиф қилинган қоида йўқ. Бошқа қоидани танланг.
plan-wrong-date = Санани киритинг: тақвимда бор кун бўлсин.
plan-wrong-before-adoption = Сана қарор қабул қилинган кундан кейин бўлиши керак.
plan-wrong-count = 1 дан 1000 гача сон ва ўлчов бирлигини кўрсатинг.
plan-wrong-day = Бу ойда бундай кун йўқ. Бошқа кунни танланг.
plan-wrong-weekdays = Ҳафтанинг камида битта кунини белгиланг.
plan-wrong-no-dates = Бу қоидадан сана чиқмайди. Санаси аниқ бўладиган қоидани танланг.

## What a measure says in other languages

plan-translations = Таржималар
plan-translations-text = Қарордаги матн асосий ҳисобланади, таржима уни ўқишга ёрдам беради, холос. Таржимаси йўқ бўлса, қарордаги матн кўрсатилади. Бўлим номининг таржимаси бутун бўлимга тегишли.
plan-translations-save = Таржималарни сақлаш
plan-translations-said = Сақланди: таржималар ўзгартирилди.
# Above the form. $limit: how long a text may be.
plan-translation-too-long = Матн жуда узун: кўпи билан { $limit } та белги.
