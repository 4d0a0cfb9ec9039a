### Words that the bot, the panel and the commands share. Plain text.

## The product

product-name = Контроль исполнения

## Languages, each in itself

language-uz-latn = Oʻzbekcha
language-uz-cyrl = Ўзбекча
language-ru = Русский
language-en = English

## Roles

role-administrator = Администратор
role-controller = Контролёр
role-head = Руководитель организации
role-officer = Ответственный сотрудник
role-observer = Наблюдатель

## How an obligation looks today: short labels

standing-overdue = Просрочено
standing-due-today = Срок истекает сегодня
standing-due-soon = Срок приближается
standing-working = На исполнении
standing-not-started = Не начато
standing-review = На проверке
standing-review-late = На проверке, сдано с опозданием
standing-done = Исполнено
standing-done-late = Исполнено с опозданием
standing-cancelled = Отменено

## What has been done with an obligation: entries of its history

state-open = На исполнении
state-reported = Передано на проверку
state-returned = Возвращено на доработку
state-accepted = Снято с контроля
state-cancelled = Отменено

## Kinds of answer

answer-done = Исполнено
answer-in-progress = На исполнении
answer-blocked = Есть препятствие
answer-nothing = Нечего сообщить

## The traffic light, in words

light-green = В норме
light-yellow = Есть риск
light-red = Проблема
light-none = Нет данных

## Marks of citizens

mark-1 = Очень плохо
mark-2 = Неудовлетворительно
mark-3 = Удовлетворительно
mark-4 = Хорошо
mark-5 = Отлично
criterion-legality = Законность
criterion-quality = Качество
criterion-timeliness = Своевременность
criterion-accessibility = Доступность

## Numbers of things. A noun stays singular after a number.

count-assignments = { $count ->
    [one] { $count } поручение
    [few] { $count } поручения
   *[many] { $count } поручений
}
count-organisations = { $count ->
    [one] { $count } организация
    [few] { $count } организации
   *[many] { $count } организаций
}
count-ratings = { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
}
count-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
count-working-days = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
}

## Days and times

date-long = { $day } { $month } { $year } г.
date-day-month = { $day } { $month }
date-month-year = { $month } { $year } г.
date-quarter = { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
} квартал { $year } г.
date-with-weekday = { $date }, { $weekday }
date-with-time = { $date }, { $time }

today = сегодня
tomorrow = завтра
yesterday = вчера
days-ahead = { $days ->
    [one] через { $days } день
    [few] через { $days } дня
   *[many] через { $days } дней
}
days-ago = { $days ->
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
}
days-left = { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
}
days-late = { $days ->
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
   *[many] просрочено на { $days } дней
}
just-now = только что
minutes-ago = { $minutes ->
    [one] { $minutes } минуту назад
    [few] { $minutes } минуты назад
   *[many] { $minutes } минут назад
}
hours-ago = { $hours ->
    [one] { $hours } час назад
    [few] { $hours } часа назад
   *[many] { $hours } часов назад
}

# In the names of months: the form that stands in a date.
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

# The form that stands alone, as over a calendar.
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь

month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек

weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

weekday-short-1 = Пн
weekday-short-2 = Вт
weekday-short-3 = Ср
weekday-short-4 = Чт
weekday-short-5 = Пт
weekday-short-6 = Сб
weekday-short-7 = Вс

## Sizes of files

size-bytes = { $number } Б
size-kilobytes = { $number } КБ
size-megabytes = { $number } МБ

## Why the city says no

