### What follows an answer: the promised day, the reason, the proof. In Telegram's HTML; values are escaped.

## After an answer: the promised day, the reason, the proof

item-evidence-required = 📎 Нужно подтверждение
answer-ask-proof =
    <b>📎 По этому поручению нужно подтверждение</b>
    Пришлите фото, документ, ссылку, номер в NIS.UZ или пояснение (не короче { $least } зн.). После этого отчёт будет сдан.
answer-not-reported-yet = Отчёт пока не сдан.
answer-ask-day = 📅 Когда будет готово? Выберите день или пришлите пояснение (до { $limit } знаков) и документы.
answer-choose-day = 📅 <b>К какому дню будет готово?</b>
answer-promised = 📅 Обещанный день: <b>{ $date }</b>
answer-promised-after-due = ⚠️ Этот день позже срока. Срок не меняется: <b>{ $date }</b>.
answer-ask-why-nothing = ✍️ Почему в этом периоде нечего сообщить? Выберите причину или напишите (до { $limit } знаков).
answer-nothing-needs-acceptance = Этот ответ будет засчитан, когда его примет контролёр.
answer-ask-take-back = ↩️ <b>Отозвать отчёт?</b>
answer-taken-back-is-open = Поручение снова станет открытым. Считаться будет день, когда Вы сдадите новый отчёт.
answer-taken-back-late = ⚠️ Срок уже прошёл: новый отчёт будет считаться сданным с опозданием.
evidence-of-answer = Ответ: «{ $answer }».
evidence-files-kept = { $count ->
    [one] 📎 <b>Прикреплён к ответу { $count } файл</b>
    [few] 📎 <b>Прикреплены к ответу { $count } файла</b>
   *[many] 📎 <b>Прикреплены к ответу { $count } файлов</b>
}
evidence-record-kept = 📎 <b>Номер в NIS.UZ прикреплён:</b> { $number }
evidence-cause-kept = ✍️ <b>Причина сохранена:</b> { $reason }
evidence-ask-record =
    <b>Напишите номер записи в NIS.UZ</b>
    От 4 до 20 букв, цифр и дефисов. Например: 123456
evidence-ask-more =
    <b>📎 Что добавить к ответу?</b>
    Пришлите текст (до { $limit } знаков), фото, документ, ссылку или номер в NIS.UZ.
evidence-not-taken =
    <b>Этот файл мы принять не можем: { $name }</b>
    Принимаем: фото, PDF, DOCX, XLSX, PPTX, TXT, CSV и архивы (ZIP, RAR, 7Z). Вместо другого файла можно прислать ссылку или текст.
evidence-edited =
    ✏️ <b>Изменение сохранено: версия ответа { $version }</b>
    Прежняя версия тоже хранится.
unsupported-voice = Голосовое сообщение мы принять не можем. Пожалуйста, напишите то же самое текстом.
unsupported-video = Видео мы принять не можем. Пришлите несколько фото или ссылку на видео.
unsupported-sticker = Стикер к ответу не прикрепить. Пришлите текст, фото или документ.
unsupported-contact = Номер телефона не нужен и не сохраняется. Пришлите текст, фото или документ.
unsupported-location = Местоположение не сохраняется. Напишите адрес текстом или пришлите фото места.

## A file that could not be fetched

news-file-lost =
    ⚠️ <b>Файл получить не удалось: { $name }</b>
    Telegram не смог передать его нам, поэтому в ответе он не откроется. Пожалуйста, пришлите файл ещё раз.

## The proof as a controller sees it

review-link = 🔗 { $link }
review-record = 🔢 Номер в NIS.UZ: { $number }
review-changed = { $count ->
    [one] ✏️ Ответ изменяли { $count } раз
    [few] ✏️ Ответ изменяли { $count } раза
   *[many] ✏️ Ответ изменяли { $count } раз
}
files-not-sent = Отправить файлы сюда не удалось. Их можно открыть в панели.
