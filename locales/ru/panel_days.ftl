### Pages of a day that is over, two days side by side, and the matrix of the plan. Plain text.

## A past day

day-choose = Прошедший день
day-label = Состояние на конец какого дня?
day-show = Показать
# Above every page of a past day. $date: the day.
day-banner = Состояние на конец дня { $date }
day-frozen = Страница только для просмотра, её цифры не меняются.
day-today = Состояние на сегодня
day-rows = Состояние указано на тот день. Нажатие на строку открывает поручение, каким оно было тогда.
day-marks = Оценки, поставленные к этому дню, по подсчёту на его конец.
# Among what needed attention. $count: how many organisations.
day-vacant = { $count ->
    [one] В { $count } организации не был назначен ответственный
    [few] В { $count } организациях не был назначен ответственный
   *[many] В { $count } организациях не был назначен ответственный
}
# Below what needed attention: what cannot be told of a past day; the second for those who control.
day-unknown = За тот день не сохраняется, до кого доходили сообщения и в каком состоянии были жалобы граждан.
day-unknown-control = За тот день не сохраняется, до кого доходили сообщения, в каком состоянии были жалобы граждан и какие сроки ждали подтверждения.
# Above the history of an assignment on a past day.
day-obligation = Всё, что произошло к концу того дня. Слова, которые добавили к ответу позже, тоже стоят в нём.
day-wrong = Состояния на этот день нет
day-unreadable = Не удалось понять дату. Выберите её в календаре или напишите в виде 2026-11-20.
day-future = Этот день ещё не наступил. Выберите сегодняшний или прошедший день.
day-before = Записи ведутся с { $date }, более раннее состояние неизвестно. Выберите этот день или любой после него.

## Two days side by side

compare-title = Сравнение двух дней
compare-from = Первый день
compare-to = Второй день
compare-show = Сравнить
compare-better = С { $from } по { $to } доля поручений, исполненных в срок, выросла с { $before } до { $after }.
compare-worse = С { $from } по { $to } доля поручений, исполненных в срок, снизилась с { $before } до { $after }.
compare-same = С { $from } по { $to } доля поручений, исполненных в срок, не изменилась: { $share }.
compare-no-rate = На { $from } или на { $to } срок ни одного поручения ещё не наступил: сравнить долю нельзя.
compare-overdue-more = Просроченных поручений стало больше: было { $before }, стало { $after }.
compare-overdue-fewer = Просроченных поручений стало меньше: было { $before }, стало { $after }.
compare-overdue-same = { $count ->
    [one] Число просроченных поручений не изменилось: { $count } поручение.
    [few] Число просроченных поручений не изменилось: { $count } поручения.
   *[many] Число просроченных поручений не изменилось: { $count } поручений.
}
compare-none-overdue = В оба дня просроченных поручений нет.
compare-worst-first = Сначала те, где стало хуже
compare-change = Изменение
compare-improved = лучше
compare-worsened = хуже
compare-unchanged = без изменений
compare-not-comparable = сравнить нельзя

## The matrix

nav-matrix = Матрица
matrix-lead = В строках — мероприятия, в столбцах — организации. Каждый знак — одно поручение: нажмите, чтобы открыть его.
matrix-region = Таблица мероприятий и организаций, прокручивается вбок
matrix-total = Всего
matrix-section = Раздел плана
matrix-all-sections = Все разделы
matrix-measures = Мероприятия
# Which part of a long list is shown. $label: the list.
matrix-part = { $label }: { $first }–{ $until } из { $all }
# What a sign says to who cannot see it. $number: the measure in the plan.
matrix-sign = Пункт { $number }, { $organisation }: { $standing }, срок { $date }
matrix-more = ещё поручений: { $number }
matrix-legend = Знаки
