### What leaders and administrators are told: what is overdue, the brief of the morning, what the auditor found. Telegram's HTML.

## What has come up to a head or a controller

escalation-head = { $count ->
    [one] 🛑 <b>В Вашей организации просрочено { $count } поручение</b>
    [few] 🛑 <b>В Вашей организации просрочено { $count } поручения</b>
   *[many] 🛑 <b>В Вашей организации просрочено { $count } поручений</b>
}
escalation-head-next = Выберите поручение и ответьте или узнайте у ответственного сотрудника, как идёт работа.
escalation-controller = { $count ->
    [one] 🛑 <b>Просрочено и не исполнено: { $count } поручение</b>
    [few] 🛑 <b>Просрочено и не исполнено: { $count } поручения</b>
   *[many] 🛑 <b>Просрочено и не исполнено: { $count } поручений</b>
}
escalation-controller-next = Свяжитесь с руководителем организации и выясните причину. Если он не назначен, свяжитесь с ответственным.
# Below a list that is cut.
escalation-more = <i>и ещё { $count }</i>

## Where nobody is reached

vacancy-title = 📵 <b>Сообщения не доходят, позвоните</b>
vacancy-line = • { $organisation }: { $level } — <b>{ $call }</b>

## The brief of the morning

brief-title = <b>Положение дел: { $date }</b>
# $change: how many more or fewer than in the brief before, with its sign.
brief-overdue = 🛑 Просрочено: <b>{ $count }</b> ({ $change })
brief-review = 👁 На проверке: <b>{ $count }</b> ({ $change })
brief-due-soon = ⏳ Срок в ближайшие 7 дней: <b>{ $count }</b> ({ $change })
brief-extensions = 🗓 Просят продлить срок: <b>{ $count }</b>
brief-escalated = ❗ Просрочено давно и дошло до Вас: <b>{ $count }</b>
# Low marks that nobody answered in time, and below it the one that waits the longest.
brief-late-cases = 💬 Низкие оценки без ответа в срок: <b>{ $count }</b>
brief-latest-case = └ { $organisation }: { $service } (<b>{ $left }</b>)
brief-since = <i>В скобках — изменение с { $date }.</i>
brief-is-on =
    🔔 <b>Утренняя сводка включена</b>

    Она приходит каждый рабочий день в 08:30.
brief-is-off =
    🔕 <b>Утренняя сводка выключена</b>

    Показатели всегда можно посмотреть: /status. Недельная картинка тоже не приходит.

# Under the weekly card, above its figures in words.
card-caption = <b>Сводка за неделю: { $from } – { $to }</b>
# Under the sheet for the meeting.
sheet-caption = <b>Справка на { $moment }</b>

## Reminding of what is overdue by hand

call-ask =
    <b>Напомнить о просроченных поручениях?</b>

    Получат сообщение: <b>{ $people }</b>
    Поручений: <b>{ $items }</b>
call-recent = <i>За последние { $hours } ч уже напоминали, поэтому не беспокоим: { $people }.</i>
call-later = <i>Сейчас нерабочее время. Сообщения уйдут { $moment }.</i>
call-nobody =
    <b>Сейчас напоминать некому</b>

    Просроченных поручений нет, или сотрудникам напоминали в последние { $hours } ч, или сообщения до них не доходят.
call-done =
    ✅ <b>Напоминания поставлены в очередь</b>

    Получат сообщение: <b>{ $people }</b>
    Поручений: <b>{ $items }</b>
# Above the officer's own list.
call-title = 🛑 <b>{ $name } напоминает о просроченных поручениях</b>

## What the auditor found

finding-told =
    ⚠️ <b>Система проверила себя и нашла неполадку</b>
    { $what }
finding-next = Откройте панель: неполадка видна там, пока её не устранят.
