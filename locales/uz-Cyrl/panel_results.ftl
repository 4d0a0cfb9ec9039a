### Public results, their publication, and the figures of ratings in the panel. Plain text.

## What the pages of results are called

results-title = Фуқаролар баҳоси: очиқ натижалар
results-lead = Фуқаролар шаҳардаги давлат хизматлари ҳақида нима деди: чорак, ярим йил ва йил бўйича.
# $half: 1 or 2. $year: four digits.
results-half = { $half ->
    [1] { $year } йил, I ярим йиллик
   *[2] { $year } йил, II ярим йиллик
}
results-none = Ҳозирча натижа эълон қилинмаган. Чорак тугагач, ҳоким ўринбосари эълон қилган натижалар шу ерда чиқади.
results-periods = Эълон қилинган даврлар
# $count: ratings.
results-of = { $count } та баҳо
results-satisfied = Мамнун: 4 ва 5 баҳолар
# $high, $low: the ends of a 95 % interval. $share: the share itself.
results-share = { $share } (95 % эҳтимол билан { $low } – { $high })
results-organisations = Ташкилотлар бўйича
results-organisation = Ташкилот
results-services = Хизматлар бўйича
results-place = Ўрин
# $best, $worst: places.
results-place-range = { $best }–{ $worst }
# $number: among how many.
results-place-of = { $number } тадан
results-interval = 95 % оралиқ
results-satisfied-short = Мамнун
results-hidden = кўрсатилмайди
results-hidden-note = “Кўрсатилмайди”: 10 тадан кам баҳо бор ёки айириш йўли билан 10 тадан кам баҳони топиб бўлмаслиги учун яширилган.
results-place-note = Оралиқлар устма-уст тушса, ким яхшироқ эканини баҳолардан билиб бўлмайди. Шунда ўрин оралиқ билан кўрсатилади.
# $left, $waiting: numbers of ratings.
results-set-aside = Бу даврдаги шубҳали баҳолар алоҳида қўйилган ва ҳисобланмаган: { $waiting } таси текширувчини кутмоқда, { $left } таси ҳисобдан чиқарилган.
results-own = Бу ҳокимликнинг ўз сўрови. У Ягона порталдаги (my.gov.uz) баҳонинг ўрнини босмайди.
# $date: a day. $version: a number.
results-published = { $date } куни эълон қилинган, { $version }-нашр
# $reason: words of a person.
results-corrected = Тузатиш: { $reason }
results-replaced = Бу нашр ўрнига янгиси эълон қилинган.
results-newest = Охирги нашрни кўрсатиш
results-versions = Нашрлар
# $version: a number.
results-version = { $version }-нашр
results-sum-of = Эълон қилинган чораклар йиғиндиси
results-hash = Очиқ маълумотнинг SHA-256 белгиси
results-counted = Қандай ҳисобланади
results-data = Очиқ маълумотлар
results-back = Барча натижалар
results-badge = Сайт учун белги
results-badge-text = Унда ҳар доим охирги эълон қилинган давр кўринади. Саҳифага шу қаторни қўйинг:
# In the picture itself: short.
badge-label = фуқаролар баҳоси
badge-none = натижа ҳали йўқ
# $count: ratings. $mean: a number. $period: a quarter or the like. $service: a name.
badge-title = { $service }: 5 дан ўртача { $mean }, { $count } та баҳо, { $period }
# $service: a name.
badge-title-none = { $service }: эълон қилинган натижа ҳали йўқ

## How this is counted

