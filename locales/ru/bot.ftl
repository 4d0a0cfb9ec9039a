### What the bot writes, in Telegram's HTML. Values are escaped.

## First words

start-citizen =
    <b>Здравствуйте!</b>

    Здесь можно оценить государственные услуги города — одним нажатием.

    Наведите камеру телефона на QR-код в месте, где Вам оказали услугу: вопрос появится здесь. Нет QR-кода — напишите здесь название услуги. Ни имя, ни телефон мы не спрашиваем.

    <i>Если Вы сотрудник организации, попросите у администратора личную ссылку-приглашение.</i>
start-known = <b>Здравствуйте, { $name }!</b>
start-role = { $role } — { $organisation }
start-more-roles = { $count ->
    [one] и ещё { $count } роль
    [few] и ещё { $count } роли
   *[many] и ещё { $count } ролей
}
start-officer = Когда приближается срок, мы напомним в рабочий день в 09:00. Чтобы ответить, достаточно двух нажатий.
start-controller = Когда придёт отчёт, мы сообщим: Вы примете его или вернёте с указанием причины.
start-administrator = Организациями, людьми и планом управляют в панели. Вход в неё Вы подтверждаете здесь.
start-observer = За результатами Вы следите в панели. Вход в неё Вы подтверждаете здесь.
start-no-role = Пока за Вами не закреплена ни одна роль. Если она нужна, обратитесь к администратору.

## Invitations

invitation-title = <b>{ $name }, Вас приглашают в систему контроля исполнения</b>
invitation-consent =
    Чтобы продолжить, нужно Ваше согласие.

    <b>Цель:</b> напоминать о сроках и принимать Ваши ответы.
    <b>Хранится:</b> имя, должность, идентификатор Telegram, язык, Ваши ответы и присланные файлы.
    <b>Не хранится:</b> номер телефона и другая переписка.

    Согласие можно отозвать в любое время: /privacy
invitation-accepted = ✅ <b>Добро пожаловать, { $name }!</b>
invitation-already = Вы уже приняли это приглашение, всё в порядке.
invitation-unusable =
    <b>Эта ссылка не действует</b>
    { $reason }

## Language

language-choose = <b>Выберите язык</b>

## Tasks and the morning digest

digest-title = <b>Напоминание: { $date }</b>
tasks-title = <b>Мои поручения: { $count }</b>
# Above what is overdue, when a leader reminds of it.
tasks-called = Просрочено поручений: <b>{ $count }</b>
tasks-overdue = 🛑 Просрочено: <b>{ $count }</b>
tasks-due-today = ⚠️ Срок сегодня: <b>{ $count }</b>
tasks-due-soon = ⏳ В ближайшие 7 дней: <b>{ $count }</b>
tasks-later = ⚪ Больше чем через 7 дней: <b>{ $count }</b>
tasks-line = { $number }. { $emoji } <b>{ $due }</b> ({ $left }) — { $text }
# The heading of the reports that control has not decided about, one such report, and the period of one of several equal lines.
tasks-under-review = 👁 <b>На проверке: { $count }</b>
tasks-line-under-review = { $number }. сдан <b>{ $date }</b> — { $text }
tasks-period = 🗓 Период: { $period }
tasks-page = <i>Страница { $page } из { $of }</i>
tasks-hint = Выберите поручение:
tasks-none =
    ✅ <b>Открытых поручений нет</b>

    Всё в порядке. Когда приблизится новый срок, мы напомним сами.

## One task

item-overdue = { $days ->
    [one] Просрочено на { $days } день
    [few] Просрочено на { $days } дня
   *[many] Просрочено на { $days } дней
}
item-due-today = Срок истекает сегодня
item-days-left = { $days ->
    [one] До срока { $days } день
    [few] До срока { $days } дня
   *[many] До срока { $days } дней
}
item-review = Отчёт на проверке
item-review-late = Отчёт на проверке, сдан с опозданием
item-done = Снято с контроля
item-done-late = Снято с контроля, исполнено с опозданием
item-cancelled = Отменено
item-basis = Решение № { $plan }, пункт { $number }
item-period = Период: { $period }
item-deadline = Срок: <b>{ $date }</b>
item-deadline-shifted = Дата по плану: { $date } (выходной)
item-last-answer = Последний ответ: «{ $answer }», { $date }
item-no-answer = Ответа ещё не было
item-returned = ↩️ Возвращено на доработку: { $reason }
item-result = <blockquote expandable>Результат: { $result }</blockquote>
item-title = { $emoji } <b>{ $title }</b>
item-signed = { $emoji } { $title }
item-measure = <b>{ $text }</b>

## After an answer

