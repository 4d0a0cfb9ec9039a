### Pages of a day that is over, two days side by side, and the matrix of the plan. Plain text.

## A past day

day-choose = Ўтган кун
day-label = Қайси кун охиридаги ҳолат?
day-show = Кўрсатиш
# Above every page of a past day. $date: the day.
day-banner = Ҳолат: { $date } охирига.
day-frozen = Саҳифа фақат кўриш учун, рақамлари ўзгармайди.
day-today = Бугунги ҳолат
day-rows = Ҳолат ўша кунники. Қаторни боссангиз, топшириқнинг ўша кунги ҳолати очилади.
day-marks = Шу кунгача берилган баҳолар, кун охиридаги ҳисоб бўйича.
# Among what needed attention. $count: how many organisations.
day-vacant = { $count } та ташкилотда масъул ходим тайинланмаган эди
# Below what needed attention: what cannot be told of a past day; the second for those who control.
day-unknown = Ўша куни хабар кимга етиб боргани ва фуқаролар шикоятлари қай ҳолатда бўлгани сақланмайди.
day-unknown-control = Ўша куни хабар кимга етиб боргани, фуқаролар шикоятлари қай ҳолатда бўлгани ва қайси муддатлар тасдиқни кутгани сақланмайди.
# Above the history of an assignment on a past day.
day-obligation = Ўша кун охиригача содир бўлган ҳамма нарса. Жавобга кейин қўшилган сўзлар ҳам унинг матнида туради.
day-wrong = Бу куннинг ҳолати йўқ
day-unreadable = Сана тушунарсиз ёзилган. Уни тақвимдан танланг ёки 2026-11-20 кўринишида ёзинг.
day-future = Бу кун ҳали келмаган. Бугунни ёки ўтган кунни танланг.
day-before = Ёзувлар { $date } куни бошланган, ундан олдинги ҳолат номаълум. Шу кунни ёки кейинги кунни танланг.

## Two days side by side

compare-title = Икки кунни солиштириш
compare-from = Биринчи кун
compare-to = Иккинчи кун
compare-show = Солиштириш
compare-better = { $from } дан { $to } гача муддатида бажарилган топшириқлар улуши { $before } дан { $after } га кўтарилди.
compare-worse = { $from } дан { $to } гача муддатида бажарилган топшириқлар улуши { $before } дан { $after } га тушди.
compare-same = { $from } дан { $to } гача муддатида бажарилган топшириқлар улуши ўзгармади: { $share }.
compare-no-rate = { $from } ёки { $to } куни ҳали бирорта топшириқнинг муддати келмаган эди, улушни солиштириб бўлмайди.
compare-overdue-more = Муддати ўтган топшириқлар кўпайди: { $before } та эди, { $after } та бўлди.
compare-overdue-fewer = Муддати ўтган топшириқлар камайди: { $before } та эди, { $after } та бўлди.
compare-overdue-same = Муддати ўтган топшириқлар сони ўзгармади: { $count } та.
compare-none-overdue = Иккала кунда ҳам муддати ўтган топшириқ йўқ.
compare-worst-first = Аввал энг ёмонлашгани
compare-change = Ўзгариш
compare-improved = яхшиланди
compare-worsened = ёмонлашди
compare-unchanged = ўзгармади
compare-not-comparable = солиштириб бўлмайди

## The matrix

nav-matrix = Матрица
matrix-lead = Қаторларда чора-тадбирлар, устунларда ташкилотлар. Ҳар бир белги битта топшириқ: босилса, очилади.
matrix-region = Чора-тадбирлар ва ташкилотлар жадвали, ён томонга сурилади
matrix-total = Жами
matrix-section = Режа бўлими
matrix-all-sections = Барча бўлимлар
matrix-measures = Чора-тадбирлар
# Which part of a long list is shown. $label: the list.
matrix-part = { $label }: { $all } тадан { $first }–{ $until }
# What a sign says to who cannot see it. $number: the measure in the plan.
matrix-sign = { $number }-банд, { $organisation }: { $standing }, муддат { $date }
matrix-more = яна { $number } та топшириқ
matrix-legend = Белгилар
