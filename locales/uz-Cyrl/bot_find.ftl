### What the bot writes to a citizen who looks for a service, in Telegram's HTML. Values are escaped.

link-not-understood =
    <b>Бу ҳаволани тушунмадим</b>
    У эскирган ёки тўлиқ кўчирилмаган бўлиши мумкин.
find-by-name-hint = <i>Хизмат номини шу ерга ёзинг, масалан: нафақа. Хато билан ёзсангиз ҳам топамиз.</i>
find-found = 🔎 <b>«{ $query }»</b> бўйича топилди. Рақамини босинг:
find-not-comment = <i>Ёзганингиз сақланмади.</i>
find-nothing = 🔎 <b>«{ $query }»</b> бўйича хизмат топилмади
find-unknown-service = <b>Бу хизмат энди рўйхатда йўқ</b>
find-organisations = <b>Хизматни қайси ташкилот кўрсатди?</b>
# Above the services of one organisation.
find-services-of =
    <b>{ $organisation }</b>
    Қайси хизматни баҳолайсиз? Рақамини босинг:
find-line = <b>{ $number }.</b> { $name } — <i>{ $organisation }</i>
find-line-short = <b>{ $number }.</b> { $name }
# In a message that somebody passes on. $link: a link into the bot.
find-passed-on = Хизматни икки босишда баҳолаш: { $link }
