### What follows an answer: the promised day, the reason, the proof. In Telegram's HTML; values are escaped.

## After an answer: the promised day, the reason, the proof

item-evidence-required = 📎 Далил талаб қилинади
answer-ask-proof =
    <b>📎 Бу топшириқ далил билан топширилади</b>
    Расм, ҳужжат, ҳавола, NIS.UZ рақами ёки камида { $least } белгили изоҳ юборинг. Шундан кейин ҳисобот топширилган бўлади.
answer-not-reported-yet = Ҳисобот ҳали топширилмади.
answer-ask-day = 📅 Қачон тайёр бўлади? Кунни танланг ёки изоҳ ва ҳужжат юборинг ({ $limit } белгигача).
answer-choose-day = 📅 <b>Қайси кунга тайёр бўлади?</b>
answer-promised = 📅 Ваъда қилинган кун: <b>{ $date }</b>
answer-promised-after-due = ⚠️ Бу кун муддатдан кейин. Муддат ўзгармайди: <b>{ $date }</b>.
answer-ask-why-nothing = ✍️ Нега бу даврда иш бўлмади? Сабабни танланг ёки ёзинг ({ $limit } белгигача).
answer-nothing-needs-acceptance = Бу жавоб назоратчи қабул қилгандан кейин ҳисобга олинади.
answer-ask-take-back = ↩️ <b>Ҳисоботни қайтариб оласизми?</b>
answer-taken-back-is-open = Топшириқ яна очиқ бўлади. Кейинги ҳисобот қайси куни топширилса, ўша кун ҳисобга олинади.
answer-taken-back-late = ⚠️ Муддат ўтиб бўлган: янги ҳисобот кечиккан деб ҳисобланади.
evidence-of-answer = Жавоб: «{ $answer }».
evidence-files-kept = 📎 <b>Жавобга бириктирилди: { $count } та файл</b>
evidence-record-kept = 📎 <b>NIS.UZ рақами бириктирилди:</b> { $number }
evidence-cause-kept = ✍️ <b>Сабаб сақланди:</b> { $reason }
evidence-ask-record =
    <b>NIS.UZ даги ёзув рақамини ёзинг</b>
    4 тадан 20 тагача ҳарф, рақам ва чизиқча. Масалан: 123456
evidence-ask-more =
    <b>📎 Жавобга нима қўшасиз?</b>
    Матн ({ $limit } белгигача), расм, ҳужжат, ҳавола ёки NIS.UZ рақамини юборинг.
evidence-not-taken =
    <b>Бу файлни қабул қила олмаймиз: { $name }</b>
    Қабул қилинади: расм, PDF, DOCX, XLSX, PPTX, TXT, CSV ва архив (ZIP, RAR, 7Z). Бошқа файл ўрнига ҳавола ёки матн юборишингиз мумкин.
evidence-edited =
    ✏️ <b>Ўзгартириш сақланди: жавобнинг { $version }-нусхаси</b>
    Аввалги нусхаси ҳам сақланади.
unsupported-voice = Овозли хабарни қабул қила олмаймиз. Илтимос, шу гапни ёзиб юборинг.
unsupported-video = Видеони қабул қила олмаймиз. Ундан бир нечта сурат ёки видеога ҳавола юборинг.
unsupported-sticker = Стикер жавобга қўшилмайди. Матн, расм ёки ҳужжат юборинг.
unsupported-contact = Телефон рақами керак эмас ва сақланмайди. Матн, расм ёки ҳужжат юборинг.
unsupported-location = Жойлашув сақланмайди. Манзилни матн қилиб ёзинг ёки жойнинг суратини юборинг.

## A file that could not be fetched

news-file-lost =
    ⚠️ <b>Файлни ола олмадик: { $name }</b>
    Telegram уни бизга бера олмади, шунинг учун у жавобда очилмайди. Илтимос, файлни қайта юборинг.

## The proof as a controller sees it

review-link = 🔗 { $link }
review-record = 🔢 NIS.UZ рақами: { $number }
review-changed = ✏️ Жавоб { $count } марта ўзгартирилган
files-not-sent = Файлларни бу ерга юбориб бўлмади. Уларни панелда очишингиз мумкин.
