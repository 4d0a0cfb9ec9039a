### What the commands of the terminal say to the administrator. Plain text.

## Help

help = Nazorat: Telegram-бот и панель, с которыми город выполняет свои обещания об электронных услугах.
help-demo = Вымышленный город на этом компьютере: бот, страница чата и панель, ничего не нужно настраивать
help-serve = Сервис: бот, панель, напоминания
help-import = Загружает таблицы: CSV или книги (XLSX)
help-import-plan = План мероприятий и сроки
help-import-organisations = Организации и их подчинённость
help-import-services = Услуги и кто их оказывает
help-import-people = Люди и их роли
help-import-calendar = Выходные и перенесённые рабочие дни
help-plan = Мероприятия и правила их сроков
help-plan-show = Показывает мероприятия, правила и ближайшие даты
help-plan-confirm = Задаёт правило мероприятия; с этого момента по нему создаются поручения
help-plan-end = Завершает план: то, что должно наступить позже, больше не спрашивается
help-invite = Выдаёт одноразовую ссылку для нового человека
help-links = Выводит ссылку для оценки каждой точки обслуживания
help-audit = Журнал действий
help-audit-verify = Проверяет целостность журнала: называет изменённые и пропавшие записи
help-migrate = Обновляет таблицы базы данных
help-doctor = Проверяет установку и подсказывает, что исправить

cli-usage = Использование
cli-commands = Команды
cli-options = Параметры
cli-arguments = Аргументы

option-help = Показать эту справку
option-version = Показать версию
option-port = Порт панели; страница чата займёт следующий
option-keep = Папка, в которой город сохранится; без неё в конце он исчезнет
option-today = День, с которого начинается показ
option-only = Запустить только одну часть сервиса
option-file = Файл: CSV или книга (XLSX)
option-dry-run = Только показать построчно, что изменится; ничего не записывать
option-adopted = День принятия решения
option-number = Номер решения
option-title = Название плана
option-json = Вывести прочтение каждого срока в JSON, по строке на срок; база данных не нужна
option-plan = Номер плана, если их несколько
option-on = Последний день действия плана
option-to-confirm = Только мероприятия, которые ждут подтверждения
option-measure = Номер мероприятия в плане
option-rule = Правило, например «yearly 01-20», «monthly 5», «quarterly +1 10», «weekly mon,thu», «on 2026-12-20», или JSON; без него берётся предложенное
option-role = administrator, controller, head, officer или observer
option-organisation = Ключ организации; без него — хокимият
option-name = Имя человека, как оно будет показано
option-position = Должность
option-language = Язык, на котором обращаться поначалу: uz-Latn, uz-Cyrl, ru или en
option-head = Последний отпечаток (SHA-256), выписанный раньше: он должен быть в цепочке
option-service = Только точки услуги с этим ключом

## The work

cli-error = Ошибка: { $what }
cli-still-working = { $what }… { $seconds } с
cli-busy-database = Открывается база данных
cli-busy-migrating = Обновляются таблицы
cli-busy-checking = Журнал проверяется
cli-busy-writing = Идёт запись
cli-busy-telegram = Запрос к Telegram
# $hash: of the last entry.
cli-audit-head = Последний отпечаток: { $hash }

## Settings

cli-settings-wrong = Настройки нельзя использовать:
cli-setting-wrong = { $name } = { $value }: допускается { $allowed }
cli-allowed-token = токен в том виде, в каком его даёт BotFather: цифры, двоеточие, буквы
cli-allowed-webhook-secret = от 1 до 256 знаков: латинские буквы, цифры, _ и -
cli-allowed-key = 64 шестнадцатеричные цифры
cli-allowed-database = sqlite://ФАЙЛ или postgres://ИМЯ:ПАРОЛЬ@УЗЕЛ/БАЗА
cli-allowed-url = адрес, который начинается с http:// или https://
cli-allowed-https = адрес, который начинается с https:// — на другие Telegram обновления не доставляет
cli-allowed-address = адрес и порт, например 127.0.0.1:8080
cli-allowed-number = целое число от { $from } до { $to }
cli-allowed-one-of = одно из: { $words }
cli-token-missing = Нет токена. Получите его у @BotFather и укажите в NAZORAT_BOT_TOKEN; только панель запускает команда nazorat serve --only panel.

