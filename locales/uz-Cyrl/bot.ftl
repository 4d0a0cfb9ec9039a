### What the bot writes, in Telegram's HTML. Values are escaped.

## First words

start-citizen =
    <b>Ассалому алайкум!</b>

    Бу бот орқали шаҳардаги давлат хизматларини бир босишда баҳолайсиз.

    Хизмат кўрсатилган жойдаги QR кодни телефонингиз камераси билан сканерланг: савол шу ерда чиқади. QR код бўлмаса, хизмат номини шу ерга ёзинг. Исмингиз ҳам, телефон рақамингиз ҳам сўралмайди.

    <i>Ташкилот ходими бўлсангиз, администратордан шахсий таклиф ҳаволасини сўранг.</i>
start-known = <b>Ассалому алайкум, { $name }!</b>
start-role = { $role } — { $organisation }
start-more-roles = ва яна { $count } та вазифа
start-officer = Муддат яқинлашса, иш куни соат 09:00 да эслатамиз. Жавоб бериш учун икки марта босиш кифоя.
start-controller = Ҳисобот келганда хабар берамиз: қабул қиласиз ёки сабабини кўрсатиб қайтарасиз.
start-administrator = Ташкилотлар, одамлар ва режа панелда бошқарилади. Панелга киришни шу ерда тасдиқлайсиз.
start-observer = Натижаларни панелда кузатасиз. Панелга киришни шу ерда тасдиқлайсиз.
start-no-role = Ҳозирча Сизга вазифа бириктирилмаган. Керак бўлса, администраторга мурожаат қилинг.

## Invitations

invitation-title = <b>{ $name }, Сизни ижро назорати тизимига таклиф қилишди</b>
invitation-consent =
    Давом этиш учун розилигингиз керак.

    <b>Мақсад:</b> муддатларни эслатиш ва жавобларингизни қабул қилиш.
    <b>Сақланади:</b> исмингиз, лавозимингиз, Telegram идентификаторингиз, тилингиз, жавобларингиз ва юборган файлларингиз.
    <b>Сақланмайди:</b> телефон рақамингиз ва бошқа ёзишмаларингиз.

    Розиликни исталган вақтда қайтариб олиш мумкин: /maxfiylik
invitation-accepted = ✅ <b>Хуш келибсиз, { $name }!</b>
invitation-already = Сиз бу таклифни аввал қабул қилгансиз, ҳаммаси жойида.
invitation-unusable =
    <b>Бу ҳавола ишламайди</b>
    { $reason }

## Language

language-choose = <b>Тилни танланг</b>

## Tasks and the morning digest

digest-title = <b>Эслатма: { $date }</b>
tasks-title = <b>Топшириқларим: { $count } та</b>
# Above what is overdue, when a leader reminds of it.
tasks-called = Муддати ўтган топшириқлар: <b>{ $count } та</b>
tasks-overdue = 🛑 Муддати ўтган: <b>{ $count }</b>
tasks-due-today = ⚠️ Бугун тугайди: <b>{ $count }</b>
tasks-due-soon = ⏳ 7 кун ичида: <b>{ $count }</b>
tasks-later = ⚪ 7 кундан кейин: <b>{ $count }</b>
tasks-line = { $number }. { $emoji } <b>{ $due }</b> ({ $left }) — { $text }
# The heading of the reports that control has not decided about, one such report, and the period of one of several equal lines.
tasks-under-review = 👁 <b>Текширувда: { $count }</b>
tasks-line-under-review = { $number }. <b>{ $date }</b> да топширилган — { $text }
tasks-period = 🗓 Давр: { $period }
tasks-page = <i>{ $of } саҳифадан { $page }-саҳифа</i>
tasks-hint = Топшириқни танланг:
tasks-none =
    ✅ <b>Очиқ топшириқ йўқ</b>

    Ҳаммаси жойида. Янги муддат яқинлашса, ўзимиз эслатамиз.

## One task

