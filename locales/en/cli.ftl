### What the commands of the terminal say to the administrator. Plain text.

## Help

help = Nazorat: a Telegram bot and a panel with which a city keeps its promises on public e-services.
help-demo = An invented city on this machine: bot, chat page and panel, nothing to configure
help-serve = The service: bot, panel, reminders
help-import = Takes in tables: CSV or workbooks (XLSX)
help-import-plan = A plan of measures and its deadlines
help-import-organisations = The organisations and their tree
help-import-services = The services and who gives them
help-import-people = The people and their roles
help-import-calendar = The days off and the moved working days
help-plan = The measures and the rules of their deadlines
help-plan-show = Tells the measures, the rules and the next dates
help-plan-confirm = Gives a measure its rule; from then on it makes assignments
help-plan-end = Ends a plan: what would fall due later is not asked for any more
help-invite = Prints a one-time link for a new person
help-links = Prints the rating link of each service point
help-audit = The record of what was done
help-audit-verify = Checks that the record is whole: names entries that were changed or are missing
help-migrate = Brings the tables of the database up to date
help-doctor = Checks the installation and says how to mend it

cli-usage = Usage
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments

option-help = Print this help
option-version = Print the version
option-port = The port of the panel; the chat page takes the next one
option-keep = The folder that keeps the city; without it, the city is gone at the end
option-today = The day on which the demo begins
option-only = Run one part of the service only
option-file = The file: CSV or a workbook (XLSX)
option-dry-run = Only tell what would change, row by row; write nothing
option-adopted = The day on which the decree was adopted
option-number = The number of the decree
option-title = The title of the plan
option-json = Print the reading of each deadline as JSON, a line each; needs no database
option-plan = The number of the plan, where there are several
option-on = The last day on which the plan holds
option-to-confirm = Only the measures that wait to be confirmed
option-measure = The number of the measure in its plan
option-rule = The rule, such as “yearly 01-20”, “monthly 5”, “quarterly +1 10”, “weekly mon,thu”, “on 2026-12-20”, or JSON; without it, the proposed one
option-role = administrator, controller, head, officer or observer
option-organisation = The key of the organisation; without it, the city administration
option-name = The name of the person, as it will be shown
option-position = The position of the person
option-language = The language to speak to the person at first: uz-Latn, uz-Cyrl, ru or en
option-head = A newest fingerprint (SHA-256) that was noted elsewhere before: it has to be in the chain
option-service = Only the points of the service with this key

## The work

cli-error = Error: { $what }
cli-still-working = { $what }… { $seconds } s
cli-busy-database = Opening the database
cli-busy-migrating = Bringing the tables up to date
cli-busy-checking = Checking the record
cli-busy-writing = Writing
cli-busy-telegram = Asking Telegram
# $hash: of the last entry.
cli-audit-head = The newest fingerprint: { $hash }

## Settings

cli-settings-wrong = The settings cannot be used:
cli-setting-wrong = { $name } = { $value }: allowed is { $allowed }
cli-allowed-token = the token as BotFather gives it: digits, a colon, letters
cli-allowed-webhook-secret = 1 to 256 characters: letters, digits, _ and -
cli-allowed-key = 64 hexadecimal digits
cli-allowed-database = sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME
cli-allowed-url = an address that begins with http:// or https://
cli-allowed-https = an address that begins with https:// — Telegram brings updates to no other
cli-allowed-address = an address and a port, such as 127.0.0.1:8080
cli-allowed-number = a whole number from { $from } to { $to }
cli-allowed-one-of = one of: { $words }
cli-token-missing = There is no token. Ask @BotFather for one and put it into NAZORAT_BOT_TOKEN; to run the panel alone: nazorat serve --only panel.

## Import