answer-kept = <b>Ответ сохранён: «{ $answer }»</b>
answer-goes-to-review = Отчёт проверит { $controller }. О результате мы напишем здесь.
answer-goes-to-control = Отчёт проверит контролёр. О результате мы напишем здесь.
answer-stays-open = Поручение остаётся открытым, срок: <b>{ $date }</b>.
answer-ask-evidence = 📎 Добавите пояснение или подтверждение? Пришлите текст (до { $limit } знаков), фото или документ.
answer-ask-reason = ✍️ Что мешает? Выберите причину или напишите (до { $limit } знаков); можно прислать и документ.
evidence-text-kept = 📎 <b>Пояснение прикреплено к ответу</b>
evidence-file-kept = 📎 <b>Прикреплено к ответу:</b> { $name }
evidence-file-known = 📎 Этот файл уже прикреплён: { $name }
evidence-more = Можно прислать ещё текст или файл.
evidence-too-big =
    <b>Файл слишком большой: { $size }</b>
    Telegram позволяет получить файл до { $limit }. Сожмите его, пришлите частями или напишите ссылку на него.
evidence-photo-name = Фото
evidence-document-name = Документ
evidence-not-expected = К какому поручению это относится? Сначала выберите поручение в списке и ответьте, затем пришлите файл.

## Control

reviews-title = <b>На проверке: { $count }</b>
reviews-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
reviews-hint = Выберите отчёт:
reviews-none =
    ✅ <b>Отчётов на проверку нет</b>

    Когда придёт новый отчёт, мы сообщим здесь.
review-title = 👁 <b>Отчёт на проверку</b>
review-submitted-on-time = Сдан: { $moment }, в срок
review-submitted-late = { $days ->
    [one] Сдан: { $moment }, с опозданием на { $days } день
    [few] Сдан: { $moment }, с опозданием на { $days } дня
   *[many] Сдан: { $moment }, с опозданием на { $days } дней
}
review-answer = Ответ: «{ $answer }», { $person }
review-text = Пояснение: { $text }
review-evidence = { $count ->
    [one] 📎 Подтверждение: { $count } файл
    [few] 📎 Подтверждение: { $count } файла
   *[many] 📎 Подтверждение: { $count } файлов
}
review-no-evidence = Подтверждение не приложено
review-accepted = ✅ <b>Принято, снято с контроля</b>
review-returned = ↩️ <b>Возвращено на доработку</b>
review-cancelled = ⛔ <b>Поручение отменено</b>
review-taken-back = ↩️ <b>Отчёт отозван</b>
# Below a report that waits no more: who decided, or took it back.
review-decided-by = { $person }, { $moment }
review-reason = Причина: { $reason }
review-officer-is-told = Ответственный сотрудник получит сообщение.
review-ask-reason =
    ↩️ <b>Почему возвращаете?</b>
    Выберите готовую причину или напишите своими словами. Причину увидит ответственный сотрудник.
review-decided = По этому отчёту решение уже принято.
status-title = <b>Выполнение плана: { $date }</b>
status-rate = 📊 В срок, { $period }: <b>{ $rate }</b> ({ $done } / { $due })
status-no-rate = 📊 Поручений, срок которых уже наступил, пока нет
status-overdue = 🛑 Просрочено: <b>{ $count }</b>
status-review = 👁 На проверке: <b>{ $count }</b>
status-blocked = ⛔ Есть препятствие: <b>{ $count }</b>
status-due-soon = ⏳ Срок в ближайшие 7 дней: <b>{ $count }</b>
status-worst = <b>Больше всего просрочек</b>
status-worst-line = { $number }. { $organisation } — { $count }
status-all-good = ✅ Организаций с просрочкой нет
overdue-title = { $count ->
    [one] <b>Просрочено: { $count } поручение</b>
    [few] <b>Просрочено: { $count } поручения</b>
   *[many] <b>Просрочено: { $count } поручений</b>
}
overdue-line = { $number }. <b>{ $left }</b> — { $organisation }: { $text }
# Below such a line.
overdue-promised = 💬 { $answer }, обещано к { $date }
overdue-none =
    ✅ <b>Просроченных поручений нет</b>

    Все работают в срок.

## News

news-accepted = ✅ <b>Ваш отчёт принят</b>
news-accepted-thanks = Поручение снято с контроля. Спасибо за работу!
news-returned = ↩️ <b>Возвращено на доработку</b>
news-returned-next = Устраните замечание и ответьте ещё раз.
news-cancelled = ✖️ <b>Поручение отменено</b>
news-cancelled-next = Отвечать больше не нужно.
news-case-comment = Комментарий: «{ $comment }»
news-case-due = Выясните причину и примите меры. Срок: <b>{ $date }</b>
news-update-parked =
    ⚠️ <b>Одно сообщение не удалось обработать</b>
    Номер: { $number }. Оно сохранено; причина — в журнале.