## Import

cli-row-new = новая
cli-row-changed = изменена
cli-row-unchanged = та же
cli-row-removed = удалена
cli-import-sum = Новых: { $new }, изменено: { $changed }, удалено: { $removed }, без изменений: { $unchanged }.
cli-import-done = Записано.
cli-import-rehearsed = Ничего не записано: это была проба.
cli-import-refused = { $count ->
    [one] Ничего не записано: { $count } ошибка в файле.
    [few] Ничего не записано: { $count } ошибки в файле.
   *[many] Ничего не записано: { $count } ошибок в файле.
}
cli-import-more-faults = { $count ->
    [one] … и ещё { $count }.
    [few] … и ещё { $count }.
   *[many] … и ещё { $count }.
}
cli-place-row = { $file }, строка { $row }
cli-place-cell = { $file }, строка { $row }, столбец «{ $column }»
cli-what-empty = ячейка пуста, нужно значение
cli-what-too-long = в тексте { $length } знаков, допускается не больше { $limit }
cli-what-not-one-of = «{ $value }» не допускается; допускается одно из: { $allowed }
cli-what-not-a-key = «{ $value }» — не ключ; допускаются строчные латинские буквы, цифры, _ и -, не больше 40
cli-what-not-a-number = «{ $value }» — не число; допускается целое число от 1
cli-what-not-a-day = «{ $value }» — не дата; допускается 2026-12-20 или 20.12.2026
cli-what-twice = «{ $value }» уже есть в строке { $row }
cli-what-no-organisation = организации «{ $value }» нет; допускается одно из: { $allowed }
cli-what-extra-cells = в строке больше ячеек, чем в заголовке («{ $value }»); тексты с запятыми берите в кавычки
cli-what-no-header = заголовок не найден; нужны столбцы: { $columns }
cli-what-column-twice = столбец «{ $column }» повторяется или значит то же, что другой
cli-what-no-rows = под заголовком нет строк
cli-what-not-text = это ни текст в UTF-8, ни файл Excel (XLSX); сохраните файл как «CSV UTF-8» или XLSX
cli-what-open-quote = здесь открыта кавычка, которая нигде не закрыта
cli-what-workbook = файл Excel (XLSX) не открылся: он повреждён. Откройте его в Excel и сохраните заново ({ $cause })
cli-what-too-large = файл слишком велик; допускается не больше { $limit }
cli-what-unpacks-too-much = в распакованном виде книга занимает больше { $limit }; уберите лишние рисунки и листы или сохраните таблицу как «CSV UTF-8»
cli-what-too-many-rows = в файле слишком много строк; допускается не больше { $limit }
cli-what-cell-error = в ячейке ошибка книги ({ $value })
cli-what-circle = организация оказалась бы в подчинении у самой себя, через «{ $value }»
cli-what-no-executor = в словах «{ $value }» не узнана ни одна организация города; напишите её название или ключ
cli-what-no-providers = среди «организаций, оказывающих услуги» пока никого нет: сначала загрузите услуги
cli-no-organisations = Организаций пока нет. Сначала загрузите их: nazorat import organisations ФАЙЛ
cli-organisation-unknown = Организации «{ $value }» нет. Есть: { $allowed }
cli-people-hint = Каждый из них присоединяется по одноразовой ссылке: nazorat invite --role РОЛЬ --organisation КЛЮЧ --name ИМЯ или страница «Люди» в панели.
cli-calendar-moved = { $count ->
    [one] Изменился срок { $count } открытого поручения. Ответственным сотрудникам придёт сообщение.
    [few] Изменились сроки { $count } открытых поручений. Ответственным сотрудникам придёт сообщение.
   *[many] Изменились сроки { $count } открытых поручений. Ответственным сотрудникам придёт сообщение.
}

## The plan

