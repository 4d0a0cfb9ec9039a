### Labels of the buttons about more time, several reports at once and re-checks, and the short lines after a press. Plain text.

## More time

button-more-time = Продлить срок
button-withdraw = Отозвать запрос
button-grant = ✓ Продлить
button-refuse = Отказать
button-extensions = Запросы срока: { $count }
button-to-extensions = ← Запросы
button-why-others = Ждём других
button-why-volume = Большой объём
button-why-funding = Деньги, закупка
button-why-technical = Технический сбой
button-whynot-not-justified = Нет оснований
button-whynot-time-enough = Времени хватало
button-whynot-urgent = Дело срочное

# The reasons as they are kept and read by the other side.
ready-why-others = Другая организация ещё не завершила свою часть.
ready-why-volume = Объём работы больше запланированного.
ready-why-funding = Задерживается финансирование или закупка.
ready-why-technical = Работе мешает технический сбой.
ready-whynot-not-justified = Приведённая причина недостаточна для продления срока.
ready-whynot-time-enough = Отведённого времени было достаточно.
ready-whynot-urgent = Эту работу нельзя откладывать.

## Several reports and re-checks

button-accept-page = ✓ Принять все
button-accept-together = ✓ Да, все { $count }
button-rechecks = Перепроверка: { $count }
button-stands = ✓ Подтверждаю
button-falls = Не подтверждаю
button-falls-not-found = Работы нет
button-falls-no-proof = Нет доказательств
button-falls-figures = Другие цифры
ready-falls-not-found = Работа, указанная как исполненная, на месте не найдена.
ready-falls-no-proof = Представленные материалы не подтверждают исполнение.
ready-falls-figures = Действительные цифры отличаются от отчётных.

## Short lines after a press, at most 200 characters

toast-extension-sent = Запрос отправлен
toast-extension-granted = Срок продлён
toast-extension-refused = Отказано
toast-extension-withdrawn = Запрос отозван
toast-together = Принято: { $count }
toast-recheck-kept = Решение сохранено
