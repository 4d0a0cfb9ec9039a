### Cases of low marks in the panel. Plain text.

case-left-out = The mark was left out after a review, so no answer is expected.
case-reopened = The citizen was not content with the answer, so the case is open again.
case-wanted = The citizen wants to hear the answer and will read it in Telegram as it stands here.
case-verdict-solved = The citizen says: it helped.
case-verdict-partly = The citizen says: it helped in part.
case-verdict-not = The citizen says: it did not help.
case-figures-median = Usual time to an answer, in working time
case-figures-solved = Answers that helped
case-figures-of = { $solved } of { $judged }
case-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
case-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
case-figures-none = not known yet
case-policy = When a case is opened
case-policy-low = This mark and lower ones
case-policy-days = Working days for the answer
case-policy-keep = Save
case-policy-wrong = A mark from 1 to 4, and from 1 to { $longest } working days.
case-policy-note = A low mark opens a case. A complaint beside a good mark can open one, too:
case-policy-themes = themes of comments
case-policy-kept = Saved. It holds for marks from now on.

## The list

ratings-cases-title = Cases
ratings-cases-lead = Cases that low marks and complaints opened: the organisation looks into each and answers in time.
ratings-cases-none = There are no such cases.
cases-open = Open
cases-late = Late
cases-answered = Answered
cases-all = All cases
