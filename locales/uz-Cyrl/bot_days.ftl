### Messages about due days that changed. Telegram's HTML.

# $days: the names of the holidays that came or went, as the administrator entered them.
days-moved-calendar =
    📅 <b>Топшириқ муддатлари ўзгарди</b>
    Иш кунлари тақвимига ўзгартириш киритилди: { $days }.
days-moved-rule =
    📅 <b>Топшириқ муддатлари ўзгарди</b>
    Назорат чора-тадбирнинг муддатини қайта белгилади.
days-moved-line = { $number }. { $before } → <b>{ $after }</b>: { $text }
# The assignment is not asked for any more.
days-moved-dropped = { $number }. { $before } — энди сўралмайди: { $text }
days-moved-more = … ва яна { $count } та топшириқ.
days-moved-next = Эслатмалар янги муддатга қараб келади.
