### Pages of a day that is over, two days side by side, and the matrix of the plan. Plain text.

## A past day

day-choose = Прошедший день
day-label = Состояние на конец какого дня?
day-show = Показать
# Above every page of a past day. $date: the day.
day-banner = Состояние на конец дня { $date }.
day-frozen = Страница только для просмотра, её цифры не меняются.
day-today = Состояние на сегодня
day-rows = Состояние указано на тот день. Нажатие на строку открывает сегодняшнюю страницу поручения.
day-marks = Оценки, поставленные к этому дню, по сегодняшнему подсчёту.
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
