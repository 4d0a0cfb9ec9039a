### What reminds: the morning digest, the list, the last hours, and putting a reminder off. Telegram's HTML; values are escaped.

## The digest

# How many assignments the reminder tells of: each on a day of its own, far before the deadline or after it.
digest-near = Поручений в этом напоминании: <b>{ $count }</b>
# The list that goes twice a week.
digest-list = 📋 Всё, что нужно исполнить до { $date } включительно: <b>{ $count }</b>
digest-last-hours = ⚠️ <b>Сегодня последний день: { $date }</b>
digest-still-open = Ещё не исполнено: <b>{ $count }</b>
# Below the line of an assignment whose promised day has passed.
digest-promised = ⏰ Обещанный день прошёл: <b>{ $date }</b>
digest-nothing =
    ✅ <b>Близких и просроченных поручений нет</b>

    Когда приблизится новый срок, мы напомним сами.
digest-put-off =
    ⏰ <b>{ $count ->
        [one] Отложено { $count } поручение
        [few] Отложено { $count } поручения
       *[many] Отложено { $count } поручений
    }</b>
    Напомним снова: { $date }.
# Above a trial message that somebody asked for in the panel.
digest-trial = 🧪 <b>Проба</b>: так ответственный видит напоминание в этот день.

## One assignment

item-put-off = ⏰ Напомним <b>{ $date }</b>