counted-lead = Оддий сўз билан, формулалари билан. Панелда ҳам, очиқ натижаларда ҳам қоида бир хил.
counted-marks = Нима ҳисобланади
counted-marks-text = Битта баҳо — бир кишининг бир кунда битта хизматга қўйган 1 дан 5 гача баҳоси. Ўша киши ўша куни ўша хизматга яна баҳо қўйса, кейингиси олдингисининг ўрнини олади. Ким экани сақланмайди.
counted-mean = Ўртача
counted-mean-text = Барча баҳолар қўшилади ва уларнинг сонига бўлинади. Ҳар бир баҳонинг вазни бир хил: ташкилотнинг ўртачасида кўп баҳо олган хизматнинг улуши кам баҳо олганидан каттароқ. Бошқа ҳеч қандай вазн қўлланмайди.
counted-interval = Ўртачанинг оралиғи
# $least: the smallest variance. $number, $quantile, $spread: letters of the formula.
counted-interval-text = Баҳо берганлар хизматдан фойдаланганларнинг бир қисми, шунинг учун бошқа куни бошқа ўртача чиқиши мумкин эди. Оралиқ ўртача 95 % ишонч билан қайси чегарада ётишини билдиради (Стьюдент оралиғи: { $number } — баҳолар сони, { $spread } — стандарт оғиш, { $quantile } — сондан битта кам учун квантиль). Ҳамма баҳо бир хил бўлса, дисперсия нолга эмас, { $least } га тенг деб олинади: бунчалик аниқ билиш мумкин эмас.
counted-share = Мамнунлар улуши
counted-share-text = 4 ёки 5 қўйганлар мамнун ҳисобланади; улуш — уларнинг ҳамма ичидаги қисми. Унинг 95 % оралиғи Уилсон усулида топилади.
counted-places = Ўринлар
counted-places-text = Ўртачасининг оралиғи бошқасиникидан тўлиқ юқорида бўлгандагина бири иккинчисидан юқори қўйилади. Оралиқлар устма-уст тушса, тартиб номаълум: ўрин 1–3 каби оралиқ билан кўрсатилади.
counted-few = Баҳо кам бўлганда
counted-few-text = 10 тадан кам баҳоси бор хизмат ёки ташкилот ҳақида ҳеч нарса кўрсатилмайди. Жамидан кўрсатилганлари айирилганда 10 тадан кам баҳо қоладиган бўлса, яна биттаси, энг кичиги ҳам яширилади: оз сонли баҳони ҳеч ким ҳисоблаб топа олмайди.
counted-apart = Алоҳида қўйилган
counted-apart-text = Фуқаролар бермаганга ўхшаган баҳолар, масалан бир жойда ўн дақиқада ўттизта бир хил баҳо, алоҳида қўйилади. Текширувчи қарор қилгунча улар ҳеч қайси рақамга кирмайди; қабул қилинганлари ҳисобланади, қолганлари чиқарилади. Натижалар ёнида уларнинг сони ёзилган: ҳеч нарса жимгина йўқолмайди.
counted-periods = Чорак, ярим йил, йил
counted-periods-text = Чорак ўз кунларидаги баҳолардан ҳисобланади. Ярим йил ва йил — эълон қилинган чораклар йиғиндиси; чораклардан бирида кўрсатилмаган хизмат йиғиндида ҳам кўрсатилмайди.
counted-frozen = Эълон қилингани ўзгармайди
counted-frozen-text = Натижаларни давр тугагач ҳоким ўринбосари эълон қилади. Шундан кейин улар ҳеч қачон ўзгартирилмайди ва қайта ҳисобланмайди. Тузатиш — эскисининг ёнидаги янги нашр, сабаби билан; иккаласи ҳам қолади. Икки нашр оз сонли баҳога фарқ қилиши мумкин.
counted-funnel = Сканердан жавобгача
counted-funnel-text = “Саволни очган” — савол код орқали неча марта очилгани; икки марта сканер қилган киши икки марта ҳисобланади, чунки у ерда ҳеч ким танилмайди. “Баҳо берган”, “фикр ёзган” ва “жавоб берилган” шу кунлардаги баҳоларни санайди.
counted-limits = Рақамлар нимани билдирмайди
counted-limits-text = Баҳо бериш ёки бермасликни ҳар ким ўзи ҳал қилади. Шунинг учун рақамлар хизматдан фойдаланган ҳамма ҳақида эмас, баҳо берганлар ҳақида.

## Open data

