# Reports for leaders: the pages, and what stands in PDF, XLSX and CSV.
nav-reports = Ҳисоботлар
reports-lead = Ҳар бир ҳисобот тузилган пайтдаги рақамларни сақлайди: кейин ҳеч нарса ўзгармайди ва файллар ҳар сафар айнан бир хил чиқади.
reports-make = Янги ҳисобот
reports-what = Ҳисобот тури
reports-about = Ташкилот
# An organisation that was closed, among those a report may be about.
reports-closed = { $name } (ёпилган)
reports-sheet = Йиғилиш учун маълумотнома
reports-sheet-today = Маълумотнома: бугунги ҳолат
reports-sheet-day = Маълумотнома: { $day } охиридаги ҳолат
reports-months = Ойлик ҳисобот
reports-years = Йиллик ҳисобот
reports-button = Тузиш
reports-wrong = Рўйхатдан ҳисобот тури ва ташкилотни танланг.
reports-none = Ҳали ҳисобот тузилмаган. Тур ва ташкилотни танлаб, биринчисини тузинг.
reports-report = Ҳисобот
reports-made = Тузилган вақти
reports-who = Ким тузган
reports-event = Охирги воқеа
reports-number = № { $number }
reports-a4 = А4 маълумотнома
# $month: "2026 йил ноябрь"; $year: "2026".
report-month = { $month } ойи бўйича топшириқлар ижроси тўғрисида ҳисобот
report-year = { $year } йил бўйича топшириқлар ижроси тўғрисида ҳисобот
# $day: "2026 йил 1 декабрь".
report-as-of = { $day } ҳолатига
# $rate: "74,8 %"; $due: how many fell due; $done: how many of them were reported on time.
report-lead = Муддати келган { $due } та топшириқдан { $done } таси ўз вақтида бажарилди — { $rate }.
report-lead-none = Бу даврда муддати келган топшириқ йўқ.
report-expected = Жами топшириқ
report-fell-due = Муддати келган
report-on-time = Ўз вақтида
report-late = Кечикиб
report-extended = Муддати узайтирилган
report-cancelled = Бекор қилинган
report-rate = Ўз вақтидаги ижро
report-rate-original = Асл муддатлар бўйича ижро
report-mean = Фуқаролар баҳоси
report-marks = Баҳолар сони
report-answers = Паст баҳоларга жавоблар
# Below the figures. $least: from how many marks on a mean is told.
report-how = Ўз вақтидаги ижро: муддати келган топшириқлардан ўз вақтида топширилганларининг улуши; бекор қилинганлари ҳисобга олинмайди. Баҳо { $least } тадан кам бўлса, ўртача кўрсатилмайди.
# Heads of narrow columns.
report-column-late = Кечикиб
report-column-rate = Ижро
report-column-original = Асл муддатда
report-column-marks = Баҳолар
report-organisations = Ташкилотлар бўйича
report-overdue = Муддати ўтган топшириқлар
report-by-month = Ойлар бўйича
report-month-name = Ой
report-days = Кечикди, кун
report-said = Сўнгги жавоб
report-all = Жами
# $id: its number; $moment: when it was made; $name: by whom; $event: the number of the latest event in it.
report-foot = Ҳисобот № { $id } · { $moment } да тузилди · { $name } · охирги воқеа № { $event }
report-frozen = Рақамлар { $moment } ҳолатига сақланган ва ўзгармайди.
report-files = Файллар
report-summary = Умумий
# The list of obligations as a file.
export-files = Юклаб олиш
export-plan = Режа
export-point = Банд
export-period = Давр
export-original = Асл муддат
export-promised = Ваъда қилинган кун
export-reported = Топширилган кун
export-link = Топшириқ №
# Heads of the table of single figures in CSV.
report-figure = Кўрсаткич
report-value = Қиймат
# Files that take long: their pages. $percent: "40 %"; $size: "3 MB".
exports-title = Тайёрланган файллар
exports-lead = Катта файллар Сиз ишлаб турганингизда тайёрланади. Улар шу ерда кўпи билан бир кун сақланади, кейин ўчирилади; файлни исталган пайтда қайта тайёрлатиш мумкин.
exports-none = Бир кун ичида файл тайёрланмаган. Тайёрлаш бир неча сониядан ортиқ вақт оладиган ҳисобот ёки рўйхат шу ерда ўзи пайдо бўлади.
exports-file = Файл
exports-state = Ҳолати
exports-begun = Сўралган вақти
exports-waiting = Навбатини кутмоқда
exports-making = Тайёрланмоқда: { $percent }
exports-ready = Тайёр, { $size }
exports-failed = Файлни тайёрлаб бўлмади. Қайта тайёрлатинг; яна такрорланса, администраторга айтинг.
exports-interrupted = Файл тайёр бўлгунча хизмат қайта ишга туширилди. Уни қайта тайёрлатинг.
exports-leave = Бу саҳифадан кетишингиз мумкин: файл барибир тайёрланади ва уни “Тайёрланган файллар” бўлимидан топасиз.
exports-download = Юклаб олиш
exports-again = Қайта тайёрлаш
