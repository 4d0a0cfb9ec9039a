### Search, saved lists, keys. Plain text.

search-title = Поиск
search-measures = Мероприятия
search-services = Услуги
search-points = Точки
search-all = Все результаты
search-more = Показать ещё
search-short = Введите хотя бы две буквы.
# $words: what was typed.
search-none = По запросу «{ $words }» ничего не найдено.
search-hint = Введите название организации, услуги или точки, имя сотрудника, слово из поручения или номер мероприятия. Латиница или кириллица, опечатки — не важно.
# $number: of the measure. $plan: the number of its decree.
search-measure = Мероприятие № { $number }, решение № { $plan }
views-title = Сохранённые списки
views-lead = Эти списки видны только Вам.
views-none = Пока нет. Отфильтруйте список и нажмите «Сохранить этот список».
views-save = Сохранить этот список
views-manage = Изменить
views-name = Название списка
views-keep = Сохранить
views-rename = Переименовать
views-remove = Удалить
views-unnamed = Без названия
# $count: how many one may keep.
views-full = Можно сохранить не более { $count } списков. Удалите ненужный и попробуйте снова.
keys-title = Клавиши
keys-lead = Быстрее с клавиатуры, без мыши.
keys-search = Поиск
keys-next = Следующая строка списка
keys-previous = Предыдущая строка списка
keys-help = Эта страница
keys-note = Когда Вы вводите текст, эти клавиши остаются обычными буквами.
keys-are-on = Клавиши включены.
keys-are-off = Клавиши выключены.
keys-turn-off = Выключить
keys-turn-on = Включить
