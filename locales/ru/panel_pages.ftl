### The pages of the panel where people work: assignments, ratings, people, plan. Plain text.

## One assignment: the decision and the answer

obligation-back = Назад
obligation-basis = Решение № { $number } от { $date }, пункт { $point }
obligation-decide = Решение контроля
obligation-reported-done = { $name }: поручение отмечено как исполненное.
obligation-reported-nothing = { $name }: сообщено, что в этом периоде работ не было.
obligation-with-files = { $count ->
    [one] Приложено { $count } подтверждение.
    [few] Приложено { $count } подтверждения.
   *[many] Приложено { $count } подтверждений.
}
obligation-reported-late = Отчёт представлен после срока.
obligation-reason = Комментарий (обязателен при возврате)
obligation-accept = Принять
obligation-return = Вернуть
# Above the page when somebody was quicker, or a button was pressed twice. $reason: a whole sentence that says what stands in the way.
obligation-changed = После открытия страницы всё изменилось. { $reason } Ниже показано текущее состояние.
obligation-said-answered = Ваш ответ сохранён.
obligation-answer = Ответить
obligation-answer-text = Комментарий (необязательно)
obligation-answer-promised = Когда будет исполнено? (для ответа «На исполнении», необязательно)
obligation-answer-files = Документы и фотографии можно отправить через бот.
obligation-facts = Сведения

## The facts of an assignment

fact-due = Срок
fact-original = Дата по плану
fact-why = Почему именно эта дата?
fact-day-off = { $date } — выходной
fact-holiday = { $date } — { $name }
fact-holiday-unsure = { $date } — { $name } (официально ещё не подтверждено)
fact-moved = Поэтому срок перенесён на ближайший рабочий день: { $date }.
fact-officer = Ответственный сотрудник
fact-organisation = Организация
fact-submitted = Представлено
fact-promised = Обещанная дата
fact-period = Период
fact-wording = Формулировка решения
fact-phrase = Формулировка срока в решении
fact-rule = Как понята формулировка
fact-executors = Исполнители по плану
fact-controller = Контролирует
fact-mechanism = Механизм реализации и результат
fact-basis = Основание

## The schedule of reminders

reminder-title = График напоминаний
reminder-none = По этому поручению напоминаний больше не будет.
reminder-sent = отправлено
reminder-waiting = отправляется
reminder-not-sent = не доставлено
reminder-planned = запланировано

## The history of an assignment

history-title = Ответы и подтверждения
history-bot = Бот
history-plan = План
history-system = Система
history-made = Поручение создано по плану.
# What a report says, beside its author; control has not said it.
history-reported-done = Отчёт: исполнено
history-reported-nothing = Отчёт: нечего сообщить
history-promised = Обещанная дата: { $date }.
history-reminded = Напоминание отправлено: { $name }, { $stage }.
history-not-reminded = Напоминание не доставлено: { $name }, { $stage }.
file-waiting = загружается
file-failed = не удалось загрузить

## The list of assignments

measures-search = Поручение или организация
measures-find = Найти
measures-filter = Фильтр
measures-drop = Убрать условие «{ $words }»
measures-clear = Показать все поручения
measures-pages = Страницы

## Ratings

ratings-days-30 = Последние 30 дней
ratings-days-90 = Последние 90 дней
ratings-days-365 = Последние 12 месяцев
ratings-distribution = Распределение оценок
ratings-none = За этот период оценок нет. Чтобы граждане могли оценивать, разместите QR-код там, где оказывают услугу.
ratings-private = Личность гражданина не сохраняется. Средняя оценка услуги, у которой меньше 10 оценок, не показывается.
ratings-mean = Средняя
ratings-count = Число
ratings-cases = Открытые обращения
ratings-services = По услугам
ratings-service = Услуга
ratings-few = мало данных

## A case that a low rating opened

case-title = Обращение по низкой оценке
case-reply = Ответить
case-open = Открыть
case-mark = Оценка
case-opened = Поступило
case-due = Ответить до
case-point = Где оценили
case-words = Отзыв гражданина
case-answer = Ответ организации
case-answer-label = Что сделано или когда будет сделано?
case-answer-missing = Напишите ответ: что сделано или когда будет сделано.
case-send = Сохранить ответ
case-note = Ответ увидит контролёр. Кто оценил, не знает никто.
case-said = Ответ сохранён, обращение закрыто.
case-already = На это обращение уже ответили, или ответ больше не нужен. Ниже показано текущее состояние.
case-given = Данный ответ
case-waits = Организация ещё не ответила.
case-withdrawn = В тот же день гражданин повысил оценку, ответ не требуется.

## People

