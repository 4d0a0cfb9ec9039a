### What the bot writes about more time, several reports at once and re-checks, in Telegram's HTML. Values are escaped.

## More time: the officer asks

extension-ask-day =
    🗓 <b>Қайси кунгача вақт керак?</b>
    Ҳозирги муддат: <b>{ $date }</b>. Янги кунни танланг: кўпи билан { $limit } кун кейин.
extension-ask-reason =
    ✍️ <b>Нега қўшимча вақт керак?</b>
    Янги муддат: <b>{ $date }</b>
    Сабабни танланг ёки ўз сўзингиз билан ёзиб юборинг.
extension-sent = 📨 <b>Сўров назоратчига юборилди</b>
extension-sent-next = Қарорни шу ерда ёзамиз. Унгача аввалги муддат амал қилади.
extension-due = Ҳозирги муддат: <b>{ $date }</b>
extension-wanted = Сўралган муддат: <b>{ $date }</b>
item-extension-waits = 🗓 Муддатни узайтириш сўралган: { $date }. Қарор кутилмоқда.
item-deadline-extended = Асл муддат: { $date } (узайтирилган)

## More time: control decides

extension-title = 🗓 <b>Муддатни узайтириш сўрови</b>
extension-asked-by = Сўради: { $person }, { $moment }
extension-granted = ✅ <b>Муддат узайтирилди</b>
extension-refused = ✖️ <b>Муддат узайтирилмади</b>
extension-refusal-reason = Рад этиш сабаби: { $reason }
extension-withdrawn = <b>Сўров қайтариб олинди</b>
extension-new-due = Янги муддат: <b>{ $date }</b>
extension-old-due = Аввалги муддат: { $date }
extension-decided-by = Қарор қабул қилди: { $person }
extension-withdrawn-by = Сўровни қайтариб олди: { $person }
extension-ask-refusal =
    ✖️ <b>Нега рад этиляпти?</b>
    Тайёр сабабни танланг ёки ўз сўзингиз билан ёзиб юборинг. Сабаб масъул ходимга етказилади.
extensions-title = <b>Муддат сўровлари: { $count } та</b>
extensions-line = { $number }. <b>{ $due } → { $wanted }</b> — { $organisation }: { $text }
extensions-hint = Сўровни танланг:
extensions-none = ✅ <b>Қарор кутаётган муддат сўрови йўқ</b>

## More time: the officer hears

news-extension-granted-next = Ишни янги муддатгача якунлаб, ҳисобот беринг.
news-extension-refused-next = Муддат ўзгармади: <b>{ $date }</b>. Иш ҳолати бўйича жавоб беринг.

## Several reports at once

together-title = <b>{ $count } та ҳисоботни бирдан қабул қиласизми?</b>
together-line = { $number }. { $organisation }: { $text }
together-line-late = { $number }. { $organisation }: { $text } — <i>кечикиб топширилган</i>
together-late = ⚠️ Кечикиб топширилган: <b>{ $count }</b>
together-own = Ўзингиз топширган ҳисоботлар бунга кирмайди: { $count } та. Уларни бошқа назоратчи кўради.
together-none = <b>Бу саҳифада Сиз қабул қила оладиган ҳисобот йўқ</b>
together-done = ✅ <b>Қабул қилинди: { $count } та ҳисобот</b>
together-failed = ⚠️ Қабул қилинмади: <b>{ $count }</b>
together-failed-line = { $organisation }: { $text } — { $reason }
reviews-line-aged = { $number }. <b>{ $date }</b> ({ $holder }: { $age }) — { $organisation }: { $text }

## The second look

rechecks-title = <b>Қайта текшириш: { $count } та ҳисобот</b>
rechecks-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
rechecks-hint = Ҳисоботни танланг:
rechecks-none = ✅ <b>Сиз қайта текширадиган ҳисобот йўқ</b>
recheck-title = 🔎 <b>Қайта текшириш</b>
recheck-accepted = Қабул қилган: { $person }, { $moment }
recheck-hint = Бу ҳисоботни тасодифий танлов белгилади. У ҳақиқатга мосми?
recheck-stands = ✅ <b>Ҳисобот тасдиқланди</b>
recheck-falls = ✖️ <b>Ҳисобот тасдиқланмади</b>
recheck-ask-reason =
    ✖️ <b>Нега тасдиқланмайди?</b>
    Тайёр сабабни танланг ёки ўз сўзингиз билан ёзиб юборинг. Сабаб ташкилотга етказилади.
news-recheck-fell = 🔎 <b>Қайта текширувда ҳисоботингиз тасдиқланмади</b>
news-recheck-next = Бу ташкилотингизнинг ишонч даражасини пасайтиради. Камчиликни тузатиб, назоратчига хабар беринг.
