### What the commands of the terminal say to the administrator. Plain text.

## Help

help = Nazorat: шаҳар электрон давлат хизматлари бўйича ваъдасини бажариши учун Telegram-бот ва панель.
help-demo = Шу компьютерда тўқима шаҳар: бот, суҳбат саҳифаси ва панель, ҳеч нарса созланмайди
help-serve = Хизмат: бот, панель, эслатмалар
help-import = Жадвалларни юклайди: CSV ёки китоб (XLSX)
help-import-plan = Чора-тадбирлар режаси ва муддатлари
help-import-organisations = Ташкилотлар ва уларнинг бўйсунуви
help-import-services = Хизматлар ва уларни кўрсатувчилар
help-import-people = Ходимлар ва уларнинг вазифалари
help-import-calendar = Дам олиш кунлари ва кўчирилган иш кунлари
help-plan = Чора-тадбирлар ва муддат қоидалари
help-plan-show = Чора-тадбирлар, қоидалар ва энг яқин саналарни кўрсатади
help-plan-confirm = Чора-тадбирга қоида беради; шундан кейин у бўйича топшириқ очилади
help-plan-end = Режани якунлайди: муддати кейин келадиган топшириқлар энди сўралмайди
help-invite = Янги киши учун бир марталик ҳавола беради
help-links = Ҳар бир хизмат кўрсатиш жойининг баҳолаш ҳаволасини чиқаради
help-audit = Амаллар дафтари
help-audit-verify = Дафтар яхлитлигини текширади: ўзгартирилган ёки йўқолган ёзувларни айтади
help-migrate = Маълумотлар базаси жадвалларини янгилайди
help-doctor = Ўрнатмани текширади ва нимани тузатиш кераклигини айтади

cli-usage = Фойдаланиш
cli-commands = Буйруқлар
cli-options = Параметрлар
cli-arguments = Аргументлар

option-help = Шу маълумотни чиқариш
option-version = Версияни чиқариш
option-port = Панель порти; суҳбат саҳифаси кейингисини олади
option-keep = Шаҳар сақланадиган жилд; кўрсатилмаса, охирида шаҳар ўчирилади
option-today = Намойиш бошланадиган кун
option-only = Хизматнинг фақат бир қисмини ишга тушириш
option-file = Файл: CSV ёки китоб (XLSX)
option-dry-run = Нима ўзгаришини фақат қаторма-қатор кўрсатиш; ҳеч нарса ёзилмайди
option-adopted = Қарор қабул қилинган кун
option-number = Қарор рақами
option-title = Режа номи
option-json = Ҳар бир муддат қандай ўқилганини JSON кўринишида бир қатордан чиқариш; маълумотлар базаси керак эмас
option-plan = Режа рақами, агар режалар бир нечта бўлса
option-on = Режа амал қиладиган охирги кун
option-to-confirm = Фақат тасдиқланиши кутилаётган чора-тадбирлар
option-measure = Чора-тадбирнинг режадаги рақами
option-rule = Қоида, масалан “yearly 01-20”, “monthly 5”, “quarterly +1 10”, “weekly mon,thu”, “on 2026-12-20” ёки JSON; кўрсатилмаса, таклиф қилингани олинади
option-role = administrator, controller, head, officer ёки observer
option-organisation = Ташкилот калити; кўрсатилмаса, ҳокимлик
option-name = Кишининг исми, қандай кўрсатилиши керак бўлса
option-position = Лавозими
option-language = Дастлаб қайси тилда мурожаат қилинади: uz-Latn, uz-Cyrl, ru ёки en
option-head = Аввал бошқа жойга ёзиб олинган энг янги из (SHA-256): у занжирда бўлиши керак
option-service = Фақат шу калитли хизматнинг жойлари

## The work

cli-error = Хато: { $what }
cli-still-working = { $what }… { $seconds } с
cli-busy-database = Маълумотлар базаси очилмоқда
cli-busy-migrating = Жадваллар янгиланмоқда
cli-busy-checking = Дафтар текширилмоқда
cli-busy-writing = Ёзилмоқда
cli-busy-telegram = Telegramдан сўралмоқда
# $hash: of the last entry.
cli-audit-head = Энг янги из: { $hash }

## Settings