data-lead = Эълон қилинган натижалар файл кўринишида, исталган мақсадда бепул. Манбани кўрсатишингизни сўраймиз.
data-files = Манзиллар
data-file-index = Эълон қилинганларнинг ҳаммаси: давр, нашр, кун, SHA-256
data-file-json = Битта давр, охирги нашри, JSON
data-file-csv = Ўша нарса жадвал бўлиб: CSV, UTF-8, вергул билан
data-file-version = Битта нашр, JSON ёки CSV: ҳеч қачон ўзгармайди
data-file-badge = Хизмат белгиси, SVG, тўрт тилдан бирида
data-fields = Майдонлар
data-field-n = баҳолар сони
data-field-marks = ҳар бир баҳонинг сони, 1 дан 5 гача
data-field-mean = ўртача баҳо ва унинг 95 % оралиғи
data-field-satisfied = 4 ва 5 баҳолар улуши, 0 дан 1 гача, ва унинг 95 % оралиғи
data-field-place = мумкин бўлган энг яхши ва энг ёмон ўрин, нечтадан
data-field-empty = кўрсатилмаса — бўш
data-field-key = даврдан даврга ўзгармайдиган қисқа ном
data-hash = SHA-256 ни текшириш
data-hash-text = Ҳар бир натижа ёнидаги белги — ўша нашр JSON файлининг SHA-256 қиймати, байтма-байт. Текшириш учун:
data-promise = Нимага ишонса бўлади
# $header: the name of a header. $path: the beginning of addresses.
data-promise-text = { $path } манзилларининг шакли сақланади: майдон қўшилиши мумкин, олиб ташланмайди ва маъноси ўзгармайди. Ҳар бир жавобда ETag бор; { $header } билан сўралганда ўзгармаган нарса танасиз 304 жавобини олади. CSV да электрон жадвал формула деб олиши мумкин бўлган сўзлар апостроф билан бошланади.

## Publishing, in the panel

publish-title = Натижаларни эълон қилиш
publish-lead = Бу ерда эълон қилганингизни ҳамма ўқий олади. У ўзгармас бўлади: ҳеч ким уни тузата ёки қайтариб ола олмайди; тузатиш — янги нашр.
publish-open = Натижаларни эълон қилиш
publish-see = Очиқ натижалар
publish-period = Давр
publish-state = Ҳолати
publish-look = Кўриш ва эълон қилиш
publish-correct = Тузатиш
publish-not-yet = эълон қилинмаган
publish-waits = аввал чоракларини эълон қилинг
publish-nothing = Баҳоси бор чорак ҳали тугамаган.
# $period: a quarter or the like.
publish-preview = Нима очиқ бўлади: { $period }
# $count: services.
publish-few = { $count } та хизматда 10 тадан кам баҳо бор, улар кўрсатилмайди.
# $count: organisations and services.
publish-held = Уларни ҳисоблаб топиб бўлмаслиги учун яна { $count } та қатор яширилади.
publish-empty = Бу даврда 10 тадан кам баҳо бор: ҳеч нарса кўрсатилмайди.
# $version: a number.
publish-replaces = { $version }-нашр эълон қилинган. Бу кейинги нашр бўлади; эскиси ҳам ўқишга очиқ қолади.
publish-same = Рақамлар эълон қилинган нашрдаги билан бир хил. Тузатадиган нарса йўқ.
publish-reason = Нега тузатиляпти? Сабаби очиқ кўринади.
publish-confirm = Рақамларни кўриб чиқдим. Улар очиқ бўлади ва шундай қолади.
publish-confirm-missing = Рақамларни кўриб чиққанингизни тасдиқланг.
publish-button = Ҳаммага эълон қилиш
publish-done = Эълон қилинди. Энди ҳамма ўқий олади.
refusal-period-not-ready = Бу даврни ҳали эълон қилиб бўлмайди: у тугамаган ёки чоракларидан бири эълон қилинмаган.
refusal-figures-changed = Сиз кўрганингиздан кейин рақамлар ўзгарди. Эълон қилишдан олдин уларни яна кўринг.
refusal-nothing-to-publish = Эълон қилинган нашрда ҳам худди шу рақамлар.

## Ratings in the panel

ratings-weeks = Ўртача баҳо, 12 ҳафта
ratings-week = Ҳафта боши
ratings-funnel = Сканердан жавобгача
ratings-opened = Саволни очган
ratings-rated = Баҳо берган
ratings-commented = Фикр ёзган
ratings-answered = Жавоб берилган
# $share: a percentage.
ratings-of-opened = очилганларнинг { $share }
# $share: a percentage.
ratings-of-rated = баҳоларнинг { $share }
