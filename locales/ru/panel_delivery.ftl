### The page of deliveries: which messages arrived, and which did not and why. Plain text.

nav-delivery = Доставка
delivery-title = Доставка сообщений
delivery-lead = Сообщения, которые бот отправил или отправит. Их текст здесь не показывается.
delivery-shelf-troubled = Требуют внимания
delivery-shelf-waiting = В очереди
delivery-shelf-sent = Отправлено сегодня
delivery-shelf-dropped = Не отправлено сегодня
delivery-none-troubled = Всё в порядке: нерешённых проблем нет.
delivery-none-waiting = Очередь пуста.
delivery-none-sent = Сообщений ещё не отправляли.
delivery-none-dropped = Остановленных сообщений нет.
delivery-none-person = Этому человеку сообщений не отправляли.
delivery-of = Только: { $name }
delivery-citizen = Гражданин или группа
delivery-when-waiting = Будет отправлено после { $date }
delivery-when-sent = Отправлено { $date }
delivery-when-over = Остановлено { $date }
delivery-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
   *[many] { $count } попыток
}
delivery-words = Ответ Telegram
delivery-text = Текст, который не удалось прочитать
delivery-went-plain = Человек получил тот же текст без оформления. Сообщите разработчику программы.
delivery-to-person = Открыть на странице людей
delivery-retry = Отправить снова
delivery-give-up = Закрыть
delivery-retry-all = Отправить снова все
delivery-give-up-all = Закрыть все
delivery-said-retried = { $count ->
    [one] { $count } сообщение снова в очереди.
    [few] { $count } сообщения снова в очереди.
   *[many] { $count } сообщений снова в очереди.
}
delivery-said-given-up = { $count ->
    [one] { $count } сообщение закрыто.
    [few] { $count } сообщения закрыты.
   *[many] { $count } сообщений закрыто.
}
delivery-said-nothing = Ничего не изменилось: по этому сообщению решение уже принято.
delivery-parked = Необработанные сообщения боту
delivery-parked-lead = Бот не понял их, или при обработке произошла ошибка. Когда она исправлена, попробуйте снова.
delivery-parked-number = Сообщение { $number }
delivery-parked-again = Попробовать снова
delivery-parked-settle = Решено
delivery-parked-asked = Повторная обработка ожидает очереди.
delivery-said-again = Сообщение поставлено на повторную обработку. Обновите страницу через минуту.
delivery-said-settled = Сообщение отмечено как решённое.
delivery-state-queued = В очереди
delivery-state-sending = Отправляется
delivery-state-sent = Отправлено
delivery-state-failed = Не доставлено
# The same text was put in the queue without its formatting.
delivery-state-plain = Отправлено без оформления
delivery-state-unknown = Неизвестно
delivery-state-dropped = Не отправлено
cause-blocked = Человек заблокировал бота. Попросите его запустить бота снова.
cause-deactivated = Учётная запись Telegram удалена. Пригласите человека с новой учётной записью.
cause-never-started = Человек ещё не писал боту. Попросите его открыть бота и нажать «Начать».
cause-chat-not-found = Такой чат не найден. Пригласите человека заново.
cause-kicked = Бота исключили из группы. Добавьте его снова.
cause-not-member = Бот не состоит в группе. Добавьте его.
cause-deleted = Группа удалена.
cause-forbidden = Telegram не разрешает писать в этот чат.
cause-markup = Telegram не смог прочитать оформление текста: это ошибка программы.
cause-too-long = Текст слишком длинный, и разделить его не удалось: это ошибка программы.
cause-gone = Сообщения, которое нужно было изменить, больше нет.
cause-too-late = Время для ответа на нажатие кнопки вышло.
cause-rejected = Telegram отклонил запрос: возможно, это ошибка программы.
cause-trouble = На стороне Telegram был сбой. Отправьте позже снова.
cause-too-fast = Telegram попросил отправлять медленнее.
cause-away = Не удалось связаться с Telegram. Проверьте доступ к интернету.
cause-wrong-token = Ключ бота неверен. Проверьте настройки.
cause-no-answer = Telegram не ответил: сообщение могло дойти.
cause-sender-died = Программа остановилась во время отправки: сообщение могло дойти.
cause-moved = Номер группы изменился, сообщение уйдёт по новому.
cause-expired = Его время прошло, следующее сообщение скажет обо всём.
cause-forgotten = Тот, кому или о ком было сообщение, попросил его удалить.
cause-given-back = Его очередь ещё не пришла.
cause-none = Причина не записана.
purpose-digest = Ежедневное напоминание
purpose-call = Напоминание руководителя о просроченном
purpose-escalation = Просрочка, дошедшая до руководителя
purpose-brief = Утренняя сводка
purpose-card = Картинка недели
purpose-sheet = Справка к совещанию
purpose-changed = Обновлённое сообщение
purpose-extension = О продлении срока
purpose-recheck = О повторной проверке
purpose-file = О файле, который не дошёл
purpose-substitution = О замещении
purpose-hand-over = О передаче поручения коллеге
purpose-trial = Образец напоминания
purpose-reported = Сообщение об отчёте
purpose-decision = Сообщение о решении
purpose-case = Сообщение об обращении
purpose-days = Сообщение об изменении сроков
purpose-service = Сообщение администратору
purpose-other = Сообщение
# The search for a person.
delivery-search = Имя сотрудника
delivery-find = Найти
delivery-nobody = Сотрудник «{ $words }» не найден.
