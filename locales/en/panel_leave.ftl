### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: on leave { $first } – { $last }, { $substitute } stands in
people-leave-end = End the leave
people-on-leave = Leave and substitute
people-said-leave-set = The substitute is named and will be told, and so will the head.
people-said-leave-ended = The leave has ended. The reminders go to the officer again.
leave-page-title = Leave and substitute
leave-page-text = On these days the reminders go to the substitute, who can answer for the organisation. The first and the last day count.
leave-page-no-colleague = No other colleague of this organisation uses the bot. Please invite somebody first.
leave-page-substitute = Who answers in their place
leave-page-first = First day
leave-page-last = Last day
leave-page-set = Name the substitute
leave-incomplete = Please choose the substitute and both days.
vacancy-head = There is no officer who can be reached: reminders go to the head alone. Please contact { $name }
vacancy-call = There is no officer who can be reached: reminders go to nobody. Please contact { $name }
fact-assignee = Done by
history-offered = Offered the assignment to a colleague.
history-taken-over = Took the assignment over.
history-declined = Did not take the offered assignment.
history-offer-withdrawn = Took the offer back.
history-offer-lapsed = The colleague did not answer in time, so the offer lapsed.
history-unassigned = The assignment is again with all officers.
## Who does an assignment, on its page: an offer to a colleague

hand-card-title = Done by: { $doer }
hand-card-all = all officers of the organisation
hand-card-waits = Offered to { $name }. The answer is awaited until { $date }.
hand-card-choose = To which colleague it is offered
hand-card-send = Offer
hand-card-note = { $days ->
    [one] The colleague is asked in Telegram and has { $days } working day to answer.
   *[other] The colleague is asked in Telegram and has { $days } working days to answer.
} Until they agree, nothing changes.
hand-card-withdraw = Take the offer back
hand-card-nobody = No other officer of this organisation uses the bot.
hand-said-offered = The offer is sent: the colleague is asked in Telegram.
hand-said-withdrawn = The offer is taken back.