cli-row-new = new
cli-row-changed = changed
cli-row-unchanged = same
cli-row-removed = removed
cli-import-sum = New: { $new }, changed: { $changed }, removed: { $removed }, same: { $unchanged }.
cli-import-done = Written.
cli-import-rehearsed = Nothing was written: this was a rehearsal.
cli-import-refused = { $count ->
    [one] Nothing was written: { $count } mistake in the file.
   *[other] Nothing was written: { $count } mistakes in the file.
}
cli-import-more-faults = { $count ->
    [one] … and { $count } more.
   *[other] … and { $count } more.
}
cli-place-row = { $file }, row { $row }
cli-place-cell = { $file }, row { $row }, column “{ $column }”
cli-what-empty = the cell is empty, a value is needed
cli-what-too-long = the text has { $length } characters, allowed are { $limit } at most
cli-what-not-one-of = “{ $value }” is not allowed; allowed is one of: { $allowed }
cli-what-not-a-key = “{ $value }” is no key; allowed are small Latin letters, digits, _ and -, 40 at most
cli-what-not-a-number = “{ $value }” is no number; allowed is a whole number from 1 on
cli-what-not-a-day = “{ $value }” is no date; allowed is 2026-12-20 or 20.12.2026
cli-what-twice = “{ $value }” stands already in row { $row }
cli-what-no-organisation = there is no organisation “{ $value }”; allowed is one of: { $allowed }
cli-what-extra-cells = the row has more cells than the header (“{ $value }”); put texts with commas in quotation marks
cli-what-no-header = no header was found; needed are the columns: { $columns }
cli-what-column-twice = the column “{ $column }” stands twice or means the same as another
cli-what-no-rows = there are no rows below the header
cli-what-not-text = this is neither a text in UTF-8 nor an Excel file (XLSX); save it as “CSV UTF-8” or as XLSX
cli-what-open-quote = a quotation mark is opened here and never closed
cli-what-workbook = the Excel file (XLSX) cannot be opened: it is damaged. Open it in Excel and save it anew ({ $cause })
cli-what-too-large = the file is too large; allowed are { $limit } at most
cli-what-unpacks-too-much = the workbook unpacks to more than { $limit }; remove pictures and sheets that are not needed, or save the table as “CSV UTF-8”
cli-what-too-many-rows = the file has too many rows; allowed are { $limit } at most
cli-what-cell-error = a cell holds an error of the workbook ({ $value })
cli-what-circle = the organisation would stand below itself, through “{ $value }”
cli-what-no-executor = no organisation of the city is recognised in “{ $value }”; write its name or its key
cli-what-no-providers = “organisations that give services” has nobody in it yet: import the services first
cli-no-organisations = There are no organisations yet. Import them first: nazorat import organisations FILE
cli-organisation-unknown = There is no organisation “{ $value }”. There are: { $allowed }
cli-people-hint = Each of them joins by a one-time link: nazorat invite --role ROLE --organisation KEY --name NAME, or the page “People” of the panel.
cli-calendar-moved = { $count ->
    [one] The due date of { $count } open assignment changed. Its officers are told.
   *[other] The due dates of { $count } open assignments changed. Their officers are told.
}

## The plan

cli-plan-title = Plan of measures of decree No { $number } of { $date }
cli-plan-executors = Executors: { $main } main, { $co } helping.
cli-plan-unknown-executors = Names no organisation of the city, kept as words only: { $names }
cli-plan-no-organisations = There are no organisations yet, so the executors were not looked for.
cli-plan-not-named = Measures that are kept and that the file does not name stay as they are: { $numbers }
cli-plan-waiting = { $count ->
    [one] { $count } measure waits to be confirmed: nazorat plan show --to-confirm
   *[other] { $count } measures wait to be confirmed: nazorat plan show --to-confirm
}
cli-plan-obligations = { $count ->
    [one] { $count } assignment was made.
   *[other] { $count } assignments were made.
}
cli-plan-none = There is no plan yet. Import one: nazorat import plan FILE --adopted YYYY-MM-DD --number NUMBER
cli-plan-unknown = There is no plan “{ $number }”. There are: { $plans }
cli-plan-several = There are several plans. Say which one by --plan: { $plans }
cli-measure-unknown = Plan { $plan } has no measure { $measure }.
cli-rule-certain = Certain
cli-rule-to-confirm = To be confirmed
cli-rule-confirmed = Confirmed
cli-rule-no-date = No date
cli-rule-missing = Nothing is proposed for “{ $phrase }”. Give the rule: --rule "monthly 5"
cli-rule-without-dates = This rule makes no dates: { $rule }. Give one that does: --rule "on 2026-12-20"

## Invitations and links

cli-invite-for = { $name } — { $role }, { $place }. The link works once, for { $hours } hours, and is not shown again.
cli-invite-telegram = Telegram: { $link }
cli-invite-payload = Telegram: /start { $payload }
cli-invite-no-bot = The bot has not run yet, so its address is unknown. Start it (nazorat serve) and invite again, or open the bot and send the line above.
cli-invite-panel = Panel: { $link }
cli-service-unknown = There is no service “{ $key }”. All of them: nazorat links
cli-links-none = There are no service points yet. Import the services first: nazorat import services FILE
cli-links-no-bot = The bot has not run yet, so its address is unknown: the lines end with what comes after “?start=”.

## Tables

cli-migrate-done = Brought up to date: { $names }.
cli-migrate-nothing = The tables are up to date.
cli-migrate-calendar = { $days ->
    [one] { $days } day was put into the empty calendar.
   *[other] { $days } days were put into the empty calendar.
}
cli-migrate-first = The tables are of an older version. Bring them up to date first: nazorat migrate

## The doctor

