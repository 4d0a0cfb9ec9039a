### The pages of visit codes, and what others tell of them. Plain text.

# The page of the visit codes of a point, and its link.
visit-codes = Коды визита
visit-lead = Гражданин ставит оценку только по одноразовому коду, который получил здесь. Чей это код и какую оценку по нему поставили, не хранится.
visit-on = Для оценки нужен код
visit-off = Оценки принимаются без кода
visit-turn-on = Принимать оценки только по коду
visit-turn-off = Принимать без кода
visit-turn-on-note = Сначала напечатайте коды: после включения оценки без кода не принимаются.
visit-by-administrator = Это включает и выключает администратор.
visit-counts = Что стало с кодами
visit-made = Выдано
visit-used = Поставлена оценка
visit-valid = Ещё действуют
visit-expired = Истекли
visit-revoked = Отозваны
visit-wrong = Неверных кодов прислали
visit-counts-note = Показаны только общие числа: счёт по одной пачке мог бы выдать, кто голосовал.
visit-sheet = Напечатать коды
visit-number = Сколько кодов
visit-days = Сколько дней действуют
visit-make = Коды и PDF
visit-sheet-note = А4, 16 талонов на листе; режьте по линиям. Коды есть только в этом файле: если он потерян, отзовите пачку и напечатайте новую.
# $limit: the highest number.
visit-number-wrong = Число кодов — от 1 до { $limit }.
visit-days-wrong = Срок — от 1 до { $limit } дней.
visit-screen = Экран у окна
# $minutes: how long a code is valid.
visit-screen-lead = С каждым нажатием — новый код, он действует { $minutes } минут.
visit-screen-open = Открыть экран
visit-new = Новый код
visit-scan = Наведите камеру на QR-код или напишите код боту.
visit-qr = QR-код визита
# $time: the hour and minute.
visit-until = Действует до { $time }, один раз
visit-batches = Напечатанные коды
visit-no-batch = Коды ещё не печатали.
# $count: how many codes. $date: the last day on which they are valid.
visit-batch = { $count ->
    [one] { $count } код, до { $date }
    [few] { $count } кода, до { $date }
   *[many] { $count } кодов, до { $date }
}
# $when: day and time.
visit-batch-revoked = Неиспользованные отозваны: { $when }
visit-revoke = Отозвать неиспользованные
visit-said-on = Теперь оценки здесь — только по коду.
visit-said-off = Теперь оценки здесь принимаются без кода.
visit-said-revoked = Неиспользованные коды отозваны.
visit-by-others = Коды выдают сотрудники организации и администратор.
visit-was-asked = Включены оценки только по коду.
visit-was-not-asked = Включены оценки без кода.
# $count: how many.
visit-were-made = { $count ->
    [one] Напечатан { $count } код визита.
    [few] Напечатано { $count } кода визита.
   *[many] Напечатано { $count } кодов визита.
}
visit-were-shown = Показан первый за день код на экране.
visit-were-revoked = Отозваны неиспользованные коды пачки.
# Below the marks on the page of ratings. $count: how many marks were given with a code.
ratings-with-code = { $count ->
    [one] { $count } оценка поставлена по коду визита
    [few] { $count } оценки поставлены по коду визита
   *[many] { $count } оценок поставлено по коду визита
}
# On the public page that tells how figures are counted.
counted-codes = Коды визита
counted-codes-text = В некоторых местах оценку принимают только по коду визита: его даёт сотрудник или показывает экран, один код — одна оценка. Код говорит, что человек здесь был, но не кто он: связь между кодом и оценкой не хранится. Такие оценки считаются вместе с остальными и так же.