item-overdue = Муддати { $days } кун ўтди
item-due-today = Муддат бугун тугайди
item-days-left = Муддатга { $days } кун қолди
item-review = Ҳисобот текширувда
item-review-late = Ҳисобот текширувда, кечикиб топширилган
item-done = Назоратдан ечилди
item-done-late = Назоратдан ечилди, кечикиб бажарилган
item-cancelled = Бекор қилинди
item-basis = № { $plan } қарор, { $number }-банд
item-period = Давр: { $period }
item-deadline = Муддат: <b>{ $date }</b>
item-deadline-shifted = Режадаги сана: { $date } (дам олиш куни)
item-last-answer = Сўнгги жавоб: «{ $answer }», { $date }
item-no-answer = Ҳали жавоб берилмаган
item-returned = ↩️ Қайта ижрога юборилди: { $reason }
item-result = <blockquote expandable>Натижа: { $result }</blockquote>
item-title = { $emoji } <b>{ $title }</b>
item-signed = { $emoji } { $title }
item-measure = <b>{ $text }</b>

## After an answer

answer-kept = <b>Жавоб сақланди: «{ $answer }»</b>
answer-goes-to-review = Ҳисоботни { $controller } текширади. Натижасини шу ерда ёзамиз.
answer-goes-to-control = Ҳисоботни назоратчи ходим текширади. Натижасини шу ерда ёзамиз.
answer-stays-open = Топшириқ очиқ қолади, муддат: <b>{ $date }</b>.
answer-ask-evidence = 📎 Изоҳ ёки далил қўшасизми? Матн ({ $limit } белгигача), расм ёки ҳужжат юборинг.
answer-ask-reason = ✍️ Нима тўсқинлик қиляпти? Сабабни танланг ёки ёзинг ({ $limit } белгигача), ҳужжат юборсангиз ҳам бўлади.
evidence-text-kept = 📎 <b>Изоҳ жавобга бириктирилди</b>
evidence-file-kept = 📎 <b>Жавобга бириктирилди:</b> { $name }
evidence-file-known = 📎 Бу файл аввал бириктирилган: { $name }
evidence-more = Яна матн ёки файл юборишингиз мумкин.
evidence-too-big =
    <b>Файл жуда катта: { $size }</b>
    Telegram { $limit } гача бўлган файлни олишга имкон беради. Файлни сиқинг, бўлиб юборинг ёки ҳаволасини матн қилиб ёзинг.
evidence-photo-name = Расм
evidence-document-name = Ҳужжат
evidence-not-expected = Бу қайси топшириққа тегишли? Аввал рўйхатдан топшириқни танлаб, жавоб беринг, кейин файлни юборинг.

## Control

reviews-title = <b>Текширувда: { $count } та ҳисобот</b>
reviews-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
reviews-hint = Ҳисоботни танланг:
reviews-none =
    ✅ <b>Текшириладиган ҳисобот йўқ</b>

    Янги ҳисобот келса, шу ерда хабар берамиз.
review-title = 👁 <b>Текшириш учун ҳисобот</b>
review-submitted-on-time = Топширилди: { $moment }, ўз вақтида
review-submitted-late = Топширилди: { $moment }, { $days } кун кечикиб
review-answer = Жавоб: «{ $answer }», { $person }
review-text = Изоҳ: { $text }
review-evidence = 📎 Далил: { $count } та файл
review-no-evidence = Далил бириктирилмаган
review-accepted = ✅ <b>Қабул қилинди, назоратдан ечилди</b>
review-returned = ↩️ <b>Қайта ижрога юборилди</b>
review-cancelled = ⛔ <b>Топшириқ бекор қилинди</b>
review-taken-back = ↩️ <b>Ҳисобот қайтариб олинди</b>
# Below a report that waits no more: who decided, or took it back.
review-decided-by = { $person }, { $moment }
review-reason = Сабаб: { $reason }
review-officer-is-told = Масъул ходимга хабар боради.
review-ask-reason =
    ↩️ <b>Нега қайтариляпти?</b>
    Тайёр сабабни танланг ёки ўз сўзингиз билан ёзиб юборинг. Сабаб масъул ходимга етказилади.
