### Leave and substitutes, in Telegram's HTML. Values are escaped.

## News of a substitution. $first and $last: its first and last day.

leave-days = Кунлар: <b>{ $first } — { $last }</b>
leave-where = Ташкилот: { $organisation }
leave-news-substitute = 🔁 <b>Сиз { $person } ўрнига жавоб берасиз</b>
leave-news-substitute-next = Шу кунларда топшириқлар эслатмаси Сизга келади ва уларга жавоб бера оласиз.
leave-news-head = 🔁 <b>{ $person } таътилда</b>
leave-news-head-next = Бу кунларда топшириқларга { $substitute } жавоб беради.
leave-news-absent = 🔁 <b>Сизга таътил белгиланди</b>
leave-news-absent-next = Бу кунларда топшириқларга Сизнинг ўрнингизга { $substitute } жавоб беради.
leave-news-ended-substitute = 🔁 <b>Сиз энди { $person } ўрнини босмайсиз</b>
leave-news-ended-substitute-next = Ёрдамингиз учун раҳмат!
leave-news-ended-head = 🔁 <b>{ $substitute } энди { $person } ўрнини босмайди</b>
leave-news-ended-absent = 🔁 <b>{ $substitute } энди Сизнинг ўрнингизни босмайди</b>

## /tatil: who answers in one's place

leave-title = 🏖 <b>Таътил ва ўринбосар</b>
leave-own = Сизнинг ўрнингизга жавоб беради: <b>{ $substitute }</b>
leave-other = Сиз ўрнини босасиз: <b>{ $person }</b>
leave-choose = Таътилга чиқсангиз, ўрнингизга ким жавоб беради? Ҳамкасбни танланг:
leave-choose-organisation = Қайси ташкилотдаги вазифангиз бўйича таътилга чиқасиз?
leave-no-colleague = Бу ташкилотда ботга уланган бошқа ҳамкасб йўқ. Раҳбарингизга ёки администраторга айтинг: у одамни таклиф қилади.
# Above a calendar. $substitute: the colleague who was chosen.
leave-ask-last-day =
    🏖 <b>Таътилнинг охирги кунини танланг</b>

    Бугундан шу кунгача ўрнингизга { $substitute } жавоб беради.
leave-ask-first-day =
    🏖 <b>Таътилнинг биринчи кунини танланг</b>

    Шу кундан бошлаб ўрнингизга { $substitute } жавоб беради.
leave-ask-last-day-from =
    🏖 <b>Таътилнинг охирги кунини танланг</b>

    Биринчи куни: <b>{ $first }</b>. Ўрнингизга { $substitute } жавоб беради.
