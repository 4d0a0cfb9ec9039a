### What leaders and administrators see in the panel and in pictures: levels, history, findings. Plain text.

level-substitute = Ўринбосар ходим
level-brief = Ҳоким ўринбосари учун маълумот

## Entries of the history of an assignment

history-escalated = Муддат ўтгани ҳақида хабар юборилди: { $name } ({ $level }).
history-not-escalated = Муддат ўтгани ҳақидаги хабар етиб бормади: { $name } ({ $level }).
history-vacancy = Хабар етказиб бўлмади, қўнғироқ керак: { $name } ({ $level }).
history-vacancy-nobody = Бу босқичда хабар оладиган одам йўқ: { $level }.
history-brief = Ҳоким ўринбосарининг эрталабки маълумотига киритилди.

## Vacancies on the first page

overview-vacancy = { $organisation }: муддат ўтганини раҳбарга билдириб бўлмади
overview-vacancy-call = { $level } — { $call }, қўнғироқ қилинг
overview-vacancy-nobody = { $level } тайинланмаган

## What the auditor found

finding-silent-overdue = { $organisation }: муддати ўтган { $count } та топшириқ ҳақида ҳеч кимга хабар етмаган.
finding-stuck-sending = { $count } та хабар бир дақиқадан ортиқ юборилмай турибди.
finding-planner-silent = Режалаштирувчи 10 дақиқадан бери ишламаяпти: эслатмалар тайёрланмайди.
finding-queue-late = { $count } та хабар 15 дақиқадан ортиқ навбатда турибди.
# One line above every page of an administrator. $count: how many faults.
finding-banner = Тизим { $count } та носозлик топди: нима қилиш керак

## The page of what the auditor found

findings-title = Тизим топган носозликлар
findings-lead = Хизмат ҳар беш дақиқада ўзини текширади. Тузатилган носозлик бу ердан ўзи кетади.
findings-since = { $moment } дан бери
findings-silent-overdue = Ташкилотда хабар оладиган ходим борми, ботга уланганми — текширинг. Бўлмаса, қўнғироқ қилинг.
findings-stuck-sending = Юбориш тўхтаб қолган. Хабарлар ҳолатини кўринг; ўзи тузалмаса, дастурни қайта ишга туширинг.
findings-planner-silent = Дастурни қайта ишга туширинг. Сабаби дастур журналида ёзилган.
findings-queue-late = Telegram жавоб бермаяпти ёки юбориш тўхтаган. Хабарлар ҳолатида сабаби ёзилган.
findings-none = Носозлик йўқ.
findings-known = Биламан, бошқа саҳифаларда кўрсатилмасин
findings-known-note = Шу браузерда яширилади. Янги носозлик чиқса, яна хабар берилади.
findings-are-known = Бу носозликлар бошқа саҳифаларда кўрсатилмайди.

## The weekly card

card-title = Ҳафталик маълумот
card-span = { $from } – { $to } · { $city }
card-plan = Ўз вақтида бажарилган
card-change = бир ҳафтада { $change }
card-nis = ташкилот киритган · { $left }
card-marks = Фуқаролар баҳоси
card-new-marks = ҳафта давомида { $count } та баҳо
card-few-marks = баҳо ҳали кам
card-worst = Энг кўп кечикаётган ташкилотлар
card-worst-line = { $count } та кечиккан · { $rate }
card-none-overdue = Кечиккан топшириқ йўқ

## The sheet for the meeting

sheet-title = Маълумотнома: топшириқлар ижроси
sheet-lead = ўз вақтида бажарилди, { $period } ({ $due } тадан { $done } таси)
sheet-lead-none = ҳали муддати келган топшириқ йўқ
sheet-overdue = 1. Муддати ўтган
sheet-organisations = 2. Ташкилотлар бўйича
sheet-organisation = Ташкилот
sheet-measure = Чора-тадбир
sheet-officer = Масъул ходим
sheet-term = Муддат
# What the organisation said last of something overdue: nothing, an answer, an answer with a promised day, and its own words.
sheet-no-answer = Жавоб берилмаган
sheet-answered = Охирги жавоб: { $answer }
sheet-promised = Охирги жавоб: { $answer }, ваъда: { $date }
sheet-reason = Изоҳ: { $text }
# An answer with a promised day, below a heading that says "last answer".
report-promised = { $answer }, ваъда: { $date }
sheet-on-time = Ўз вақтида
sheet-handed-in = Топширилди
sheet-late = Кечиккан
sheet-mark = Баҳо
sheet-yes = ҳа
sheet-no = йўқ
# Below the table of the overdue on the sheet, when not all have room. $shown: how many stand there; $all: how many there are.
sheet-overdue-cut = Энг кўп кечиккан { $shown } таси кўрсатилган, жами { $all } та.
# The same below the table of organisations.
sheet-organisations-cut = Энг ортда қолган { $shown } та ташкилот кўрсатилган, жами { $all } та; барчаси XLSX файлида.

## The setting of the days

escalation-title = Муддат ўтса, ким қачон хабар олади
escalation-lead = Муддат ўтгач, шунча иш кунидан кейин:
escalation-keep = Сақлаш
escalation-kept = Сақланди. Янги кечиккан топшириқлар шу тартибда кўтарилади.
escalation-wrong = Кунлар 1 дан { $last } гача ва камаймасдан бориши керак.
escalation-note = Масъул ходимга режа эслатмалари созламасига кўра эслатилади. Бошланган занжирлар ўз тартибида давом этади. Хабар етмайдиган босқич шу куннинг ўзида ўтказиб юборилади.