review-decided = Бу ҳисобот бўйича қарор қабул қилинган.
status-title = <b>Режа ижроси: { $date }</b>
status-rate = 📊 Ўз вақтида, { $period }: <b>{ $rate }</b> ({ $done } / { $due })
status-no-rate = 📊 Ҳали муддати келган топшириқ йўқ
status-overdue = 🛑 Муддати ўтган: <b>{ $count }</b>
status-review = 👁 Текширувда: <b>{ $count }</b>
status-blocked = ⛔ Тўсиқ бор: <b>{ $count }</b>
status-due-soon = ⏳ Муддати 7 кун ичида: <b>{ $count }</b>
status-worst = <b>Энг кўп кечикканлар</b>
status-worst-line = { $number }. { $organisation } — { $count } та
status-all-good = ✅ Кечиккан ташкилот йўқ
overdue-title = <b>Муддати ўтган: { $count } та топшириқ</b>
overdue-line = { $number }. <b>{ $left }</b> — { $organisation }: { $text }
# Below such a line.
overdue-promised = 💬 { $answer }, ваъда: { $date }
overdue-none =
    ✅ <b>Муддати ўтган топшириқ йўқ</b>

    Ҳамма ўз вақтида ишлаяпти.

## News

news-accepted = ✅ <b>Ҳисоботингиз қабул қилинди</b>
news-accepted-thanks = Топшириқ назоратдан ечилди. Меҳнатингиз учун раҳмат!
news-returned = ↩️ <b>Қайта ижрога юборилди</b>
news-returned-next = Камчиликни тузатиб, янги жавоб беринг.
news-cancelled = ✖️ <b>Топшириқ бекор қилинди</b>
news-cancelled-next = Энди жавоб бериш шарт эмас.
news-case-comment = Изоҳ: «{ $comment }»
news-case-due = Сабабини аниқлаб, чора кўринг. Муддат: <b>{ $date }</b>
news-update-parked =
    ⚠️ <b>Битта хабарни қайта ишлаб бўлмади</b>
    Хабар рақами: { $number }. У сақлаб қўйилди; сабабини журналдан кўринг.

## Ratings

rate-question = Хизматдан қанчалик мамнунсиз?
rate-privacy = <i>Сақланади: хизмат, баҳо ва вақт. Исм ва рақам сўралмайди. Бу — ҳокимликнинг ўз сўрови.</i>
rate-unknown-point =
    <b>Бу QR код бўйича хизмат топилмади</b>

    Код эскирган бўлиши мумкин. Хизмат кўрсатиш жойидаги ходимдан янгисини сўранг.
rate-thanks = <b>Раҳмат! Баҳонгиз сақланди</b>
rate-low-thanks = <b>Раҳмат, баҳонгиз сақланди</b>
rate-mark = { $stars } { $mark }
rate-case = Ташкилот буни кўриб чиқиб, <b>{ $date }</b> кунигача жавоб бериши керак.
rate-case-withdrawn = Баҳо оширилгани учун очилган мурожаат ёпилди.
rate-official =
    <i>Бу сўров Ягона порталдаги баҳонинг ўрнини босмайди. Расмий мурожаат: my.gov.uz, Адлия вазирлиги — 1008.</i>
rate-change-until = <i>Баҳони бугун ўзгартириш мумкин.</i>
rate-not-today =
    <b>Бу баҳони энди ўзгартириб бўлмайди</b>

    Баҳони фақат берилган куни ўзгартириш мумкин. Хизматдан яна фойдалансангиз, QR кодни қайтадан сканерланг.
comment-ask =
    <b>Изоҳингизни битта хабар қилиб ёзинг</b>

    Нима ёқди ёки нима ёқмади? { $limit } белгигача.
    <i>Исм, телефон ва ҳужжат рақамларини ёзманг: бундай рақамлар яширилади.</i>
