### The record of what was done, and the check of its chain. Plain text.

nav-audit = Журнал действий
audit-title = Журнал действий
audit-lead = Кто, когда и что сделал. Записи не меняются и не удаляются.
audit-who = Кто
audit-what = Что
audit-where = Организация
audit-from = С какого дня
audit-to = По какой день
audit-words = Слова в причине
audit-any = Все
audit-show = Показать
audit-none = Таких записей нет. Попробуйте убрать одно из условий.
audit-none-here = В этой части не найдено, но есть более старые записи.
audit-clear = Показать все записи
audit-older = Более старые
audit-newest = Самые новые
# $number: of the event.
audit-entry = Запись № { $number }
# A filter. $number: of the thing.
audit-only-one = Только № { $number }
audit-changes = Что изменилось
audit-raw = Запись целиком
audit-before = было
audit-after = стало
chain-open = Проверить целостность
chain-title = Целостность журнала
chain-lead = Каждая запись связана отпечатком (SHA-256) со всеми предыдущими. Если запись тайно изменить или убрать, это будет видно здесь.
chain-newest = Последний отпечаток
chain-note-down = Выпишите этот отпечаток и храните отдельно. Позже введите его ниже, чтобы убедиться, что журнал не составлен заново.
chain-noted = Ранее выписанный отпечаток
chain-no-hash = Это не отпечаток. В нём 64 знака: цифры и первые шесть букв латинского алфавита. Проверьте, что он списан целиком.
chain-check = Проверить
chain-faults = Найденные нарушения
# $event: its number.
chain-fault-changed = Запись № { $event } изменена.
# $event: its number.
chain-fault-missing = Записи № { $event } нет.
# $first, $last: places in the chain.
chain-fault-gap = В цепочке нет звеньев с { $first } по { $last }.
# $event: its number.
chain-fault-unlinked = Запись № { $event } добавлена в обход программы.
chain-fault-head = Последний отпечаток не соответствует последней записи.
chain-fault-noted = Выписанного отпечатка в цепочке нет: журнал обрезан или составлен заново.
# $count: how many events were checked.
chain-whole = { $count ->
    [one] Проверена { $count } запись: всё в порядке.
    [few] Проверены { $count } записи: всё в порядке.
   *[many] Проверено { $count } записей: всё в порядке.
}
# $count: how many faults there are.
chain-broken = { $count ->
    [one] Найдено { $count } нарушение. Сохраните резервные копии и сообщите ответственному за систему.
    [few] Найдены { $count } нарушения. Сохраните резервные копии и сообщите ответственному за систему.
   *[many] Найдено { $count } нарушений. Сохраните резервные копии и сообщите ответственному за систему.
}
# $command: what to type at the server. $count: how many events there are.
chain-part = { $count ->
    [one] Всего { $count } запись, здесь проверяются только последние. Все проверяет команда «{ $command }» на сервере.
    [few] Всего { $count } записи, здесь проверяются только последние. Все проверяет команда «{ $command }» на сервере.
   *[many] Всего { $count } записей, здесь проверяются только последние. Все проверяет команда «{ $command }» на сервере.
}

## Kinds of things

thing-obligation = Поручения
thing-measure = Мероприятия
thing-plan = Планы
thing-person = Сотрудники
thing-organisation = Организации
thing-service = Услуги
thing-calendar = Календарь
thing-point = Точки
thing-case = Обращения
thing-comment = Комментарии
thing-quarantine = Отложенные оценки
thing-publication = Опубликованные результаты
thing-report = Отчёты
thing-backup = Резервные копии
thing-citizen = Граждане
thing-message = Сообщения
thing-update = Обновления из Telegram
thing-escalation = Просрочка
thing-case-policy = Порядок обращений
thing-control = Контроль
thing-rating-limits = Пределы оценок
thing-themes = Темы комментариев

## What changed

field-state = Состояние
field-due = Срок
field-original = Срок без учёта продления
field-submitted-on = День отчёта
field-wanted = Запрошенный срок
field-answer = Ответ
field-text = Текст
field-promised = Обещанная дата
field-answered-at = Ответ дан
field-role = Роль
field-mark = Оценка
field-ends = Последний день
field-first = Первый день
field-last = Последний день
field-until = До какого дня
field-items = Число поручений
field-cancelled = Отменено
field-marks = Число оценок
field-cases-closed = Закрыто обращений
field-messages = Число сообщений
field-period = Период
field-version = Версия
field-sha256 = SHA-256
# What a plan says, in another language than that of the decree. $field: what it is; $language: the name of the language.
field-translated = { $field } ({ $language })
field-code = Код ссылки
field-name = Название
field-person-name = Имя
field-position = Должность
field-level = Уровень
# The place of the newest event when a report was made.
field-record-position = Место в журнале
# Where a step of telling about something overdue stands.
step-waiting = Очередь ещё не наступила
step-told = Сообщено
step-vacant = Сообщить некому
step-over = Больше не требуется
