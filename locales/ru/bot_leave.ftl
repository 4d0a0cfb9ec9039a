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

## /leave: who answers in one's place

leave-title = 🏖 <b>Отпуск и замещение</b>
leave-own = Вместо Вас отвечает: <b>{ $substitute }</b>
leave-other = Вы замещаете сотрудника: <b>{ $person }</b>
leave-choose = Кто будет отвечать вместо Вас, пока Вы в отпуске? Выберите коллегу:
leave-choose-organisation = В какой организации Вы уходите в отпуск?
leave-no-colleague = В этой организации больше никто не подключён к боту. Скажите руководителю или администратору: он пригласит сотрудника.
# Above a calendar. $substitute: the colleague who was chosen.
leave-ask-last-day =
    🏖 <b>Выберите последний день отпуска</b>

    С сегодняшнего дня и по этот день вместо Вас отвечает { $substitute }.
leave-ask-first-day =
    🏖 <b>Выберите первый день отпуска</b>

    С этого дня вместо Вас отвечает { $substitute }.
leave-ask-last-day-from =
    🏖 <b>Выберите последний день отпуска</b>

    Первый день: <b>{ $first }</b>. Вместо Вас отвечает { $substitute }.
