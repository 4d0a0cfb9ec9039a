# Reports for leaders: the pages, and what stands in PDF, XLSX and CSV.
nav-reports = Отчёты
reports-lead = Каждый отчёт хранит цифры того момента, когда он составлен: потом в нём ничего не меняется, а файлы каждый раз получаются одинаковыми.
reports-make = Новый отчёт
reports-what = Вид отчёта
reports-about = Организация
# An organisation that was closed, among those a report may be about.
reports-closed = { $name } (закрыта)
reports-sheet = Справка для совещания
reports-sheet-today = Справка: положение на сегодня
reports-sheet-day = Справка: положение на конец дня { $day }
reports-months = Отчёт за месяц
reports-years = Отчёт за год
reports-button = Составить
reports-wrong = Выберите из списка вид отчёта и организацию.
reports-none = Отчётов пока нет. Выберите вид и организацию и составьте первый.
reports-report = Отчёт
reports-made = Составлен
reports-who = Кто составил
reports-event = Последнее событие
reports-number = № { $number }
reports-a4 = Справка А4
# $month: "ноябрь 2026 г."; $year: "2026".
report-month = Отчёт об исполнении поручений за { $month }
report-year = Отчёт об исполнении поручений за { $year } год
# $day: "1 декабря 2026 г.".
report-as-of = По состоянию на { $day }
# $rate: "74,8 %"; $due: how many fell due; $done: how many of them were reported on time.
report-lead = Наступил срок { $due ->
    [one] { $due } поручения
    [few] { $due } поручений
   *[many] { $due } поручений
}, из них в срок исполнено { $done } ({ $rate }).
report-lead-none = Поручений, срок которых наступил бы в этом периоде, нет.
report-expected = Всего поручений
report-fell-due = Срок наступил
report-on-time = В срок
report-late = С опозданием
report-extended = Срок продлён
report-cancelled = Отменено
report-rate = Исполнение в срок
report-rate-original = Исполнение по первоначальным срокам
report-mean = Оценка граждан
report-marks = Число оценок
report-answers = Ответы на низкие оценки
# Below the figures. $least: from how many marks on a mean is told.
report-how = Исполнение в срок — доля сданного вовремя среди поручений, срок которых наступил; отменённые не учитываются. Если оценок меньше { $least }, средняя не показывается.
# Heads of narrow columns.
report-column-late = Позже срока
report-column-rate = Доля в срок
report-column-original = По старым срокам
report-column-marks = Оценок
report-organisations = По организациям
report-overdue = Просроченные поручения
report-by-month = По месяцам
report-month-name = Месяц
report-days = Опоздание, дней
report-said = Последний ответ
report-all = Итого
# $id: its number; $moment: when it was made; $name: by whom; $event: the number of the latest event in it.
report-foot = Отчёт № { $id } · составлен { $moment } · { $name } · последнее событие № { $event }
report-frozen = Цифры сохранены на { $moment } и не меняются.
report-files = Файлы
report-summary = Сводка
# The list of obligations as a file.
export-files = Скачать
export-plan = План
export-point = Пункт
export-period = Период
export-original = Первоначальный срок
export-promised = Обещанный день
export-reported = День сдачи
export-link = Поручение №
# Heads of the table of single figures in CSV.
report-figure = Показатель
report-value = Значение
# Files that take long: their pages. $percent: "40 %"; $size: "3 MB".
exports-title = Подготовленные файлы
exports-lead = Большие файлы готовятся, пока Вы работаете дальше. Они хранятся здесь не дольше суток; файл всегда можно подготовить заново.
exports-none = За сутки файлов не готовили. Отчёт или список, который готовится дольше нескольких секунд, появится здесь сам.
exports-file = Файл
exports-state = Готовность
exports-begun = Запрошен
exports-waiting = Ждёт своей очереди
exports-making = Готовится: { $percent }
exports-ready = Готов, { $size }
exports-failed = Файл не удалось подготовить. Попробуйте ещё раз; если не получится снова, сообщите администратору.
exports-interrupted = Служба перезапустилась раньше, чем файл был готов. Подготовьте его заново.
exports-leave = Страницу можно закрыть: файл всё равно будет готов, Вы найдёте его в разделе «Подготовленные файлы».
exports-download = Скачать
exports-again = Подготовить заново