cli-plan-title = План мероприятий по решению № { $number } от { $date }
cli-plan-executors = Исполнители: ответственных — { $main }, соисполнителей — { $co }.
cli-plan-unknown-executors = Не названа организация города, сохранено только словами: { $names }
cli-plan-no-organisations = Организаций пока нет, поэтому исполнители не искались.
cli-plan-not-named = Сохранённые мероприятия, которых нет в файле, остались без изменений: { $numbers }
cli-plan-waiting = { $count ->
    [one] { $count } мероприятие ждёт подтверждения: nazorat plan show --to-confirm
    [few] { $count } мероприятия ждут подтверждения: nazorat plan show --to-confirm
   *[many] { $count } мероприятий ждут подтверждения: nazorat plan show --to-confirm
}
cli-plan-obligations = { $count ->
    [one] Создано { $count } поручение.
    [few] Создано { $count } поручения.
   *[many] Создано { $count } поручений.
}
cli-plan-none = Плана пока нет. Загрузите его: nazorat import plan ФАЙЛ --adopted ГГГГ-ММ-ДД --number НОМЕР
cli-plan-unknown = Плана «{ $number }» нет. Есть: { $plans }
cli-plan-several = Планов несколько. Укажите нужный через --plan: { $plans }
cli-measure-unknown = В плане { $plan } нет мероприятия { $measure }.
cli-rule-certain = Однозначно
cli-rule-to-confirm = Требует подтверждения
cli-rule-confirmed = Подтверждено
cli-rule-no-date = Без даты
cli-rule-missing = Для «{ $phrase }» ничего не предложено. Укажите правило: --rule "monthly 5"
cli-rule-without-dates = Это правило не даёт дат: { $rule }. Укажите другое: --rule "on 2026-12-20"

## Invitations and links

cli-invite-for = { $name } — { $role }, { $place }. Ссылка сработает один раз в течение { $hours } ч и больше показана не будет.
cli-invite-telegram = Telegram: { $link }
cli-invite-payload = Telegram: /start { $payload }
cli-invite-no-bot = Бот ещё не запускался, и его адрес неизвестен. Запустите его (nazorat serve) и пригласите снова или откройте бота и отправьте строку выше.
cli-invite-panel = Панель: { $link }
cli-service-unknown = Услуги «{ $key }» нет. Все услуги: nazorat links
cli-links-none = Точек обслуживания пока нет. Сначала загрузите услуги: nazorat import services ФАЙЛ
cli-links-no-bot = Бот ещё не запускался, и его адрес неизвестен: строки кончаются тем, что стоит после «?start=».

## Tables

cli-migrate-done = Обновлено: { $names }.
cli-migrate-nothing = Таблицы уже обновлены.
cli-migrate-calendar = { $days ->
    [one] В пустой календарь внесён { $days } день.
    [few] В пустой календарь внесено { $days } дня.
   *[many] В пустой календарь внесено { $days } дней.
}
cli-migrate-first = Таблицы прежней версии. Сначала обновите их: nazorat migrate

## The doctor