cli-settings-wrong = Бу созламалар билан ишлаб бўлмайди:
cli-setting-wrong = { $name } = { $value }: рухсат этилгани — { $allowed }
cli-allowed-token = BotFather берган токен: рақамлар, икки нуқта, ҳарфлар
cli-allowed-webhook-secret = 1 тадан 256 тагача белги: лотин ҳарфлари, рақамлар, _ ва -
cli-allowed-key = 64 та ўн олтилик рақам
cli-allowed-database = sqlite://ФАЙЛ ёки postgres://НОМ:ПАРОЛЬ@УЗЕЛ/БАЗА
cli-allowed-url = http:// ёки https:// билан бошланадиган манзил
cli-allowed-https = https:// билан бошланадиган манзил — Telegram бошқасига янгиланиш етказмайди
cli-allowed-address = манзил ва порт, масалан 127.0.0.1:8080
cli-allowed-number = { $from } дан { $to } гача бутун сон
cli-allowed-one-of = қуйидагилардан бири: { $words }
cli-token-missing = Токен йўқ. Уни @BotFather дан олинг ва NAZORAT_BOT_TOKEN га ёзинг; фақат панель учун: nazorat serve --only panel.

## Import

cli-row-new = янги
cli-row-changed = ўзгарди
cli-row-unchanged = ўзгармаган
cli-row-removed = ўчирилди
cli-import-sum = Янги: { $new }, ўзгарган: { $changed }, ўчирилган: { $removed }, ўзгармаган: { $unchanged }.
cli-import-done = Ёзилди.
cli-import-rehearsed = Ҳеч нарса ёзилмади: бу синов эди.
cli-import-refused = Ҳеч нарса ёзилмади: файлда { $count } та хато бор.
cli-import-more-faults = … ва яна { $count } та.
cli-place-row = { $file }, { $row }-қатор
cli-place-cell = { $file }, { $row }-қатор, “{ $column }” устуни
cli-what-empty = катак бўш, қиймат керак
cli-what-too-long = матнда { $length } та белги бор, кўпи билан { $limit } та бўлиши мумкин
cli-what-not-one-of = “{ $value }” мумкин эмас; қуйидагилардан бири бўлсин: { $allowed }
cli-what-not-a-key = “{ $value }” калит эмас; кичик лотин ҳарфлари, рақамлар, _ ва - мумкин, кўпи билан 40 та
cli-what-not-a-number = “{ $value }” сон эмас; 1 дан бошлаб бутун сон бўлсин
cli-what-not-a-day = “{ $value }” сана эмас; 2026-12-20 ёки 20.12.2026 кўринишида бўлсин
cli-what-twice = “{ $value }” { $row }-қаторда бор
cli-what-no-organisation = “{ $value }” деган ташкилот йўқ; қуйидагилардан бири бўлсин: { $allowed }
cli-what-extra-cells = қатордаги катаклар сарлавҳадагидан кўп (“{ $value }”); вергули бор матнни қўштирноққа олинг
cli-what-no-header = сарлавҳа топилмади; керакли устунлар: { $columns }
cli-what-column-twice = “{ $column }” устуни такрорланган ёки бошқаси билан бир маънода
cli-what-no-rows = сарлавҳа остида қаторлар йўқ
cli-what-not-text = бу UTF-8 матн ҳам, Excel (XLSX) файли ҳам эмас; файлни “CSV UTF-8” ёки XLSX қилиб сақланг
cli-what-open-quote = шу ерда очилган қўштирноқ ёпилмаган
cli-what-workbook = Excel файли (XLSX) очилмади: у бузилган. Уни Excelда очиб, қайтадан сақланг ({ $cause })
cli-what-too-large = файл жуда катта; кўпи билан { $limit } бўлиши мумкин
cli-what-unpacks-too-much = китоб ёйилганда { $limit }дан ошади; ортиқча расм ва варақларни олиб ташланг ёки жадвални “CSV UTF-8” қилиб сақланг
cli-what-too-many-rows = файлда қаторлар жуда кўп; кўпи билан { $limit } та бўлиши мумкин
cli-what-cell-error = катакда китоб хатоси бор ({ $value })
cli-what-circle = ташкилот “{ $value }” орқали ўзига ўзи бўйсуниб қолади
cli-what-no-executor = “{ $value }” сўзларида шаҳарнинг бирорта ташкилоти танилмади; номини ёки калитини ёзинг
cli-what-no-providers = “хизмат кўрсатувчи ташкилотлар” орасида ҳали ҳеч ким йўқ: аввал хизматларни юкланг
cli-no-organisations = Ҳали ташкилотлар йўқ. Аввал уларни юкланг: nazorat import organisations ФАЙЛ
cli-organisation-unknown = “{ $value }” деган ташкилот йўқ. Борлари: { $allowed }
cli-people-hint = Уларнинг ҳар бири бир марталик ҳавола орқали қўшилади: nazorat invite --role ВАЗИФА --organisation КАЛИТ --name ИСМ ёки панелдаги “Ходимлар” саҳифаси.
cli-calendar-moved = Очиқ топшириқлардан { $count } тасининг муддати ўзгарди. Масъул ходимларга хабар боради.