refusal-not-allowed = У Вас нет права на это действие: оно относится к другой роли.
refusal-not-yours = Это не относится к Вашей организации.
refusal-own-answer = Собственный ответ принять нельзя: его рассмотрит другой контролёр.
refusal-already-reported = Отчёт по этому поручению уже отправлен и находится на проверке.
refusal-already-accepted = Это поручение уже принято и снято с контроля.
refusal-cancelled = Это поручение отменено, отвечать на него не нужно.
refusal-nothing-to-review = Пока нет отчёта, который можно рассмотреть.
refusal-touched-since = После Вашего решения работа по этому поручению продолжилась, поэтому решение осталось в силе.
refusal-decided-by-another = Это решение принял другой сотрудник. Отменить его может только он.
refusal-undone-before = Это решение уже отменено.
refusal-undo-too-late = Время для отмены решения истекло.
refusal-reason-missing = Укажите причину.
refusal-reason-too-long = Причина должна уместиться в { $limit ->
    [one] { $limit } знак
    [few] { $limit } знака
   *[many] { $limit } знаков
}. Пожалуйста, напишите короче.
refusal-text-too-long = Текст должен уместиться в { $limit ->
    [one] { $limit } знак
    [few] { $limit } знака
   *[many] { $limit } знаков
}. Пожалуйста, напишите короче.
refusal-promise-in-the-past = Обещанный день уже прошёл. Выберите сегодняшний или более поздний день.
refusal-promise-on-day-off = Это выходной. Выберите один из рабочих дней.
refusal-promise-not-expected = В таком ответе день не указывается. Его можно указать только в ответе «На исполнении».
refusal-no-time-to-snooze = До срока не осталось рабочих дней, поэтому отложить напоминание нельзя.
refusal-snooze-in-the-past = Этот день уже наступил. Выберите более поздний.
refusal-snooze-too-long = Напоминание можно отложить не больше чем на три рабочих дня и не позже срока.
refusal-answer-decided = По этому ответу уже принято решение, изменить его нельзя. Откройте поручение и дайте новый ответ.
refusal-evidence-missing = По этому поручению нужно подтверждение: файл, ссылка, номер в NIS.UZ или пояснение (не короче { $least } зн.).
refusal-file-too-big = Файл слишком большой: нужно не больше { $limit }. Сожмите его, пришлите частями или напишите ссылку.
refusal-too-many-files = Файлов слишком много: за один раз можно отправить не более { $files }. Сложите их в один архив или отправьте остальные позже.
refusal-file-not-taken = Такой файл мы принять не можем. Принимаем: фото, PDF, DOCX, XLSX, PPTX, TXT, CSV и архивы (ZIP, RAR, 7Z).
refusal-record-number-wrong = Номер в NIS.UZ состоит из 4–20 латинских букв, цифр и дефисов. Например: 123456.
refusal-invitation-used = Эта ссылка-приглашение уже использована. Попросите новую.
refusal-invitation-expired = Срок действия ссылки-приглашения истёк. Попросите новую.
refusal-substitution-over = Дни, когда Вы замещали коллегу, закончились. Отвечать за эту организацию Вы больше не можете.
refusal-substitution-ahead = Дни, когда Вы замещаете коллегу, ещё не наступили. Отвечать можно с первого дня.
refusal-leave-in-the-past = Последний день отпуска уже прошёл. Выберите сегодняшний или более поздний день.
refusal-leave-ends-before-it-begins = Последний день отпуска раньше первого. Исправьте дни.
refusal-leave-overlaps = На часть этих дней заместитель уже назначен. Сначала завершите то замещение или выберите другие дни.
refusal-substitute-is-oneself = Никто не может замещать самого себя. Выберите другого коллегу.
refusal-cannot-stand-in = Этот человек не может отвечать за организацию. Выберите коллегу из этой же организации.
refusal-substitutes-in-a-circle = Этот коллега сам в отпуске в эти дни, и очередь замещения возвращается к тому же сотруднику. Выберите другого коллегу.
refusal-done-by-colleague = Это поручение выполняет коллега. Передать его может только он сам или руководитель.
refusal-already-theirs = Это поручение уже закреплено за этим сотрудником.
refusal-hand-over-to-oneself = Предложить поручение самому себе нельзя. Выберите коллегу.
refusal-cannot-take-over = Этот коллега не может отвечать за организацию. Выберите другого.
refusal-hand-over-waits = Поручение уже предложено другому коллеге, ждём его ответа.
refusal-hand-over-is-over = Это предложение больше не действует: на него ответили или его отозвали.
