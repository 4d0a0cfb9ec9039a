### What leaders and administrators see in the panel and in pictures: levels, history, findings. Plain text.

level-substitute = Замещающий сотрудник
level-brief = Сводка для заместителя хокима

## Entries of the history of an assignment

history-escalated = Сообщили о просрочке: { $name } ({ $level }).
history-not-escalated = Сообщение о просрочке не доставлено: { $name } ({ $level }).
history-vacancy = Сообщение не доходит, нужно позвонить: { $name } ({ $level }).
history-vacancy-nobody = На этой ступени сообщить некому: { $level }.
history-brief = Включено в утреннюю сводку для заместителя хокима.

## Vacancies on the first page

overview-vacancy = { $organisation }: о просрочке не удалось сообщить руководству
overview-vacancy-call = { $level } — { $call }, позвоните
overview-vacancy-nobody = { $level } не назначен

## What the auditor found

finding-silent-overdue = { $count ->
    [one] { $organisation }: о { $count } просроченном поручении никому не сообщили.
    [few] { $organisation }: о { $count } просроченных поручениях никому не сообщили.
   *[many] { $organisation }: о { $count } просроченных поручениях никому не сообщили.
}
finding-stuck-sending = { $count ->
    [one] { $count } сообщение отправляется дольше минуты.
    [few] { $count } сообщения отправляются дольше минуты.
   *[many] { $count } сообщений отправляются дольше минуты.
}
finding-planner-silent = Планировщик не работает уже 10 минут: напоминания не готовятся.
finding-queue-late = { $count ->
    [one] { $count } сообщение стоит в очереди дольше 15 минут.
    [few] { $count } сообщения стоят в очереди дольше 15 минут.
   *[many] { $count } сообщений стоят в очереди дольше 15 минут.
}
# One line above every page of an administrator. $count: how many faults.
finding-banner = { $count ->
    [one] Система нашла { $count } неполадку: что делать
    [few] Система нашла { $count } неполадки: что делать
   *[many] Система нашла { $count } неполадок: что делать
}

## The page of what the auditor found

findings-title = Неполадки, которые нашла система
findings-lead = Каждые пять минут сервис проверяет сам себя. Устранённая неполадка уходит отсюда сама.
findings-since = с { $moment }
findings-silent-overdue = Проверьте, есть ли в организации сотрудник, которому приходят сообщения, и подключён ли он к боту. Если нет — позвоните.
findings-stuck-sending = Отправка остановилась. Посмотрите состояние сообщений; если само не пройдёт, перезапустите программу.
findings-planner-silent = Перезапустите программу. Причина записана в её журнале.
findings-queue-late = Telegram не отвечает или отправка остановилась. Причина указана в состоянии сообщений.
findings-none = Неполадок нет.
findings-known = Знаю, не показывать на других страницах
findings-known-note = Скроется в этом браузере. О новой неполадке сообщим снова.
findings-are-known = На других страницах эти неполадки не показываются.

## The weekly card

card-title = Сводка за неделю
card-span = { $from } – { $to } · { $city }
card-plan = Исполнено в срок
card-change = за неделю { $change }
card-nis = организаций внесли · { $left }
card-marks = Оценка граждан
card-new-marks = { $count ->
    [one] за неделю { $count } оценка
    [few] за неделю { $count } оценки
   *[many] за неделю { $count } оценок
}
card-few-marks = оценок пока мало
card-worst = Больше всего просрочек
card-worst-line = { $count ->
    [one] { $count } просрочка · { $rate }
    [few] { $count } просрочки · { $rate }
   *[many] { $count } просрочек · { $rate }
}
card-none-overdue = Просроченных поручений нет

## The sheet for the meeting

sheet-title = Справка: исполнение поручений
sheet-lead = исполнено в срок, { $period } ({ $done } из { $due })
sheet-lead-none = поручений, срок которых наступил, пока нет
sheet-overdue = 1. Просрочено
sheet-organisations = 2. По организациям
sheet-organisation = Организация
sheet-measure = Мероприятие
sheet-officer = Ответственный
sheet-term = Срок
# What the organisation said last of something overdue: nothing, an answer, an answer with a promised day, and its own words.
sheet-no-answer = Ответа нет
sheet-answered = Последний ответ: { $answer }
sheet-promised = Последний ответ: { $answer }, обещано к { $date }
sheet-reason = Пояснение: { $text }
# An answer with a promised day, below a heading that says "last answer".
report-promised = { $answer }, обещано к { $date }
sheet-on-time = В срок
sheet-handed-in = Сдано
sheet-late = Просрочено
sheet-mark = Оценка
sheet-yes = да
sheet-no = нет
# Below the table of the overdue on the sheet, when not all have room. $shown: how many stand there; $all: how many there are.
sheet-overdue-cut = Показаны самые давние: { $shown } из { $all }.
# The same below the table of organisations.
sheet-organisations-cut = Показаны наиболее отстающие: { $shown } из { $all }; все организации — в файле XLSX.

## The setting of the days

escalation-title = Кто и когда узнаёт о просрочке
escalation-lead = Через столько рабочих дней после срока:
escalation-keep = Сохранить
escalation-kept = Сохранено. Новые просрочки пойдут наверх в этом порядке.
escalation-wrong = Дни должны идти от 1 до { $last } и не убывать.
escalation-note = Ответственному сотруднику напоминаем по настройкам напоминаний плана. Начатые цепочки идут в прежнем порядке. Ступень, до которой сообщения не доходят, пропускаем в тот же день.