## The plan

cli-plan-title = { $date }даги { $number }-сонли қарор бўйича чора-тадбирлар режаси
cli-plan-executors = Ижрочилар: масъул — { $main } та, ҳамкор — { $co } та.
cli-plan-unknown-executors = Шаҳар ташкилоти айтилмаган, фақат сўзи сақланди: { $names }
cli-plan-no-organisations = Ҳали ташкилотлар йўқ, шунинг учун ижрочилар изланмади.
cli-plan-not-named = Базада бор, лекин файлда йўқ чора-тадбирлар ўзгармади: { $numbers }
cli-plan-waiting = { $count } та чора-тадбир тасдиқланиши кутилмоқда: nazorat plan show --to-confirm
cli-plan-obligations = { $count } та топшириқ очилди.
cli-plan-none = Ҳали режа йўқ. Уни юкланг: nazorat import plan ФАЙЛ --adopted YYYY-MM-DD --number РАҚАМ
cli-plan-unknown = “{ $number }” рақамли режа йўқ. Борлари: { $plans }
cli-plan-several = Режалар бир нечта. Кераклисини --plan билан кўрсатинг: { $plans }
cli-measure-unknown = { $plan } режасида { $measure }-банд йўқ.
cli-rule-certain = Аниқ
cli-rule-to-confirm = Тасдиқлаш керак
cli-rule-confirmed = Тасдиқланган
cli-rule-no-date = Санасиз
cli-rule-missing = “{ $phrase }” учун таклиф йўқ. Қоидани кўрсатинг: --rule "monthly 5"
cli-rule-without-dates = Бу қоидадан сана чиқмайди: { $rule }. Бошқасини кўрсатинг: --rule "on 2026-12-20"

## Invitations and links

cli-invite-for = { $name } — { $role }, { $place }. Ҳавола { $hours } соат ичида бир марта ишлайди ва бошқа кўрсатилмайди.
cli-invite-telegram = Telegram: { $link }
cli-invite-payload = Telegram: /start { $payload }
cli-invite-no-bot = Бот ҳали ишга тушмаган, манзили номаълум. Уни ишга туширинг (nazorat serve) ва қайтадан таклиф қилинг ёки ботни очиб, юқоридаги қаторни юборинг.
cli-invite-panel = Панель: { $link }
cli-service-unknown = “{ $key }” деган хизмат йўқ. Ҳаммаси: nazorat links
cli-links-none = Ҳали хизмат кўрсатиш жойлари йўқ. Аввал хизматларни юкланг: nazorat import services ФАЙЛ
cli-links-no-bot = Бот ҳали ишга тушмаган, манзили номаълум: қаторлар охирида “?start=”дан кейин келадиган қисм туради.

## Tables

cli-migrate-done = Янгиланди: { $names }.
cli-migrate-nothing = Жадваллар янгиланган.
cli-migrate-calendar = Бўш тақвимга { $days } кун киритилди.
cli-migrate-first = Жадваллар олдинги версиядан. Аввал уларни янгиланг: nazorat migrate

## The doctor

