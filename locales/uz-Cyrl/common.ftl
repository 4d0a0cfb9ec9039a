### Words that the bot, the panel and the commands share. Plain text.

## The product

product-name = Ижро назорати

## Languages, each in itself

language-uz-latn = Oʻzbekcha
language-uz-cyrl = Ўзбекча
language-ru = Русский
language-en = English

## Roles

role-administrator = Администратор
role-controller = Назоратчи ходим
role-head = Ташкилот раҳбари
role-officer = Масъул ходим
role-observer = Кузатувчи

## How an obligation looks today: short labels

standing-overdue = Муддати ўтган
standing-due-today = Муддати бугун тугайди
standing-due-soon = Муддати яқин
standing-working = Ижрода
standing-not-started = Бошланмаган
standing-review = Текширувда
standing-review-late = Текширувда, кечикиб топширилган
standing-done = Бажарилди
standing-done-late = Кечикиб бажарилди
standing-cancelled = Бекор қилинди

## What has been done with an obligation: entries of its history

state-open = Ижрода
state-reported = Текширувга топширилди
state-returned = Қайта ижрога юборилди
state-accepted = Назоратдан ечилди
state-cancelled = Бекор қилинди

## Kinds of answer

answer-done = Бажарилди
answer-in-progress = Ижрода
answer-blocked = Тўсиқ бор
answer-nothing = Бу даврда иш йўқ

## The traffic light, in words

light-green = Жойида
light-yellow = Хавф бор
light-red = Муаммо
light-none = Маълумот йўқ

## Marks of citizens

mark-1 = Жуда ёмон
mark-2 = Қониқарсиз
mark-3 = Қониқарли
mark-4 = Яхши
mark-5 = Аъло
criterion-legality = Қонунийлик
criterion-quality = Сифат
criterion-timeliness = Ўз вақтидалик
criterion-accessibility = Қулайлик ва фойдаланиш имконияти

## Numbers of things. A noun stays singular after a number.

count-assignments = { $count } та топшириқ
count-organisations = { $count } та ташкилот
count-ratings = { $count } та баҳо
count-days = { $count } кун
count-working-days = { $count } иш куни

## Days and times

date-long = { $year } йил { $day } { $month }
date-day-month = { $day } { $month }
date-month-year = { $year } йил { $month }
date-quarter = { $year } йил, { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} чорак
date-with-weekday = { $date }, { $weekday }
date-with-time = { $date }, { $time }

today = бугун
tomorrow = эртага
yesterday = кеча
days-ahead = { $days } кундан кейин
days-ago = { $days } кун олдин
days-left = { $days } кун қолди
days-late = { $days } кун кечикди
just-now = ҳозиргина
minutes-ago = { $minutes } дақиқа олдин
hours-ago = { $hours } соат олдин

# In the names of months: the form that stands in a date.
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь

# The form that stands alone, as over a calendar.
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь

month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = май
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек

weekday-1 = душанба
weekday-2 = сешанба
weekday-3 = чоршанба
weekday-4 = пайшанба
weekday-5 = жума
weekday-6 = шанба
weekday-7 = якшанба

weekday-short-1 = Ду
weekday-short-2 = Се
weekday-short-3 = Чо
weekday-short-4 = Па
weekday-short-5 = Жу
weekday-short-6 = Ша
weekday-short-7 = Як

## Sizes of files

size-bytes = { $number } байт
size-kilobytes = { $number } КБ
size-megabytes = { $number } МБ

## Why the city says no

