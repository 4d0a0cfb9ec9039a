### The record of what was done, and the check of its chain. Plain text.

nav-audit = Амаллар дафтари
audit-title = Амаллар дафтари
audit-lead = Ким, қачон, нима қилган. Ёзувлар ўзгармайди ва ўчирилмайди.
audit-who = Ким
audit-what = Нима
audit-where = Ташкилот
audit-from = Қайси кундан
audit-to = Қайси кунгача
audit-words = Сабабдаги сўзлар
audit-any = Барчаси
audit-show = Кўрсатиш
audit-none = Бундай ёзув йўқ. Шартлардан бирини олиб ташлаб кўринг.
audit-none-here = Бу қисмда топилмади, эскироқ ёзувлар бор.
audit-clear = Барча ёзувларни кўрсатиш
audit-older = Эскироқлари
audit-newest = Энг янгилари
# $number: of the event.
audit-entry = Ёзув № { $number }
# A filter. $number: of the thing.
audit-only-one = Фақат № { $number }
audit-changes = Нима ўзгарган
audit-raw = Тўлиқ ёзув
audit-before = аввал
audit-after = кейин
chain-open = Яхлитлигини текшириш
chain-title = Дафтарнинг яхлитлиги
chain-lead = Ҳар бир ёзув ўзидан олдингиларининг изи (SHA-256) билан боғланган. Бирор ёзув яширинча ўзгартирилса ёки олиб ташланса, бу ерда кўринади.
chain-newest = Энг янги из
chain-note-down = Бу изни қоғозга кўчириб, бошқа жойда сақланг. Кейин уни қуйига ёзиб, дафтар қайта тузилмаганини текширасиз.
chain-noted = Аввал ёзиб олинган из
chain-no-hash = Бу из эмас. Из 64 та белгидан иборат: рақамлар ва лотин алифбосининг биринчи олти ҳарфи. Тўлиқ кўчирганингизни текширинг.
chain-check = Текшириш
chain-faults = Топилган носозликлар
# $event: its number.
chain-fault-changed = № { $event } ёзув ўзгартирилган.
# $event: its number.
chain-fault-missing = № { $event } ёзув йўқ.
# $first, $last: places in the chain.
chain-fault-gap = Занжирда { $first }–{ $last }-ўриндаги ҳалқалар йўқ.
# $event: its number.
chain-fault-unlinked = № { $event } ёзув дастурдан ташқарида киритилган.
chain-fault-head = Охирги из охирги ёзувга мос эмас.
chain-fault-noted = Ёзиб олинган из занжирда йўқ: дафтар охиридан кесилган ёки қайта тузилган.
# $count: how many events were checked.
chain-whole = Текширилган { $count } та ёзувнинг барчаси жойида.
# $count: how many faults there are.
chain-broken = { $count } та носозлик топилди. Захира нусхани сақлаб қўйинг ва дастур эгасига хабар беринг.
# $command: what to type at the server. $count: how many events there are.
chain-part = Жами { $count } та ёзув бор, бу ерда фақат охиргилари текширилади. Барчасини серверда «{ $command }» буйруғи текширади.

## Kinds of things

thing-obligation = Топшириқлар
thing-measure = Чора-тадбирлар
thing-plan = Режалар
thing-person = Ходимлар
thing-organisation = Ташкилотлар
thing-service = Хизматлар
thing-calendar = Тақвим
thing-point = Нуқталар
thing-case = Мурожаатлар
thing-comment = Изоҳлар
thing-quarantine = Четга олинган баҳолар
thing-publication = Эълон қилинган натижалар
thing-report = Ҳисоботлар
thing-backup = Захира нусхалари
thing-citizen = Фуқаролар
thing-message = Хабарлар
thing-update = Telegramдан келган хабарлар
thing-escalation = Муддат ўтиши
thing-case-policy = Мурожаатлар тартиби
thing-control = Назорат
thing-rating-limits = Баҳолар чегараси
thing-themes = Изоҳ мавзулари

## What changed

field-state = Ҳолат
field-due = Муддат
field-original = Узайтиришсиз муддат
field-submitted-on = Ҳисобот куни
field-wanted = Сўралган муддат
field-answer = Жавоб
field-text = Матн
field-promised = Ваъда қилинган сана
field-answered-at = Жавоб берилган вақт
field-role = Вазифа
field-mark = Баҳо
field-ends = Охирги кун
field-first = Биринчи кун
field-last = Охирги кун
field-until = Қайси кунгача
field-items = Топшириқлар сони
field-cancelled = Бекор қилинганлар
field-marks = Баҳолар сони
field-cases-closed = Ёпилган мурожаатлар
field-messages = Хабарлар сони
field-period = Давр
field-version = Нашр
field-sha256 = SHA-256
# What a plan says, in another language than that of the decree. $field: what it is; $language: the name of the language.
field-translated = { $field } ({ $language })
field-code = Ҳавола коди
field-name = Номи
field-person-name = Исми
field-position = Лавозим
field-level = Даража
# The place of the newest event when a report was made.
field-record-position = Журналдаги ўрни
# Where a step of telling about something overdue stands.
step-waiting = Навбати келмаган
step-told = Хабар берилди
step-vacant = Хабар берадиган одам йўқ
step-over = Энди керак эмас