doctor-ok = жойида
doctor-warn = диққат
doctor-fail = ХАТО
doctor-failed = { $count } та носозлик топилди.
doctor-settings = Созламалар яроқли.
doctor-setting-unknown = { $name } бу дастурнинг созламаси эмас.
doctor-setting-unknown-mend = Номини docs/settings.md билан солиштиринг.
doctor-address = Панель { $url } манзилида очилади.
doctor-address-local = { $url } фақат шу компьютерда очилади.
doctor-address-local-mend = Бошқалар учун: NAZORAT_PUBLIC_URL га панелнинг https манзилини ёзинг.
doctor-address-plain = { $url } шифрланмаган: одамлар ёзганини йўлда ўқиш мумкин.
doctor-address-plain-mend = Панелни https ортига қўйинг ва NAZORAT_PUBLIC_URL ни ёзинг.
doctor-metrics = /metrics NAZORAT_METRICS_TOKEN билан очилади.
doctor-metrics-closed = /metrics ёпиқ: NAZORAT_METRICS_TOKEN йўқ.
doctor-files = { $folder } жилдига ёзиш мумкин.
doctor-files-later = { $folder } жилди биринчи ишга тушишда яратилади.
doctor-files-closed = { $folder } жилдига ёзиб бўлмайди: { $cause }
doctor-files-mend = Дастур фойдаланувчисига ёзиш ҳуқуқини беринг ёки NAZORAT_FILES ни ёзинг.
doctor-database = Маълумотлар базаси жавоб беради ({ $kind }), жадваллар янгиланган.
doctor-database-missing = Маълумотлар базаси ҳали йўқ.
doctor-database-missing-mend = Уни шу буйруқ яратади: nazorat migrate
doctor-database-closed = Маълумотлар базасидан фойдаланиб бўлмайди: { $cause }
doctor-database-mend = NAZORAT_DATABASE_URL ни ва база ишлаётганини текширинг.
doctor-tables-old = Жадваллар олдинги версиядан; етишмаётгани: { $names }
doctor-tables-mend = Бажаринг: nazorat migrate
doctor-calendar = Дам олиш кунлари { $day } гача маълум.
doctor-calendar-ends = Дам олиш кунлари номаълум йиллар: { $years }
doctor-calendar-mend = Бажаринг: nazorat import calendar ФАЙЛ
doctor-days-unsure = Ҳали аниқ бўлмаган дам олиш кунлари: { $days }
doctor-days-unsure-mend = Қарор чиққач, уларни тузатинг: nazorat import calendar ФАЙЛ
doctor-city-empty = Ҳали ташкилотлар йўқ.
doctor-city-empty-mend = Бажаринг: nazorat import organisations ФАЙЛ
doctor-officers = Ҳар бир ташкилотда масъул ходим бор.
doctor-officers-missing = Масъул ходими йўқ: { $keys }
doctor-officers-mend = Бажаринг: nazorat invite --role officer --organisation КАЛИТ --name ИСМ
doctor-rules = Тасдиқланиши кутилаётган муддат йўқ.
doctor-rules-waiting = { $count } та чора-тадбир тасдиқланиши кутилмоқда, улар бўйича эслатма юборилмайди.
doctor-rules-mend = Бажаринг: nazorat plan show --to-confirm ёки панелдаги “Режа” саҳифасини очинг.
doctor-token-missing = Токен йўқ.
doctor-token-missing-mend = Уни @BotFather дан олинг ва NAZORAT_BOT_TOKEN га ёзинг.
doctor-token = Telegram токенни танийди: @{ $username }.
doctor-inline-off = Бошқа суҳбатларда бот номи билан хизмат қидириб бўлмайди: inline режим ўчиқ.
doctor-inline-mend = @BotFather га /setinline юборинг ва ботни танланг.
doctor-token-refused = Telegram токенни танимайди: { $cause }
doctor-token-refused-mend = NAZORAT_BOT_TOKEN ни @BotFather кўрсатгани билан солиштиринг.
doctor-telegram-silent = Telegram жавоб бермаяпти: { $cause }
doctor-telegram-mend = Тармоқни, проксини, NAZORAT_BOT_API_URL ни текширинг.
doctor-clock = Соат тўғри. Тошкентда { $time }.
doctor-clock-wrong = Соат { $seconds } сонияга нотўғри. Унга кўра Тошкентда { $time }.
doctor-clock-mend = Соатни тармоқ орқали тўғрилашни ёқинг: timedatectl set-ntp true
doctor-polling = Бот янгиланишларни ўзи олиб келади.
doctor-webhook-left = Вебхук ўрнатилган, NAZORAT_WEBHOOK_SECRET эса йўқ.
doctor-webhook-left-mend = Кейинги ишга тушишда бот уни олиб ташлайди. Бу ботдан бошқа дастур ҳам фойдаланса, ҳар бирига алоҳида бот очинг.
doctor-webhook-unset = Вебхук ҳали ўрнатилмаган.
doctor-webhook-unset-mend = Бот уни кейинги ишга тушишда ўрнатади: nazorat serve
doctor-webhook-elsewhere = Вебхук бошқа жойга йўналтирилган: { $url }
doctor-webhook = Telegram янгиланишларни { $url } манзилига етказади; { $count } таси кутмоқда.
doctor-webhook-troubled = Telegram вебхукка етказа олмаяпти: { $error }; { $count } та янгиланиш кутмоқда.
doctor-webhook-mend = Манзил ташқаридан очилишини ва хизмат ишлаётганини текширинг.
cli-plan-ended = № { $number } режа { $day } гача амал қилади; муддати кейин келадиган { $n } та топшириқ бекор қилинди.
