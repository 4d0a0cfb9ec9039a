### The pages of the panel where people work: assignments, ratings, people, plan. Plain text.

## One assignment: the decision and the answer

obligation-back = Back
obligation-basis = Decree No. { $number } of { $date }, point { $point }
obligation-decide = Decision
obligation-reported-done = { $name } has marked the assignment as done.
obligation-reported-nothing = { $name } has told that there was nothing to do in this period.
obligation-with-files = { $count ->
    [one] { $count } piece of evidence is attached.
   *[other] { $count } pieces of evidence are attached.
}
obligation-reported-late = The report came after the deadline.
obligation-reason = Comment (needed to return)
obligation-accept = Accept
obligation-return = Return
# Above the page when somebody was quicker, or a button was pressed twice. $reason: a whole sentence that says what stands in the way.
obligation-changed = Things have changed since you opened the page. { $reason } Below you see how it stands now.
obligation-said-answered = Your answer is saved.
obligation-answer = Answer
obligation-answer-text = Comment (optional)
obligation-answer-promised = When will it be done? (for the answer “In progress”, optional)
obligation-answer-files = You can send documents and photos through the bot.
obligation-facts = Facts

## The facts of an assignment

fact-due = Deadline
fact-original = Date of the plan
fact-why = Why this date?
fact-day-off = { $date } — day off
fact-holiday = { $date } — { $name }
fact-holiday-unsure = { $date } — { $name } (not officially confirmed yet)
fact-moved = So the deadline moved to the nearest working day: { $date }.
fact-officer = Responsible officer
fact-organisation = Organisation
fact-submitted = Handed in
fact-promised = Promised day
fact-period = Period
fact-wording = Wording of the decree
fact-phrase = Deadline as the decree words it
fact-rule = How it was read
fact-executors = Executors named in the plan
fact-controller = Controlled by
fact-mechanism = Mechanism and result
fact-basis = Basis

## The schedule of reminders

reminder-title = Reminders
reminder-none = There will be no more reminders of this assignment.
reminder-sent = sent
reminder-waiting = being sent
reminder-not-sent = not delivered
reminder-planned = planned

## The history of an assignment

history-title = Answers and evidence
history-bot = Bot
history-plan = Plan
history-system = System
history-made = The assignment was made from the plan.
# What a report says, beside its author; control has not said it.
history-reported-done = Report: done
history-reported-nothing = Report: nothing to report
history-promised = Promised for { $date }.
history-reminded = Reminder sent to { $name }, { $stage }.
history-not-reminded = A reminder did not reach { $name }, { $stage }.
file-waiting = being fetched
file-failed = could not be fetched

## The list of assignments

measures-search = Assignment or organisation
measures-find = Search
measures-filter = Filter
measures-drop = Remove the filter “{ $words }”
measures-clear = Show all assignments
measures-pages = Pages

## Ratings

ratings-days-30 = Last 30 days
ratings-days-90 = Last 90 days
ratings-days-365 = Last 12 months
ratings-distribution = Distribution of ratings
ratings-none = Nobody has rated in this period. Put up the QR code where the service is given, so that citizens can rate it.
ratings-private = Who rates is not kept. The mean of a service with fewer than 10 ratings is not shown.
ratings-mean = Mean
ratings-count = Count
ratings-cases = Open cases
ratings-services = By service
ratings-service = Service
ratings-few = too few

## A case that a low rating opened

case-title = A low rating
case-reply = Answer
case-open = Open
case-mark = Mark
case-opened = Received
case-due = Answer by
case-point = Where it was rated
case-words = What the citizen says
case-answer = Answer of the organisation
case-answer-label = What was done, or when will it be done?
case-answer-missing = Please write what was done, or when it will be done.
case-send = Save the answer
case-note = The control officer will see the answer. Nobody knows who rated.
case-said = The answer is saved and the case is closed.
case-already = This case has been answered already, or needs no answer any more. Below you see how it stands now.
case-given = The answer
case-waits = The organisation has not answered yet.
case-withdrawn = The citizen raised the mark on the same day, so no answer is expected.

## People

