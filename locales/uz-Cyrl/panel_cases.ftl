### Панелда паст баҳолар бўйича мурожаатлар. Оддий матн.

case-left-out = Баҳо текширувдан сўнг ҳисобга олинмади, шунинг учун жавоб кутилмайди.
case-reopened = Фуқаро жавобдан қониқмади, шунинг учун мурожаат қайта очилди.
case-wanted = Фуқаро жавобни кутмоқда ва уни Telegramда шу ерда ёзилганидек ўқийди.
case-verdict-solved = Фуқаро айтади: ёрдам берди.
case-verdict-partly = Фуқаро айтади: қисман ёрдам берди.
case-verdict-not = Фуқаро айтади: ёрдам бермади.
case-figures-median = Жавобгача одатдаги иш вақти
case-figures-solved = Ёрдам берган жавоблар
case-figures-of = { $judged } тадан { $solved } таси
case-hours = { $hours } соат
case-days = { $days } иш куни
case-figures-none = ҳали номаълум
case-policy = Мурожаат қачон очилади
case-policy-low = Шу баҳо ва ундан пасти
case-policy-days = Жавоб учун иш куни
case-policy-keep = Сақлаш
case-policy-wrong = Баҳо 1 дан 4 гача, иш куни 1 дан { $longest } гача.
case-policy-note = Мурожаатни паст баҳо очади. Яхши баҳо билан ёзилган шикоят ҳам очиши мумкин:
case-policy-themes = Изоҳ мавзулари
case-policy-kept = Сақланди. Янги баҳолар учун амал қилади.

## The list

ratings-cases-title = Мурожаатлар
ratings-cases-lead = Паст баҳо ёки шикоят очган мурожаатлар: ташкилот уларни муддатида кўриб чиқиб, жавоб беради.
ratings-cases-none = Бундай мурожаат йўқ.
cases-open = Очиқ
cases-late = Кечиккан
cases-answered = Жавоб берилган
cases-all = Барча мурожаатлар