people-unreached = { $count ->
    [one] В { $count } организации есть люди, до которых сообщения не доходят, или нет ответственного.
    [few] В { $count } организациях есть люди, до которых сообщения не доходят, или нет ответственного.
   *[many] В { $count } организациях есть люди, до которых сообщения не доходят, или нет ответственного.
}
people-only-unreached = Сообщения не доходят
people-all-reached = Сообщения доходят до всех.
people-none = Организаций не найдено. Их загружает из файла администратор.
people-vacant = Нет ответственного, до которого доходят сообщения: напоминания не получает никто. Пригласите сотрудника.
people-nobody = Пока никто не назначен.
people-blocked = Сообщения не доходят с { $date }. { $cause }
people-invited = Приглашение создано, ссылка действует до { $date }
people-never-linked = Telegram не привязан: пригласите заново
people-invite = Пригласить
people-actions = Действия
people-again = Выдать новую ссылку
people-end = Снять с роли
people-end-sure = Полномочия прекращаются сразу. Если в организации не останется другого ответственного сотрудника, напоминания никому не придут.
people-end-yes = Да, снять
people-said-ended = Роль снята. Прежние ответы сохранены.

## Inviting somebody

invite-title = Пригласить сотрудника
invite-text = Будет создана одноразовая ссылка. Передайте её лично этому человеку.
invite-name = Имя и фамилия
invite-name-missing = Укажите имя и фамилию.
invite-too-long = { $limit ->
    [one] Имя и должность могут содержать не более { $limit } знака.
    [few] Имя и должность могут содержать не более { $limit } знаков.
   *[many] Имя и должность могут содержать не более { $limit } знаков.
}
invite-position = Должность (необязательно)
invite-make = Создать ссылку
invite-no-bot = Бот ещё не подключён к Telegram, поэтому ссылка-приглашение не сработает. Сначала запустите бот.
invited-title = Ссылка-приглашение готова
invited-link = Одноразовая ссылка
invited-how = Отправьте ссылку этому человеку или отсканируйте QR-код его телефоном.
invited-until = Ссылка сработает один раз и действует до { $date }.
invited-once = Больше эта ссылка показана не будет. Если она потеряется, выдайте новую на странице «Люди».
invited-done = Вернуться к списку

## The plan

plan-decree = Решение № { $number } от { $date }
plan-none = План ещё не загружен. Его загружает из файла администратор.
plan-waiting = { $count ->
    [one] Срок { $count } мероприятия не подтверждён: поручения по нему пока не создаются.
    [few] Сроки { $count } мероприятий не подтверждены: поручения по ним пока не создаются.
   *[many] Сроки { $count } мероприятий не подтверждены: поручения по ним пока не создаются.
}
plan-all-confirmed = Неподтверждённых сроков не осталось.
plan-certain = Срок понятен
plan-to-confirm = Нужно подтвердить
plan-confirmed = Подтверждено
plan-no-date = Без даты
plan-confirmed-by = Подтвердил(а) { $name }, { $date }
plan-confirmed-at = Подтверждено на сервере, { $date }
plan-next = Ближайшие даты
plan-confirm = Подтвердить
plan-said-confirmed = Правило срока подтверждено. Поручения будут созданы.

## Confirming the rule of a measure

plan-kind = Вид срока
plan-why = Почему понято так
plan-choose = Правило срока
plan-choose-text = Примите предложенное правило или выберите другое. После подтверждения поручения создаются по нему.
plan-changed = После открытия страницы правило изменилось. Посмотрите, каким оно стало, и подтвердите ещё раз.
plan-as-proposed = Как предложено: { $rule }
plan-opt-on = Точная дата
plan-opt-after = После принятия решения
plan-opt-yearly = Ежегодно
plan-opt-half-yearly = Каждое полугодие
plan-opt-quarterly = Ежеквартально
plan-opt-monthly = Ежемесячно
plan-opt-weekly = Еженедельно
plan-opt-daily = Каждый рабочий день
plan-count = Сколько
plan-unit = Единица
plan-unit-days = дней
plan-unit-working-days = рабочих дней
plan-unit-weeks = недель
plan-unit-months = месяцев
plan-unit-years = лет
plan-day = День
plan-months-after = { $months ->
    [0] последний месяц периода
    [1] следующий месяц после периода
   *[2] { $months }-й месяц после периода
}
plan-confirm-rule = Подтвердить правило
plan-wrong-kind = Выберите одно из правил.
plan-wrong-nothing-proposed = Предложенного правила нет. Выберите другое.
plan-wrong-date = Укажите дату, которая есть в календаре.
plan-wrong-before-adoption = Дата должна быть позже дня принятия решения.
plan-wrong-count = Укажите число от 1 до 1000 и единицу.
plan-wrong-day = В этом месяце нет такого дня. Выберите другой.
plan-wrong-weekdays = Отметьте хотя бы один день недели.
plan-wrong-no-dates = По этому правилу дата не получается. Выберите правило, которое даёт дату.

## What a measure says in other languages

plan-translations = Переводы
plan-translations-text = Обязательна формулировка решения, перевод лишь помогает её прочитать. Где перевода нет, показывается формулировка решения. Перевод названия раздела действует для всего раздела.
plan-translations-save = Сохранить переводы
plan-translations-said = Сохранено: переводы изменены.
# Above the form. $limit: how long a text may be.
plan-translation-too-long = Текст слишком длинный: не больше { $limit } символов.