people-unreached = { $count ->
    [one] In { $count } organisation somebody cannot be reached or nobody is responsible.
   *[other] In { $count } organisations somebody cannot be reached or nobody is responsible.
}
people-only-unreached = Cannot be reached
people-all-reached = Everybody can be reached.
people-none = No organisation was found. An administrator loads them from a file.
people-vacant = There is no responsible officer who can be reached: reminders go to nobody. Please invite one.
people-nobody = Nobody is assigned yet.
people-blocked = Messages have not arrived since { $date }. { $cause }
people-invited = Invited, the link works until { $date }
people-never-linked = Not linked to Telegram: invite anew
people-invite = Invite
people-actions = Actions
people-again = Make a new link
people-end = End this role
people-end-sure = The role ends at once. If the organisation has no other officer then, reminders reach nobody.
people-end-yes = Yes, end it
people-said-ended = The role has ended. Earlier answers stay.

## Inviting somebody

invite-title = Invite somebody
invite-text = This makes a link that works once. Give it to this very person.
invite-name = Name
invite-name-missing = Please enter the name.
invite-too-long = { $limit ->
    [one] Name and position may have up to { $limit } character each.
   *[other] Name and position may have up to { $limit } characters each.
}
invite-position = Position (optional)
invite-make = Make the link
invite-no-bot = The bot is not connected to Telegram yet, so an invitation would lead nowhere. Please start the bot first.
invited-title = The invitation is ready
invited-link = The link, to be used once
invited-how = Send the link to this person, or scan the QR code with their phone.
invited-until = The link works once, until { $date }.
invited-once = The link is not shown again. If it is lost, make a new one on the page “People”.
invited-done = Back to the list

## The plan

plan-decree = Decree No. { $number } of { $date }
plan-none = No plan has been loaded yet. An administrator loads it from a file.
plan-waiting = { $count ->
    [one] The deadline of { $count } measure is not confirmed: it makes no assignments yet.
   *[other] The deadlines of { $count } measures are not confirmed: they make no assignments yet.
}
plan-all-confirmed = No deadline waits to be confirmed.
plan-certain = Certain
plan-to-confirm = To be confirmed
plan-confirmed = Confirmed
plan-no-date = No date
plan-confirmed-by = Confirmed by { $name }, { $date }
plan-confirmed-at = Confirmed on the server, { $date }
plan-next = Next dates
plan-confirm = Confirm
plan-said-confirmed = The rule is confirmed. Its assignments are being made.

## Confirming the rule of a measure

plan-kind = Sort of deadline
plan-why = Why it was read so
plan-choose = The rule
plan-choose-text = Accept the proposed rule or choose another one. Once it is confirmed, assignments are made by it.
plan-changed = The rule has changed since you opened the page. Please look at it as it is now and confirm again.
plan-as-proposed = As proposed: { $rule }
plan-opt-on = On one day
plan-opt-after = After adoption
plan-opt-yearly = Every year
plan-opt-half-yearly = Every half-year
plan-opt-quarterly = Every quarter
plan-opt-monthly = Every month
plan-opt-weekly = Every week
plan-opt-daily = Every working day
plan-count = How many
plan-unit = Of what
plan-unit-days = days
plan-unit-working-days = working days
plan-unit-weeks = weeks
plan-unit-months = months
plan-unit-years = years
plan-day = Day
plan-months-after = { $months ->
    [0] last month of the period
    [1] month after the period
   *[2] month { $months } after the period
}
plan-confirm-rule = Confirm the rule
plan-wrong-kind = Please choose one of the rules.
plan-wrong-nothing-proposed = There is no proposed rule. Please choose another one.
plan-wrong-date = Please enter a day that is in the calendar.
plan-wrong-before-adoption = The day must be after the adoption of the decree.
plan-wrong-count = Please give a number from 1 to 1000 and its unit.
plan-wrong-day = There is no such day in that month. Please choose another one.
plan-wrong-weekdays = Please choose at least one day of the week.
plan-wrong-no-dates = This rule makes no date. Please choose one that does.

## What a measure says in other languages

plan-translations = Translations
plan-translations-text = The wording of the decree is the one that binds; a translation only helps to read it. Where there is none, the wording of the decree is shown. The translation of the section holds for the whole section.
plan-translations-save = Save translations
plan-translations-said = Saved: the translations were changed.
# Above the form. $limit: how long a text may be.
plan-translation-too-long = A text is too long: at most { $limit } characters.
