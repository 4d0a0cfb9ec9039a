### Labels of buttons, and the short lines that answer a press. Plain text; a label has at most 40 characters.

## Languages

button-language-uz-latn = Oʻz
button-language-uz-cyrl = Ўз
button-language-ru = Ру
button-language-en = En

## Moving about

button-tasks = Топшириқларим
button-to-tasks = ← Рўйхат
button-previous = ← Олдинги
button-next = Кейинги →
button-help = Ёрдам
button-privacy = Махфийлик
button-panel = Панелни очиш
# Beside the text field: opens the panel inside Telegram. The shorter the better.
button-menu-panel = Панель

## Answers

button-answer-done = ✓ Бажарилди
button-answer-in-progress = Ижрода
button-answer-blocked = Тўсиқ бор
button-answer-nothing = Бу даврда иш йўқ
button-without-evidence = Далилсиз якунлаш
button-finish = Якунлаш
button-open-task = Топшириқни очиш
button-snooze-tomorrow = ⏰ Эртага эслатинг
button-snooze-on = ⏰ { $day } эслатинг
button-snooze-all = ⏰ Ҳаммасини эслатинг: { $day }

## Control

button-accept = ✓ Қабул қилиш
button-return = Қайтариш
button-back = ← Орқага
button-reviews = Текширувдагилар
button-to-reviews = ← Рўйхат
button-overdue = Муддати ўтганлар
button-status = Ҳолат
button-call = Эслатма юбориш
button-call-now = ✓ Ҳа, юборилсин
button-sheet = А4 варақ
button-reason-no-evidence = Далил йўқ
button-reason-incomplete = Тўлиқ бажарилмаган
button-reason-inaccurate = Маълумот нотўғри

# The reason as the officer reads it.
ready-reason-no-evidence = Тасдиқловчи ҳужжат бириктирилмаган.
ready-reason-incomplete = Иш тўлиқ бажарилмаган.
ready-reason-inaccurate = Маълумот нотўғри ёки аниқ эмас.

## Invitations and signing in

button-join = Розиман
button-yes = ✓ Ҳа, кираман
button-no = Йўқ

## Leave

button-back-to-work = Ишга қайтдим
button-call-off-leave = Таътилни бекор қилиш
button-leave-later = 📅 Кейинроқ бошланади
button-no-brief = 🔕 Хулоса келмасин
button-brief = 🔔 Хулоса келсин
toast-brief-on = Хулоса ҳар иш куни эрталаб келади
toast-brief-off = Хулоса энди келмайди
toast-leave-kept = Сақланди: ҳамкасбингизга хабар берилади
toast-leave-ended = Тугатилди: топшириқлар яна Сизга келади
toast-leave-was-over = Бу ўринбосарлик аввалроқ тугаган

## Handing over

button-hand-over = Ҳамкасбга бериш
button-withdraw-offer = Таклифни қайтариш
button-take-over = ✓ Оламан
button-decline-offer = Олмайман
toast-offer-made = Таклиф юборилди: ҳамкасбингиз жавоб беради
toast-offer-withdrawn = Таклиф қайтариб олинди
toast-offer-declined = Жавобингиз етказилади
toast-taken-over = Топшириқ Сизга ўтди

## Ratings

button-comment = Изоҳ ёзиш
button-no-comment = Изоҳсиз
button-change-mark = Баҳони ўзгартириш
button-mark-5 = ⭐⭐⭐⭐⭐ Аъло
button-mark-4 = ⭐⭐⭐⭐ Яхши
button-mark-3 = ⭐⭐⭐ Қониқарли
button-mark-2 = ⭐⭐ Қониқарсиз
button-mark-1 = ⭐ Жуда ёмон

## Short lines after a press, at most 200 characters

toast-answer-kept = Жавоб сақланди
toast-answered-before = Бу жавоб аввал қабул қилинган
toast-changed = Бу орада ўзгариш бўлган: хабар янгиланди
toast-only-private = Бу тугма фақат шахсий ёзишмада ишлайди. Менга шахсий хабар ёзинг.
toast-snoozed = { $day } куни эслатамиз
toast-snoozed-all = { $day } кунига қолдирилди: { $count } та
toast-nothing-snoozed = Қолдириб бўлмайди: муддатлар жуда яқин
toast-old-button = Бу тугма эскирган. Менюдан ёки /start буйруғидан фойдаланинг.
toast-trial = Бу синов хабари: тугмалари ҳеч нарсани ўзгартирмайди
toast-accepted = Қабул қилинди
toast-returned = Қайтарилди
toast-mark-kept = Баҳонгиз сақланди
toast-mark-known = Бу баҳонгиз аввал сақланган
toast-only-today = Баҳони фақат берилган куни ўзгартириш мумкин
toast-language = Тил алмаштирилди
toast-sheet = Варақ тайёрланмоқда, ҳозир келади