doctor-ok = ok
doctor-warn = look
doctor-fail = WRONG
doctor-failed = { $count ->
    [one] { $count } thing is wrong.
   *[other] { $count } things are wrong.
}
doctor-settings = The settings can be used.
doctor-setting-unknown = { $name } is no setting of this program.
doctor-setting-unknown-mend = Compare the name with docs/settings.md.
doctor-address = People reach the panel at { $url }.
doctor-address-local = { $url } is reached from this machine only.
doctor-address-local-mend = For others: set NAZORAT_PUBLIC_URL to the https address of the panel.
doctor-address-plain = { $url } is not encrypted: what people type can be read on the way.
doctor-address-plain-mend = Put the panel behind https and set NAZORAT_PUBLIC_URL.
doctor-metrics = /metrics opens with NAZORAT_METRICS_TOKEN.
doctor-metrics-closed = /metrics is closed: NAZORAT_METRICS_TOKEN is not set.
doctor-files = The folder { $folder } can be written to.
doctor-files-later = The folder { $folder } will be made on the first start.
doctor-files-closed = The folder { $folder } cannot be written to: { $cause }
doctor-files-mend = Give the program’s user the right to write there, or set NAZORAT_FILES.
doctor-database = The database answers ({ $kind }), its tables are up to date.
doctor-database-missing = There is no database yet.
doctor-database-missing-mend = It is made by: nazorat migrate
doctor-database-closed = The database cannot be used: { $cause }
doctor-database-mend = Check NAZORAT_DATABASE_URL, and that the database runs.
doctor-tables-old = The tables are of an older version; missing: { $names }
doctor-tables-mend = Run: nazorat migrate
doctor-calendar = The days off are known until { $day }.
doctor-calendar-ends = The days off are not known for: { $years }
doctor-calendar-mend = Run: nazorat import calendar FILE
doctor-days-unsure = Days off that are not certain yet: { $days }
doctor-days-unsure-mend = When the decree is out, correct them: nazorat import calendar FILE
doctor-city-empty = There are no organisations yet.
doctor-city-empty-mend = Run: nazorat import organisations FILE
doctor-officers = Every organisation has a responsible officer.
doctor-officers-missing = No responsible officer: { $keys }
doctor-officers-mend = Run: nazorat invite --role officer --organisation KEY --name NAME
doctor-rules = No deadline waits to be confirmed.
doctor-rules-waiting = { $count ->
    [one] { $count } measure waits to be confirmed and reminds nobody.
   *[other] { $count } measures wait to be confirmed and remind nobody.
}
doctor-rules-mend = Run: nazorat plan show --to-confirm, or open the page “Plan” of the panel.
doctor-token-missing = There is no token.
doctor-token-missing-mend = Ask @BotFather for one and put it into NAZORAT_BOT_TOKEN.
doctor-token = Telegram knows the token: @{ $username }.
doctor-inline-off = Services cannot be found by the bot’s name in other chats: inline mode is off.
doctor-inline-mend = Send /setinline to @BotFather and choose the bot.
doctor-token-refused = Telegram does not know the token: { $cause }
doctor-token-refused-mend = Compare NAZORAT_BOT_TOKEN with what @BotFather shows.
doctor-telegram-silent = Telegram does not answer: { $cause }
doctor-telegram-mend = Check the network, a proxy, NAZORAT_BOT_API_URL.
doctor-clock = The clock is right. In Tashkent it is { $time }.
doctor-clock-wrong = { $seconds ->
    [one] The clock is wrong by { $seconds } second. By it, it is { $time } in Tashkent.
   *[other] The clock is wrong by { $seconds } seconds. By it, it is { $time } in Tashkent.
}
doctor-clock-mend = Turn on the setting of the clock by the network: timedatectl set-ntp true
doctor-polling = The bot fetches its updates.
doctor-webhook-left = A webhook is set, and NAZORAT_WEBHOOK_SECRET is not.
doctor-webhook-left-mend = The bot removes it on its next start. If another program uses this bot, give each its own.
doctor-webhook-unset = The webhook is not set yet.
doctor-webhook-unset-mend = The bot sets it on its next start: nazorat serve
doctor-webhook-elsewhere = The webhook leads elsewhere: { $url }
doctor-webhook = { $count ->
    [one] Telegram brings updates to { $url }; { $count } waits.
   *[other] Telegram brings updates to { $url }; { $count } wait.
}
doctor-webhook-troubled = { $count ->
    [one] Telegram has trouble with the webhook: { $error }; { $count } update waits.
   *[other] Telegram has trouble with the webhook: { $error }; { $count } updates wait.
}
doctor-webhook-mend = Check that the address is reached from outside and that the service runs.
cli-plan-ended = Plan № { $number } holds until { $day }; { $n ->
    [one] { $n } later assignment is cancelled.
   *[other] { $n } later assignments are cancelled.
}
