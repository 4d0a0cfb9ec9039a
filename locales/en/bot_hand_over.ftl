### An assignment goes to a colleague, in Telegram's HTML. Values are escaped.

## Under the assignment: who alone does it, who was asked

item-doer = 👤 Done by <b>{ $name }</b>
item-offered = ⏳ Offered to { $name }, who has not answered yet

## In the list: what colleagues do, who does it, and for the head the last answer

tasks-of-colleagues = 👥 With colleagues: <b>{ $count }</b>
tasks-doer = 👤 { $name }
tasks-answer = 💬 { $answer }

## The choice

hand-over-choose = 🤝 <b>To whom do you hand this assignment?</b>
hand-over-choose-next = If your colleague agrees, the reminders go to them alone.
hand-over-no-colleague = No other officer of this organisation uses the bot.

## The question to the colleague, and what came of it

hand-over-question = 🤝 <b>{ $person } would like to hand you an assignment</b>
hand-over-question-next = If you agree, you do it and the reminders come to you.
hand-over-question-until = Please answer by <b>{ $date }</b>
hand-over-refused =
    ✖️ <b>You did not take this assignment</b>
    { $person } will be told.
hand-over-over =
    <b>This offer no longer stands</b>

    Please open the list of your assignments.
hand-over-accepted = ✅ <b>{ $person } took the assignment</b>
hand-over-accepted-next = The reminders go to them now.
hand-over-declined = ✖️ <b>{ $person } did not take the assignment</b>
hand-over-lapsed = ⌛ <b>{ $person } did not answer in time, so the offer no longer stands</b>
hand-over-declined-next = Everything stays as it was. You can offer it to another colleague.
hand-over-unassigned = ⚠️ <b>An assignment is everybody’s again</b>
hand-over-unassigned-next = Whoever did it can no longer answer for the organisation.