doctor-ok = верно
doctor-warn = внимание
doctor-fail = НЕВЕРНО
doctor-failed = { $count ->
    [one] Найдена { $count } неисправность.
    [few] Найдено { $count } неисправности.
   *[many] Найдено { $count } неисправностей.
}
doctor-settings = Настройки годятся.
doctor-setting-unknown = { $name } — не настройка этой программы.
doctor-setting-unknown-mend = Сверьте имя с docs/settings.md.
doctor-address = Панель открывается по адресу { $url }.
doctor-address-local = { $url } открывается только на этом компьютере.
doctor-address-local-mend = Для других: укажите в NAZORAT_PUBLIC_URL адрес панели с https.
doctor-address-plain = { $url } не шифруется: написанное людьми можно прочитать по дороге.
doctor-address-plain-mend = Настройте https и укажите NAZORAT_PUBLIC_URL.
doctor-metrics = /metrics открывается по NAZORAT_METRICS_TOKEN.
doctor-metrics-closed = /metrics закрыт: NAZORAT_METRICS_TOKEN не задан.
doctor-files = В папку { $folder } можно писать.
doctor-files-later = Папка { $folder } появится при первом запуске.
doctor-files-closed = В папку { $folder } нельзя писать: { $cause }
doctor-files-mend = Дайте пользователю программы право записи или укажите NAZORAT_FILES.
doctor-database = База данных отвечает ({ $kind }), таблицы обновлены.
doctor-database-missing = Базы данных пока нет.
doctor-database-missing-mend = Её создаёт команда: nazorat migrate
doctor-database-closed = Базой данных нельзя пользоваться: { $cause }
doctor-database-mend = Проверьте NAZORAT_DATABASE_URL и запущена ли база данных.
doctor-tables-old = Таблицы прежней версии; не хватает: { $names }
doctor-tables-mend = Выполните: nazorat migrate
doctor-calendar = Выходные дни известны до { $day }.
doctor-calendar-ends = Выходные дни не известны на: { $years }
doctor-calendar-mend = Выполните: nazorat import calendar ФАЙЛ
doctor-days-unsure = Выходные дни, которые ещё не определены: { $days }
doctor-days-unsure-mend = Когда выйдет указ, исправьте их: nazorat import calendar ФАЙЛ
doctor-city-empty = Организаций пока нет.
doctor-city-empty-mend = Выполните: nazorat import organisations ФАЙЛ
doctor-officers = В каждой организации есть ответственный сотрудник.
doctor-officers-missing = Нет ответственного сотрудника: { $keys }
doctor-officers-mend = Выполните: nazorat invite --role officer --organisation КЛЮЧ --name ИМЯ
doctor-rules = Ни один срок не ждёт подтверждения.
doctor-rules-waiting = { $count ->
    [one] { $count } мероприятие ждёт подтверждения, напоминаний по нему нет.
    [few] { $count } мероприятия ждут подтверждения, напоминаний по ним нет.
   *[many] { $count } мероприятий ждут подтверждения, напоминаний по ним нет.
}
doctor-rules-mend = Выполните: nazorat plan show --to-confirm или откройте страницу «План» в панели.
doctor-token-missing = Нет токена.
doctor-token-missing-mend = Получите его у @BotFather и укажите в NAZORAT_BOT_TOKEN.
doctor-token = Telegram узнаёт токен: @{ $username }.
doctor-inline-off = В других чатах нельзя искать услуги по имени бота: режим inline выключен.
doctor-inline-mend = Отправьте @BotFather команду /setinline и выберите бота.
doctor-token-refused = Telegram не узнаёт токен: { $cause }
doctor-token-refused-mend = Сверьте NAZORAT_BOT_TOKEN с тем, что показывает @BotFather.
doctor-telegram-silent = Telegram не отвечает: { $cause }
doctor-telegram-mend = Проверьте сеть, прокси, NAZORAT_BOT_API_URL.
doctor-clock = Часы идут верно. В Ташкенте { $time }.
doctor-clock-wrong = { $seconds ->
    [one] Часы расходятся на { $seconds } секунду. По ним в Ташкенте { $time }.
    [few] Часы расходятся на { $seconds } секунды. По ним в Ташкенте { $time }.
   *[many] Часы расходятся на { $seconds } секунд. По ним в Ташкенте { $time }.
}
doctor-clock-mend = Включите установку времени по сети: timedatectl set-ntp true
doctor-polling = Бот сам забирает обновления.
doctor-webhook-left = Вебхук установлен, а NAZORAT_WEBHOOK_SECRET не задан.
doctor-webhook-left-mend = При следующем запуске бот его снимет. Если этим ботом пользуется другая программа, дайте каждой своего.
doctor-webhook-unset = Вебхук ещё не установлен.
doctor-webhook-unset-mend = Бот установит его при следующем запуске: nazorat serve
doctor-webhook-elsewhere = Вебхук ведёт в другое место: { $url }
doctor-webhook = { $count ->
    [one] Telegram доставляет обновления на { $url }; ждёт { $count }.
    [few] Telegram доставляет обновления на { $url }; ждут { $count }.
   *[many] Telegram доставляет обновления на { $url }; ждут { $count }.
}
doctor-webhook-troubled = { $count ->
    [one] У Telegram не получается с вебхуком: { $error }; ждёт { $count } обновление.
    [few] У Telegram не получается с вебхуком: { $error }; ждут { $count } обновления.
   *[many] У Telegram не получается с вебхуком: { $error }; ждут { $count } обновлений.
}
doctor-webhook-mend = Проверьте, что адрес доступен снаружи и сервис запущен.
cli-plan-ended = План № { $number } действует до { $day }; { $n ->
    [one] отменено { $n } более позднее поручение.
    [few] отменено { $n } более поздних поручения.
    [many] отменено { $n } более поздних поручений.
   *[other] отменено { $n } более поздних поручения.
}
