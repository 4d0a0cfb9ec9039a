### The page of the calendar: days that differ from the plain week. Plain text.

calendar-title = Иш кунлари тақвими
calendar-lead = Байрамлар, қўшимча дам олиш кунлари ва ишланадиган шанбалар. Муддатлар шу тақвим бўйича ҳисобланади.
calendar-days = Оддий ҳафтадан фарқ қиладиган кунлар
calendar-none = Бу йил учун ҳали кун киритилмаган.
calendar-unsure = { $count } та кун ҳали расман тасдиқланмаган. Қарор чиққач, тасдиқланг ёки олиб ташланг.
calendar-computed = Қонун бўйича ҳисобланган
calendar-estimate = Тахминий, ойга қараб ўзгариши мумкин
calendar-confirm = Тасдиқлаш
calendar-remove = Олиб ташлаш
calendar-add = Кун қўшиш
calendar-name = Номи, қарорда ёзилганидек
calendar-kind = Қандай кун
calendar-weeks = Кимлар учун
calendar-save = Сақлаш
calendar-ask = { $count } та топшириқ муддати ўзгаради ва масъул ходимларга хабар боради. Сақлансинми?
calendar-sure = Ҳа, сақлансин
calendar-not-now = Йўқ
calendar-note = Сақлангач, шу кунга тўғри келган очиқ топшириқлар муддати силжийди ва масъул ходимларга битта хабар боради.
calendar-kept = Тақвим сақланди. Ҳеч бир топшириқ муддати ўзгармади.
calendar-moved = Тақвим сақланди. { $count } та топшириқ муддати ўзгарди, масъул ходимларга хабар боради.
calendar-wrong-date = Санани киритинг: тақвимда бор кун бўлсин.
calendar-wrong-name = Куннинг номини ёзинг.
calendar-long-name = Ном { $limit } белгидан ошмасин.
calendar-wrong-kind = Кун турини ва кимлар учун эканини танланг.
calendar-open = Иш кунлари тақвими
day-kind-holiday = Байрам
day-kind-additional-off = Қўшимча дам олиш куни
day-kind-moved-off = Кўчирилган дам олиш куни
day-kind-working = Ишланадиган дам олиш куни
weeks-all = ҳамма учун
weeks-five = беш кунлик ҳафта
weeks-six = олти кунлик ҳафта

## Due days that moved, in the history of an assignment

history-day-moved = Тақвим ўзгарди ({ $days }): муддат { $before } → { $after }.
# Beside a due date on the page of the plan: the day that the rule names, and why it is a day off.
plan-day-moved = режа бўйича { $planned }, дам олиш куни: { $why }
history-rule-changed = Муддат қоидаси қайта белгиланди: { $before } → { $after }.
history-rule-dropped = Янги муддат қоидаси бўйича бу давр учун топшириқ энди сўралмайди.
