### An assignment goes to a colleague, in Telegram's HTML. Values are escaped.

## Under the assignment: who alone does it, who was asked

item-doer = 👤 Выполняет: <b>{ $name }</b>
item-offered = ⏳ Предложено: { $name }, ждём ответа

## In the list: what colleagues do, who does it, and for the head the last answer

tasks-of-colleagues = 👥 У коллег: <b>{ $count }</b>
tasks-doer = 👤 { $name }
tasks-answer = 💬 { $answer }

## The choice

hand-over-choose = 🤝 <b>Кому передать поручение?</b>
hand-over-choose-next = Если коллега согласится, напоминания будут приходить только этому сотруднику.
hand-over-no-colleague = В этой организации нет другого ответственного сотрудника, подключённого к боту.

## The question to the colleague, and what came of it

hand-over-question = 🤝 <b>{ $person } предлагает Вам поручение</b>
hand-over-question-next = Если согласитесь, поручение выполняете Вы, и напоминания приходят Вам.
hand-over-question-until = Ответить нужно до: <b>{ $date }</b> включительно
hand-over-refused =
    ✖️ <b>Вы не взяли это поручение</b>
    Об этом узнает { $person }.
hand-over-over =
    <b>Это предложение больше не действует</b>

    Откройте список своих поручений.
hand-over-accepted = ✅ <b>Поручение берёт { $person }</b>
hand-over-accepted-next = Теперь напоминания приходят этому сотруднику.
hand-over-declined = ✖️ <b>{ $person } не берёт поручение</b>
hand-over-lapsed = ⌛ <b>{ $person }: ответа в срок не было, предложение больше не действует</b>
hand-over-declined-next = Всё осталось как было. Можно предложить поручение другому коллеге.
hand-over-unassigned = ⚠️ <b>Поручение снова на всех сотрудниках</b>
hand-over-unassigned-next = Тот, кто его выполнял, больше не может отвечать за организацию.
