### The command that writes posters. Plain text.

help-posters = Записывает плакаты, карточки и наклейки точек организации в файлы PDF
option-out = Папка для файлов
option-languages = Языки плаката через запятую: uz-Latn, uz-Cyrl, ru, en
cli-posters-none = У организации «{ $key }» нет работающих точек. Все точки: nazorat links
cli-posters-no-bot = Бот ещё не запускался, поэтому ссылки неизвестны. Сначала: nazorat serve
cli-busy-posters = Рисуются плакаты
