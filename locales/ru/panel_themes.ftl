### Что пишут граждане, в панели. Простой текст.

refusal-comment-gone = Этот комментарий уже скрыт, или по нему есть обращение.
themes-title = Что пишут граждане
# $count: how many comments were looked at.
themes-text = За последние 90 дней — { $count ->
    [one] { $count } комментарий
    [few] { $count } комментария
   *[many] { $count } комментариев
}.
themes-hidden = { $count ->
    [one] { $count } комментарий скрыт.
    [few] { $count } комментария скрыто.
   *[many] { $count } комментариев скрыто.
}
themes-counts = По темам
themes-latest = Последние
themes-none = Таких комментариев нет.
themes-decide = Решить
themes-reason = Почему скрыть? Причина сохранится в журнале.
themes-hide = Скрыть
themes-case = Нужен ответ
themes-words = Слова, по которым узнаются темы
themes-label = По строке на тему: название, двоеточие, начала слов
themes-keep = Сохранить
themes-note = Слово находится и в латинице, и в кириллице, с любым окончанием.
themes-wrong = Строка { $line } — не тема: название, двоеточие и слова не короче трёх букв; не более { $most } тем.
themes-said-kept = Сохранено. Прежние комментарии тоже считаются по этим темам.
themes-said-hidden = Комментарий скрыт. Оценка по-прежнему учитывается.
themes-said-case = У организации запрошен ответ.
