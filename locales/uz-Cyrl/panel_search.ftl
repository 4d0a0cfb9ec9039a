### Search, saved lists, keys. Plain text.

search-title = Қидирув
search-measures = Чора-тадбирлар
search-services = Хизматлар
search-points = Нуқталар
search-all = Барча натижалар
search-more = Яна кўрсатиш
search-short = Камида икки ҳарф ёзинг.
# $words: what was typed.
search-none = «{ $words }» бўйича ҳеч нарса топилмади.
search-hint = Ташкилот, хизмат ёки нуқта номини, ходим исмини, топшириқ матнидаги сўзни ёки чора-тадбир рақамини ёзинг. Лотин ёки кирилл ёзуви, имло хатоси — фарқи йўқ.
# $number: of the measure. $plan: the number of its decree.
search-measure = { $number }-чора-тадбир, { $plan }-сон қарор
views-title = Сақланган рўйхатлар
views-lead = Бу рўйхатлар фақат Сизга кўринади.
views-none = Ҳозирча йўқ. Рўйхатни фильтрланг ва «Бу рўйхатни сақлаш»ни босинг.
views-save = Бу рўйхатни сақлаш
views-manage = Тартибга солиш
views-name = Рўйхат номи
views-keep = Сақлаш
views-rename = Номини ўзгартириш
views-remove = Ўчириш
views-unnamed = Номсиз
# $count: how many one may keep.
views-full = Бир киши { $count } тагача рўйхат сақлайди. Кераксизини ўчириб, қайтадан уриниб кўринг.
keys-title = Тезкор тугмалар
keys-lead = Сичқончасиз, клавиатура билан тезроқ юринг.
keys-search = Қидирув
keys-next = Рўйхатдаги кейинги қатор
keys-previous = Рўйхатдаги олдинги қатор
keys-help = Шу саҳифа
keys-note = Матн ёзаётганингизда бу тугмалар оддий ҳарф бўлиб қолади.
keys-are-on = Тезкор тугмалар ёқилган.
keys-are-off = Тезкор тугмалар ўчирилган.
keys-turn-off = Ўчириб қўйиш
keys-turn-on = Ёқиш