comment-kept = 💬 Изоҳингиз сақланди
comment-shown = 💬 Изоҳ: «{ $comment }»
comment-empty = Изоҳ бўш чиқди. Бир-икки сўз ёзинг ёки изоҳсиз қолдиринг.
comment-only-words =
    <b>Фақат матн қабул қилинади</b>

    Шахсий маълумотларингизни асраш учун расм, овоз ва бошқа файлларни қабул қилмаймиз. Илтимос, изоҳни сўз билан ёзинг.

## Sign-in to the panel

sign-in-ask =
    <b>Панелга кирасизми?</b>

    Браузер экранида <b>{ $code }</b> рақами турибдими? Рақам бошқа бўлса ёки киришни ўзингиз сўрамаган бўлсангиз, «Йўқ» тугмасини босинг.
sign-in-approved =
    ✅ <b>Кириш тасдиқланди</b>
    Браузер ўзи давом этади.
sign-in-refused =
    ✖️ <b>Кириш рад этилди</b>
    Киришни Сиз сўрамаган бўлсангиз, бу ҳақда администраторга айтинг.
sign-in-unusable =
    <b>Бу кириш ҳаволаси ишламайди</b>

    Муддати тугаган ёки аллақачон ишлатилган. Кириш саҳифасини янгилаб, қайтадан уриниб кўринг.
sign-in-not-for-you =
    <b>Панелга кириш ҳуқуқингиз йўқ</b>

    Панел ташкилот ходимлари учун. Ходим бўлсангиз, администратордан таклиф ҳаволасини сўранг.

## Help

help-citizen =
    <b>Бу бот нима қилади?</b>

    Давлат хизматидан кейин QR кодни сканерланг ва баҳони босинг. Истасангиз, изоҳ ёзинг. Паст баҳони ташкилот кўриб чиқиши шарт.

    /til — тилни алмаштириш
    /maxfiylik — нима сақланади

    Расмий мурожаат: my.gov.uz, Адлия вазирлиги — 1008.
help-title = <b>Ёрдам</b>
help-officer =
    /vazifalar — топшириқларим
    Жавоб бериш: топшириқни танланг, жавобни босинг, хоҳласангиз матн ёки файл қўшинг.
    /tatil — таътилга чиқиш ва ўринбосар
help-controller =
    /holat — қисқача аҳвол
    /tekshiruv — кутаётган ҳисоботлар
    /kechikkan — муддати ўтганлар
    /xulosa — эрталабки хулосани ёқиш ёки ўчириш
help-panel = Панел: одамлар, режа ва ҳисоботлар. Кириш учун панел саҳифасидаги QR код ёки ҳаволани очинг.
help-common =
    /til — тилни алмаштириш
    /maxfiylik — нима сақланади
    /bekor — бошланган ишни бекор қилиш

## When nothing else fits

cancel-done = Бекор қилинди. Ҳеч нарса ўзгармади.
cancel-nothing = Бекор қиладиган нарса йўқ.
unknown-citizen =
    Бу хабар сақланмади. Баҳо берганингиздан кейин ярим соат ичида ёзсангиз, у изоҳ бўлади; кейинроқ «Изоҳ ёзиш» тугмасини босинг.

    Хизматни баҳолаш учун QR кодни сканерланг. Расмий мурожаат: my.gov.uz, Адлия вазирлиги — 1008.
unknown-known = Нима қилишни тушунмадим. Қуйидагилардан бирини танланг:
unsupported-known = Бундай хабарни қабул қила олмаймиз. Матн, расм ёки ҳужжат юборинг.
edited-not-kept = Ўзгартирилган хабар ҳисобга олинмайди: керакли матнни янги хабар қилиб юборинг.
only-private = Мен фақат шахсий ёзишмада ишлайман. Менга шахсий хабар ёзинг.
sorry =
    <b>Кечирасиз, бизда хато юз берди</b>
    Администраторга хабар берилди. Бироздан сўнг қайта уриниб кўринг.