## Ratings

rate-question = Насколько Вы довольны услугой?
rate-privacy = <i>Хранятся услуга, оценка и время. Имя и номер не спрашиваем. Это собственный опрос хокимията.</i>
rate-unknown-point =
    <b>По этому QR-коду услуга не найдена</b>

    Возможно, код устарел. Попросите новый у сотрудника там, где оказывают услугу.
rate-thanks = <b>Спасибо! Оценка сохранена</b>
rate-low-thanks = <b>Спасибо, оценка сохранена</b>
rate-mark = { $stars } { $mark }
rate-case = Организация должна разобраться в этом и ответить. Срок: <b>{ $date }</b>.
rate-case-withdrawn = Оценка повышена, поэтому открытое обращение закрыто.
rate-official =
    <i>Этот опрос не заменяет оценку на Едином портале. Официально обратиться: my.gov.uz, Министерство юстиции — 1008.</i>
rate-change-until = <i>Сегодня оценку ещё можно изменить.</i>
rate-not-today =
    <b>Эту оценку уже нельзя изменить</b>

    Оценку можно изменить только в тот же день. Если снова получите услугу, отсканируйте QR-код ещё раз.
comment-ask =
    <b>Напишите комментарий одним сообщением</b>

    Что понравилось, а что нет? До { $limit } знаков.
    <i>Не пишите имена, телефоны и номера документов: такие номера скрываются.</i>
comment-kept = 💬 Комментарий сохранён
comment-shown = 💬 Комментарий: «{ $comment }»
comment-empty = Комментарий получился пустым. Напишите хотя бы пару слов или оставьте оценку без него.
comment-only-words =
    <b>Принимаем только текст</b>

    Чтобы беречь Ваши личные данные, мы не принимаем фото, голосовые и другие файлы. Пожалуйста, напишите комментарий словами.

## Sign-in to the panel

sign-in-ask =
    <b>Войти в панель?</b>

    На экране браузера стоит число <b>{ $code }</b>? Если число другое или Вы не входили, нажмите «Нет».
sign-in-approved =
    ✅ <b>Вход подтверждён</b>
    Браузер продолжит сам.
sign-in-refused =
    ✖️ <b>Во входе отказано</b>
    Если входили не Вы, сообщите администратору.
sign-in-unusable =
    <b>Эта ссылка для входа не действует</b>

    Она устарела или уже использована. Обновите страницу входа и попробуйте ещё раз.
sign-in-not-for-you =
    <b>У Вас нет доступа к панели</b>

    Панель предназначена для сотрудников организаций. Если Вы сотрудник, попросите у администратора ссылку-приглашение.

## Help

help-citizen =
    <b>Что делает этот бот?</b>

    После получения услуги отсканируйте QR-код и нажмите на оценку. При желании добавьте комментарий. Низкую оценку организация обязана рассмотреть.

    /language — сменить язык
    /privacy — что хранится

    Официально обратиться: my.gov.uz, Министерство юстиции — 1008.
help-title = <b>Помощь</b>
help-officer =
    /tasks — мои поручения
    Как ответить: выберите поручение, нажмите ответ, при желании добавьте текст или файл.
    /leave — отпуск и замещение
help-controller =
    /status — коротко о выполнении
    /review — отчёты на проверке
    /overdue — просроченное
    /brief — включить или выключить утреннюю сводку
help-panel = Панель: люди, план и отчёты. Для входа откройте QR-код или ссылку со страницы панели.
help-common =
    /language — сменить язык
    /privacy — что хранится
    /cancel — отменить начатое

## When nothing else fits

cancel-done = Отменено. Ничего не изменилось.
cancel-nothing = Отменять нечего.
unknown-citizen =
    Это сообщение не сохранено. Комментарием станет то, что Вы напишете в первые полчаса после оценки; позже нажмите кнопку «Комментарий».

    Чтобы оценить услугу, отсканируйте QR-код. Официально обратиться: my.gov.uz, Министерство юстиции — 1008.
unknown-known = Не понял, что нужно сделать. Выберите, пожалуйста:
unsupported-known = Такое сообщение мы принять не можем. Пришлите текст, фото или документ.
edited-not-kept = Изменённое сообщение не учитывается: пришлите нужный текст новым сообщением.
only-private = Я работаю только в личной переписке. Напишите мне лично.
sorry =
    <b>Извините, у нас произошла ошибка</b>
    Администратору сообщено. Попробуйте ещё раз немного позже.
