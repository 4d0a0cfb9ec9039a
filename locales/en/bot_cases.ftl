### What the bot writes about cases of low marks, in Telegram's HTML. Values are escaped.

## For officers

case-title-open = ⚠️ <b>A citizen gave a low mark</b>
case-title-again = ⚠️ <b>The answer did not help: the case is open again</b>
case-title-answered = ✅ <b>The case is answered</b>
case-title-withdrawn = ✖️ <b>The citizen raised the mark: no answer is needed</b>
case-title-left-out = ✖️ <b>The mark was left out after a review: no answer is needed</b>
case-mark-given = Mark: { $stars }
case-answer-given = Answer: “{ $words }”
case-waits-for-answer = The citizen wants to hear the answer.
case-said-solved = ✅ The citizen says: it helped.
case-said-partly = The citizen says: it helped in part.
case-said-not = ❗ The citizen says: it did not help.
case-ask-words =
    <b>Write the answer in one message</b>
    What was done, or when will it be done? At most { $limit } characters.
case-ask-for-citizen = The citizen will read it as you write it.
case-ask-for-control = Control will read it. Nobody knows who rated.
case-words-missing = Please write the answer in words.
case-words-late = Your words were not kept: the case needs no answer any more. Below you see how it stands.
cases-title = <b>Low marks without an answer: { $count }</b>
cases-line = { $number }. <b>{ $due }</b> ({ $left }) — { $stars } { $service }
cases-none = ✅ <b>No low mark waits for your answer</b>

## For leaders

cases-late-title = 🛑 <b>Low marks without an answer in time: { $count }</b>
cases-late-next = The officers have been reminded. Please see to it that citizens are answered.

## For citizens

case-will-hear =
    <b>We will send you the answer here</b>

    For that the number of this chat is kept encrypted until the answer is sent, and then deleted. The organisation does not see who you are.
case-answer-title = <b>The organisation has answered your rating</b>
case-answer-question = Did it help?
case-judged-solved = ✅ Thank you. We are glad that it helped.
case-judged-partly = Thank you. The organisation sees that it helped in part.
case-judged-again = The case is open again, and the head of the organisation and control hear of it. They must answer by <b>{ $date }</b>; you will read it here.
case-judged-not = Thank you for saying so; control sees it. You can also turn to the Single portal, my.gov.uz, or call the hokimiyat.