refusal-not-allowed = Бу амал учун Сизда ҳуқуқ йўқ: у бошқа вазифадаги ходимга тегишли.
refusal-not-yours = Бу Сизга бириктирилган ташкилотга тегишли эмас.
refusal-own-answer = Ўзингиз берган жавобни ўзингиз қабул қила олмайсиз. Уни бошқа назоратчи кўриб чиқади.
refusal-already-reported = Бу топшириқ бўйича ҳисобот юборилган ва ҳозир текширувда.
refusal-already-accepted = Бу топшириқ бажарилган деб қабул қилинган ва назоратдан ечилган.
refusal-cancelled = Бу топшириқ бекор қилинган, жавоб бериш шарт эмас.
refusal-nothing-to-review = Ҳозирча кўриб чиқиладиган ҳисобот йўқ.
refusal-touched-since = Қарорингиздан кейин бу топшириқ бўйича яна бир иш қилинди, шунинг учун қарор ўз кучида қолди.
refusal-decided-by-another = Бу қарорни бошқа ходим қабул қилган. Уни фақат ўша ходим бекор қила олади.
refusal-undone-before = Бу қарор аввалроқ бекор қилинган.
refusal-undo-too-late = Қарорни бекор қилиш муддати ўтди.
refusal-reason-missing = Сабабини ёзинг.
refusal-reason-too-long = Сабаб { $limit } белгидан ошмаслиги керак. Илтимос, қисқартириб ёзинг.
refusal-text-too-long = Матн { $limit } белгидан ошмаслиги керак. Илтимос, қисқартириб ёзинг.
refusal-promise-in-the-past = Ваъда қилинган кун ўтиб кетган. Бугунги ёки кейинги кунни танланг.
refusal-promise-on-day-off = Бу дам олиш куни. Иш кунларидан бирини танланг.
refusal-promise-not-expected = Бу турдаги жавобда кун кўрсатилмайди. Кунни фақат «Ижрода» жавобида белгилаш мумкин.
refusal-no-time-to-snooze = Муддатгача иш куни қолмади, шунинг учун эслатмани кейинга қолдириб бўлмайди.
refusal-snooze-in-the-past = Бу кун аллақачон келган. Кейинги кунни танланг.
refusal-snooze-too-long = Эслатмани кўпи билан уч иш кунига ва муддатдан кечиктирмай қолдириш мумкин.
refusal-answer-decided = Бу жавоб бўйича қарор қабул қилинган, уни ўзгартириб бўлмайди. Топшириқни очиб, янги жавоб беринг.
refusal-evidence-missing = Бу топшириқ далил билан топширилади: файл, ҳавола, NIS.UZ рақами ёки камида { $least } белгили изоҳ керак.
refusal-file-too-big = Файл жуда катта: { $limit } дан ошмаслиги керак. Уни сиқинг, бўлиб юборинг ёки ҳаволасини ёзинг.
refusal-too-many-files = Файллар жуда кўп: бир марта кўпи билан { $files } та файл юбориш мумкин. Уларни битта архивга жойланг ёки қолганларини кейин юборинг.
refusal-file-not-taken = Бундай файлни қабул қила олмаймиз. Қабул қилинади: расм, PDF, DOCX, XLSX, PPTX, TXT, CSV ва архив (ZIP, RAR, 7Z).
refusal-record-number-wrong = NIS.UZ рақами 4 тадан 20 тагача ҳарф, рақам ва чизиқчадан иборат бўлади. Масалан: 123456.
refusal-invitation-used = Бу таклиф ҳаволасидан аллақачон фойдаланилган. Янги ҳавола сўранг.
refusal-invitation-expired = Таклиф ҳаволасининг муддати тугаган. Янги ҳавола сўранг.
refusal-substitution-over = Ўринбосарлик кунларингиз тугаган. Энди бу ташкилот номидан жавоб бера олмайсиз.
refusal-substitution-ahead = Ўринбосарлик кунларингиз ҳали бошланмаган. Биринчи кундан бошлаб жавоб бера оласиз.
refusal-leave-in-the-past = Таътилнинг охирги куни ўтиб кетган. Бугунги ёки кейинги кунни танланг.
refusal-leave-ends-before-it-begins = Таътилнинг охирги куни биринчи кунидан олдин. Кунларни тўғриланг.
refusal-leave-overlaps = Бу кунлар учун ўринбосар аллақачон белгиланган. Аввал уни тугатинг ёки бошқа кунларни танланг.
refusal-substitute-is-oneself = Ҳеч ким ўзининг ўрнини боса олмайди. Бошқа ҳамкасбни танланг.
refusal-cannot-stand-in = Бу одам мазкур ташкилот номидан жавоб бера олмайди. Шу ташкилотдаги ҳамкасбни танланг.
refusal-substitutes-in-a-circle = Бу ҳамкасб шу кунларда ўзи таътилда ва ўринбосарлик яна ўша ходимга қайтади. Бошқа ҳамкасбни танланг.
refusal-done-by-colleague = Бу топшириқни ҳамкасбингиз бажаряпти. Уни фақат ўша ҳамкасб ёки раҳбар бошқага бера олади.
refusal-already-theirs = Бу топшириқ аллақачон шу ходимга бириктирилган.
refusal-hand-over-to-oneself = Топшириқни ўзингизга таклиф қила олмайсиз. Ҳамкасбингизни танланг.
refusal-cannot-take-over = Бу ҳамкасб мазкур ташкилот номидан жавоб бера олмайди. Бошқа ҳамкасбни танланг.
refusal-hand-over-waits = Бу топшириқ бошқа ҳамкасбга таклиф қилинган, жавоби кутилмоқда.
refusal-hand-over-is-over = Бу таклиф энди кучда эмас: унга жавоб берилган ёки у қайтариб олинган.
