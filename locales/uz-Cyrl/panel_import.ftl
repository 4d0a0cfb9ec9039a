### The pages of imports. Plain text.

import-title = Жадвалларни юклаш
import-lead = Аввал файл нимани ўзгартириши кўрсатилади. Ҳамма қатор тўғри бўлса ва Сиз тасдиқласангиз, ёзилади; бўлмаса ҳеч нарса ўзгармайди.
import-open = Жадвалдан юклаш
import-plan = Чора-тадбирлар режаси
import-about-plan = Режа ташкилотлар тузган кўринишда: бандлар, муддат сўзлари ва масъуллар. Муддат қоидаси сўзлардан ўқилади; аниқ бўлмагани тасдиқлашингизни кутади.
import-about-organisations = Ташкилотлар ва уларнинг бўйсунуви. Калити таниш бўлса, маълумотлари янгиланади.
import-about-services = Хизматлар ва уларни кўрсатадиган ташкилотлар. Янги хизматга нуқта ва QR код ўзи яратилади.
import-about-people = Ходимлар ва уларнинг вазифалари. Ҳар бири кейин бир марталик ҳавола билан қўшилади.
import-about-calendar = Байрамлар ва кўчирилган иш кунлари. Очиқ топшириқларнинг муддати шунга қараб сурилади.
import-columns = Устунлари
import-sample = Намуна файлни юклаб олиш
import-file = Файл: CSV ёки XLSX
# $limit: a size.
import-limit = Кўпи билан { $limit }. Каттароқ файл серверда юкланади.
import-number = Қарор рақами
import-adopted = Қарор қабул қилинган кун
import-plan-title = Режа номи (ихтиёрий)
import-look = Нима ўзгаришини кўриш
import-no-file = Файлни танланг.
import-empty-file = Файл бўш. Ичида жадвал бор файлни танланг.
import-no-number = Қарор рақамини ёзинг.
import-no-day = Қарор қабул қилинган кунни танланг.
import-not-kept = Кўрилган файл энди сақланмаган ёки алмаштирилган. Уни қайтадан танланг.
import-would = Шундай ўзгаради
import-nothing-yet = Ҳали ҳеч нарса ёзилмади. Рўйхатни кўриб, кейин тасдиқланг.
# $until: a moment.
import-kept-until = Файл { $until } гача сақланади.
import-carry-out = Ёзиш
import-other = Бошқа файлни танлаш
import-wrong = Файлда хатолар бор, ҳеч нарса ёзилмади
import-mend = Файлни тузатиб, қайтадан юкланг.
import-row = Қатор
import-change = Нима бўлади
import-about = Жадвал ҳақида
# The column that names what a row brings.
import-entry = Ёзув
import-more-rows = … ва яна { $count } та қатор.
