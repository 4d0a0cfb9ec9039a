### An assignment goes to a colleague, in Telegram's HTML. Values are escaped.

## Under the assignment: who alone does it, who was asked

item-doer = 👤 Бажаради: <b>{ $name }</b>
item-offered = ⏳ Таклиф қилинган: { $name }, жавоби кутилмоқда

## In the list: what colleagues do, who does it, and for the head the last answer

tasks-of-colleagues = 👥 Ҳамкасбларим бажаради: <b>{ $count }</b>
tasks-doer = 👤 { $name }
tasks-answer = 💬 { $answer }

## The choice

hand-over-choose = 🤝 <b>Топшириқни кимга бермоқчисиз?</b>
hand-over-choose-next = Ҳамкасбингиз рози бўлса, эслатмалар фақат унга боради.
hand-over-no-colleague = Бу ташкилотда ботга уланган бошқа масъул ходим йўқ.

## The question to the colleague, and what came of it

hand-over-question = 🤝 <b>{ $person } Сизга топшириқ бермоқчи</b>
hand-over-question-next = Рози бўлсангиз, бу топшириқни Сиз бажарасиз ва эслатмалар Сизга келади.
hand-over-question-until = Жавоб муддати: <b>{ $date }</b>
hand-over-refused =
    ✖️ <b>Сиз бу топшириқни олмадингиз</b>
    { $person } бундан хабар топади.
hand-over-over =
    <b>Бу таклиф энди кучда эмас</b>

    Топшириқларингиз рўйхатини очиб кўринг.
hand-over-accepted = ✅ <b>{ $person } топшириқни олди</b>
hand-over-accepted-next = Энди эслатмалар унга боради.
hand-over-declined = ✖️ <b>{ $person } топшириқни олмади</b>
hand-over-lapsed = ⌛ <b>{ $person } ўз вақтида жавоб бермади, таклиф энди кучда эмас</b>
hand-over-declined-next = Топшириқ аввалгидек қолди. Бошқа ҳамкасбга таклиф қилишингиз мумкин.
hand-over-unassigned = ⚠️ <b>Топшириқ яна ҳаммага қайтди</b>
hand-over-unassigned-next = Уни бажараётган ходим энди ташкилот номидан жавоб бера олмайди.
