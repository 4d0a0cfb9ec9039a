### What the bot writes about more time, several reports at once and re-checks, in Telegram's HTML. Values are escaped.

## More time: the officer asks

extension-ask-day =
    🗓 <b>До какого дня нужно время?</b>
    Нынешний срок: <b>{ $date }</b>. Выберите новый день: он может быть позже не более чем на { $limit } дн.
extension-ask-reason =
    ✍️ <b>Почему нужно больше времени?</b>
    Новый срок: <b>{ $date }</b>
    Выберите причину или напишите её своими словами.
extension-sent = 📨 <b>Запрос отправлен контролёру</b>
extension-sent-next = О решении напишем здесь. До него действует прежний срок.
extension-due = Нынешний срок: <b>{ $date }</b>
extension-wanted = Запрошенный срок: <b>{ $date }</b>
item-extension-waits = 🗓 Продление срока запрошено: { $date }. Ожидается решение.
item-deadline-extended = Первоначальный срок: { $date } (продлён)

## More time: control decides

extension-title = 🗓 <b>Запрос на продление срока</b>
extension-asked-by = Запросил: { $person }, { $moment }
extension-granted = ✅ <b>Срок продлён</b>
extension-refused = ✖️ <b>В продлении срока отказано</b>
extension-refusal-reason = Причина отказа: { $reason }
extension-withdrawn = <b>Запрос отозван</b>
extension-new-due = Новый срок: <b>{ $date }</b>
extension-old-due = Прежний срок: { $date }
extension-decided-by = Решение принял: { $person }
extension-withdrawn-by = Запрос отозвал(а): { $person }
extension-ask-refusal =
    ✖️ <b>Почему отказ?</b>
    Выберите готовую причину или напишите своими словами. Её получит ответственный сотрудник.
extensions-title = <b>Запросы на продление: { $count }</b>
extensions-line = { $number }. <b>{ $due } → { $wanted }</b> — { $organisation }: { $text }
extensions-hint = Выберите запрос:
extensions-none = ✅ <b>Запросов на продление нет</b>

## More time: the officer hears

news-extension-granted-next = Завершите работу к новому сроку и сдайте отчёт.
news-extension-refused-next = Срок прежний: <b>{ $date }</b>. Ответьте, как обстоит работа.

## Several reports at once

together-title = { $count ->
    [one] <b>Принять сразу { $count } отчёт?</b>
    [few] <b>Принять сразу { $count } отчёта?</b>
   *[many] <b>Принять сразу { $count } отчётов?</b>
}
together-line = { $number }. { $organisation }: { $text }
together-line-late = { $number }. { $organisation }: { $text } — <i>сдан с опозданием</i>
together-late = ⚠️ Сдано с опозданием: <b>{ $count }</b>
together-own = Ваши собственные отчёты сюда не входят: { $count }. Их рассмотрит другой контролёр.
together-none = <b>На этой странице нет отчётов, которые Вы можете принять</b>
together-done = ✅ <b>Принято отчётов: { $count }</b>
together-failed = ⚠️ Не принято: <b>{ $count }</b>
together-failed-line = { $organisation }: { $text } — { $reason }
reviews-line-aged = { $number }. <b>{ $date }</b> ({ $holder }: { $age }) — { $organisation }: { $text }

## The second look

rechecks-title = <b>Повторная проверка: { $count }</b>
rechecks-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
rechecks-hint = Выберите отчёт:
rechecks-none = ✅ <b>Отчётов на повторную проверку нет</b>
recheck-title = 🔎 <b>Повторная проверка</b>
recheck-accepted = Принял: { $person }, { $moment }
recheck-hint = Этот отчёт выбран случайно. Соответствует ли он действительности?
recheck-stands = ✅ <b>Отчёт подтверждён</b>
recheck-falls = ✖️ <b>Отчёт не подтверждён</b>
recheck-ask-reason =
    ✖️ <b>Почему отчёт не подтверждается?</b>
    Выберите готовую причину или напишите своими словами. Её получит организация.
news-recheck-fell = 🔎 <b>Повторная проверка не подтвердила Ваш отчёт</b>
news-recheck-next = Это снижает уровень доверия к Вашей организации. Устраните недостаток и сообщите контролёру.
