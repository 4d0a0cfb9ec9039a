### Leave and substitutes, in Telegram's HTML. Values are escaped.

## News of a substitution. $first and $last: its first and last day.

leave-days = Days: <b>{ $first } – { $last }</b>
leave-where = Organisation: { $organisation }
leave-news-substitute = 🔁 <b>You answer in place of { $person }</b>
leave-news-substitute-next = On these days the reminders of assignments come to you, and you can answer them.
leave-news-head = 🔁 <b>{ $person } is on leave</b>
leave-news-head-next = On these days { $substitute } answers the assignments.
leave-news-absent = 🔁 <b>A leave was entered for you</b>
leave-news-absent-next = On these days { $substitute } answers the assignments in your place.
leave-news-ended-substitute = 🔁 <b>You no longer stand in for { $person }</b>
leave-news-ended-substitute-next = Thank you for your help!
leave-news-ended-head = 🔁 <b>{ $substitute } no longer stands in for { $person }</b>
leave-news-ended-absent = 🔁 <b>{ $substitute } no longer stands in for you</b>

## /leave: who answers in one's place

leave-title = 🏖 <b>Leave and substitute</b>
leave-own = <b>{ $substitute }</b> answers in your place
leave-other = You stand in for: <b>{ $person }</b>
leave-choose = Who answers in your place while you are on leave? Choose a colleague:
leave-choose-organisation = From which organisation's work are you going on leave?
leave-no-colleague = No other colleague of this organisation uses the bot. Tell your head or an administrator, who can invite one.
# Above a calendar. $substitute: the colleague who was chosen.
leave-ask-last-day =
    🏖 <b>Choose the last day of your leave</b>

    From today until that day { $substitute } answers in your place.
leave-ask-first-day =
    🏖 <b>Choose the first day of your leave</b>

    From that day on { $substitute } answers in your place.
leave-ask-last-day-from =
    🏖 <b>Choose the last day of your leave</b>

    First day: <b>{ $first }</b>. { $substitute } answers in your place.
