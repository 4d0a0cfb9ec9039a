### Leave and substitutes, in Telegram's HTML. Values are escaped.

## News of a substitution. $first and $last: its first and last day.

leave-days = Дни: <b>{ $first } — { $last }</b>
leave-where = Организация: { $organisation }
leave-news-substitute = 🔁 <b>Вы отвечаете вместо сотрудника: { $person }</b>
leave-news-substitute-next = В эти дни напоминания о поручениях придут Вам, и Вы сможете на них отвечать.
leave-news-head = 🔁 <b>{ $person }: отпуск</b>
leave-news-head-next = В эти дни на поручения отвечает { $substitute }.
leave-news-absent = 🔁 <b>Вам назначен отпуск</b>
leave-news-absent-next = В эти дни вместо Вас на поручения отвечает { $substitute }.
leave-news-ended-substitute = 🔁 <b>Вы больше не замещаете сотрудника: { $person }</b>
leave-news-ended-substitute-next = Спасибо за помощь!
leave-news-ended-head = 🔁 <b>{ $person }: замещение закончено, { $substitute } больше не отвечает</b>
leave-news-ended-absent = 🔁 <b>{ $substitute } больше не отвечает вместо Вас</b>
