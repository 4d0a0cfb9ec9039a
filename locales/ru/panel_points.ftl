### The pages of service points and of what is printed for them. Plain text.

nav-points = Точки и плакаты
points-lead = Места, где оказывают услуги: у каждого своя ссылка и QR-код. Здесь печатают плакаты, карточки и наклейки.
points-search = Услуга, место или код с плаката
points-every-organisation = Все организации
points-find = Найти
points-in-use = Работают
points-out-of-use = Не работают
points-none = Таких точек нет.
points-print-all = Печать для организации
point-new = Новая точка
point-new-lead = Ещё одно место, где оказывают услугу: зал, окно, филиал. Оно получит свою ссылку и QR-код.
point-make = Создать точку
point-service = Услуга
point-code = Код ссылки
point-state = Состояние
point-in-use = Работает
point-link-revoked = Ссылка отозвана
point-closed = Закрыта
# $language: the name of a language in itself.
point-name-in = Название места: { $language }
point-names-note = Если названия на языке нет, показывается узбекское.
point-names = Название места
point-name-missing = Напишите название места по-узбекски латиницей.
point-save = Сохранить
point-link = Ссылка и QR-код
point-copy = Скопировать ссылку
point-qr = QR-код точки
point-no-bot = Бот ещё не запускался, поэтому ссылки неизвестны. Сначала запустите бота.
point-revoked-since = Ссылка отозвана: { $when }. Граждане не могут поставить оценку; выдайте новую ссылку.
point-closed-text = Точка закрыта: бот скажет об этом тем, кто откроет её ссылку.
point-change = Изменить ссылку и состояние
point-replace = Заменить ссылку
point-replace-text = Точка получит новую ссылку. Тем, кто откроет код со старого плаката, бот предложит новую. Напечатайте новый плакат.
point-revoke = Отозвать ссылку
point-revoke-text = Ссылка сразу перестанет действовать, новая не выдаётся. Так поступают, если плакат пропал или его переставили.
point-close = Закрыть точку
point-close-text = Услугу здесь больше не оказывают. Оценки сохранятся, точку можно открыть снова.
point-reopen = Открыть точку снова
point-reason = Причина (необязательно)
point-history = История точки
point-history-none = Пока ничего не меняли.
point-was-added = Точка создана.
point-was-renamed = Название места изменено.
point-was-closed = Точка закрыта.
point-was-reopened = Точка снова открыта.
# $code, $before, $after: codes of links.
point-link-was-revoked = Ссылка отозвана: { $code }.
point-link-was-replaced = Ссылка заменена: { $before } → { $after }.
point-said-added = Точка создана. Теперь скачайте её плакат.
point-said-renamed = Название сохранено. Плакат будет с новым названием.
point-said-revoked = Ссылка отозвана.
point-said-replaced = Ссылка заменена. Напечатайте новый плакат.
point-said-closed = Точка закрыта.
point-said-reopened = Точка снова открыта.
print-title = Плакат, карточка, наклейки
print-what = Что печатать
print-languages = На каких языках
print-poster = Плакат, А4
print-poster-use = на стену и дверь
print-card = Карточка, А5
print-card-use = к окну и на стол
print-stickers = Наклейки, А4
print-stickers-use = 12 на одном листе
print-note = PDF — для печати, SVG и PNG — для оформителей и сайтов.
print-preview = Как выглядит плакат
print-not-in-use = Ссылка не действует, поэтому печатать нечего.
print-by-others = Плакат скачивают сотрудники организации, контролёр и администратор.
print-part = Какие точки
print-book = Один PDF
print-zip = ZIP: отдельные файлы
print-book-note = В PDF каждой точке отведена страница. В ZIP у каждой точки файлы PDF и SVG.
points-count = { $count ->
    [one] { $count } работающая точка
    [few] { $count } работающие точки
   *[many] { $count } работающих точек
}
point-name-too-long = { $limit ->
    [one] Название места должно быть не длиннее { $limit } знака.
    [few] Название места должно быть не длиннее { $limit } знаков.
   *[many] Название места должно быть не длиннее { $limit } знаков.
}
