### Words of control that the bot and the panel share, and the pages of control. Plain text.

## Whom an assignment waits for

holder-officer = у ответственного
holder-controller = у контролёра
holder-deputy-hokim = у заместителя хокима
holder-for = { $holder }: { $days }
holder-just-now = новое

## Why the city says no

refusal-extension-waits = Продление уже запрошено, решение ожидается.
refusal-extension-not-later = Новый срок должен быть рабочим днём позже нынешнего срока и ещё не прошедшим.
refusal-extension-too-far = Срок можно продлить не более чем на { $limit ->
    [one] { $limit } день
    [few] { $limit } дня
   *[many] { $limit } дней
}.
refusal-extension-decided = По этому запросу решение уже принято, или он отозван.
refusal-own-request = Решать по собственному запросу нельзя: его рассмотрит другой контролёр.
refusal-own-decision = Этот отчёт приняли Вы сами: повторно его проверит другой контролёр.
refusal-recheck-decided = Этот отчёт уже проверен повторно.

## One assignment: more time

extension-form = Запросить продление срока
extension-form-day = Новый срок
extension-form-reason = Почему нужно больше времени?
extension-form-send = Отправить запрос
extension-form-note = Не более { $limit } дн. Выходной переносится на следующий рабочий день.
extension-card = Запрос на продление срока
extension-card-lead = { $name }: запрос на продление срока: { $due } → { $wanted }.
extension-card-waits = Ожидается решение контролёра. До него действует прежний срок.
extension-card-reason = Пояснение (обязательно при отказе)
extension-card-grant = Продлить срок
extension-card-refuse = Отказать
extension-card-withdraw = Отозвать запрос
extension-said-asked = Запрос отправлен контролёру.
extension-said-granted = Срок продлён. Ответственный сотрудник получит сообщение.
extension-said-refused = В продлении отказано. Причину получит ответственный сотрудник.
extension-said-withdrawn = Запрос отозван.
fact-original-due = Первоначальный срок
fact-ball = У кого сейчас
fact-ball-nobody = ни у кого: ответственного нет
history-extension-asked = Запрошено продление срока: { $due } → { $wanted }.
history-extension-granted = Срок продлён: { $due } → { $wanted }.
history-extension-refused = В продлении срока отказано.
history-extension-withdrawn = Запрос на продление отозван.
history-taken-back = Отчёт отозван.
history-accept-undone = Принятие отменено: отчёт снова на проверке.
history-return-undone = Возврат на доработку отменён: отчёт снова на проверке.
history-recheck-chosen = Отчёт случайно выбран для повторной проверки.
history-recheck-stands = Проверено повторно: отчёт подтверждён.
history-recheck-falls = Проверено повторно: отчёт не подтверждён.

## Rates

rate-by-original = по первоначальному сроку { $percent }
org-trust = Уровень доверия
org-trust-of = подтверждено { $stood } из { $all } повторных проверок
org-trust-none = за 12 месяцев проверок не было

## Several reports at once

together-pick = Выбрать: { $text }
together-panel = Выбранные отчёты
together-accept = Принять выбранные
together-return = Вернуть выбранные
together-reason = Причина (обязательна при возврате, одна на всех)
together-chosen = Выбрано отчётов: { $count }
together-accepted = Принято отчётов: { $count }.
together-returned = Возвращено отчётов: { $count }.
together-left = Не выполнено: { $count }. Причины ниже.
together-told-at = Решение можно отменить до { $time }. Затем сотрудники узнают о нём в рабочее время.
together-undo = Отменить
together-undone = Решение отменено, отчётов снова на проверке: { $count }. Сотрудникам ничего не сообщалось.
together-not-undone = Отменить решение не удалось.
together-stayed = Решение осталось в силе: { $count }. Причины ниже.
together-pick-page = Выбрать на странице: { $count }
together-pick-all = Выбрать все найденные: { $count }
together-pick-first = Выбрать первые: { $count }
together-pick-none = Снять выбор
together-nothing = Ничего не выбрано. Отметьте в списке хотя бы один отчёт.
together-back = Вернуться к списку

## The page of control

control-title = Контроль
control-text = Запросы, повторные проверки и у кого сейчас дела
control-holders = У кого сейчас
control-officer = У ответственных
control-controller = У контролёра
control-deputy-hokim = У заместителя хокима
control-patience-note = То, что контролёр держит дольше { $days ->
    [one] { $days } рабочего дня
    [few] { $days } рабочих дней
   *[many] { $days } рабочих дней
}, переходит к заместителю хокима.
control-extensions = Запросы на продление срока
control-no-extensions = Запросов, ожидающих решения, нет.
control-rechecks = Повторная проверка
control-rechecks-text = Часть принятых отчётов выбирается случайно. Кто принял отчёт, тот его повторно не проверяет.
control-no-rechecks = Отчётов на повторную проверку для Вас нет.
control-recheck-accepted = принял: { $name }, { $date }
control-recheck-reason = Причина (обязательна, если не подтверждается)
control-stands = Подтверждаю
control-falls = Не подтверждаю
control-said-stands = Отчёт подтверждён.
control-said-falls = Отчёт не подтверждён. Организация получит сообщение.
control-settings = Настройки
control-percent = Какой процент принятых отчётов проверять повторно?
control-patience = Сколько рабочих дней может держать контролёр?
control-save = Сохранить
control-said-saved = Настройки сохранены.
control-wrong = Процент — целое число от 0 до 100, дни — от 1 до { $limit }.
overview-extensions = { $count ->
    [one] { $count } запрос на продление срока ждёт решения
    [few] { $count } запроса на продление срока ждут решения
   *[many] { $count } запросов на продление срока ждут решения
}
overview-deputy-hokim = Контролёр задерживает дел: { $count }

## Cancelling

obligation-cancel = Отменить поручение
obligation-cancel-reason = Причина отмены
obligation-cancel-yes = Отменить
obligation-cancel-note = Поручение больше не учитывается, исполнители получат сообщение с причиной. Вернуть отменённое поручение нельзя.
obligation-said-cancelled = Поручение отменено. Исполнители получат сообщение с причиной.
