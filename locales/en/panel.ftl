### The shell of the panel and its first pages. Plain text.

## The frame of every page

panel-skip = Skip to content
panel-menu = Main menu
panel-search = Organisation, assignment, person…
panel-language = Language
panel-dark = Dark theme
panel-light = Light theme
panel-sign-out = Sign out
panel-foot = Execution of the plan of measures on public e-services
panel-demo = Demo: all names and numbers are invented
panel-fresh = There is something new. Show it
panel-live = Live
panel-as-of = as of { $moment }
panel-table = Show as a table
panel-all = All
panel-show-all = Show all
panel-shown = { $shown } of { $all } shown
panel-print = Print

## The menu

nav-overview = Overview
nav-organisations = Organisations
nav-obligations = Assignments
nav-ratings = Citizens’ ratings
nav-control = Management
nav-plan = Plan of measures
nav-people = People
nav-waiting = waiting for review
tab-overview = Overview
tab-obligations = Tasks
tab-ratings = Ratings
tab-more = More

## Signing in

login-title = Sign in
login-text = Sign in with Telegram, no password needed. When the bot asks, compare the number on this page.
login-telegram = Sign in with Telegram
login-qr = At a computer? Point your phone’s camera at the QR code.
login-qr-label = QR code that opens the bot
login-code = The number in Telegram must be the same:
login-waiting = Once you confirm in Telegram, this page goes on by itself.
login-confirmed = I have confirmed, go on
login-approved = Confirmed in Telegram.
login-go-on = Go on
login-refused = The sign-in was refused in Telegram. If it was not you, tell the administrator.
login-again = Try again
login-no-bot = The bot has not been connected to Telegram yet, so nobody can sign in. Reload this page once the administrator has started it.
login-look-again = Reload the page

## A one-time invitation opened in a browser

join-title = Invitation
join-text = You are invited to the panel.
join-name = Name
join-role = Role
join-accept = Accept and sign in
join-note = The link works once. If this is not you, close the page.
welcome-title = Welcome
welcome-text = You are signed in. Connect your Telegram account to sign in next time.
welcome-telegram = Connecting Telegram
welcome-why = Make a one-time link and open it on your phone. After that the bot knows you and sends reminders.
welcome-make = Make the link
welcome-open = Open the link on a phone with Telegram, or scan the QR code.
welcome-connect = Open in Telegram
welcome-once = The link is shown only here, once, and works for 72 hours.
welcome-ask = Ask the administrator for an invitation link for Telegram.
welcome-later = Later, go to the panel

## Instead of a page

error-not-found = Page not found
error-not-found-text = Check the address or go back to the first page.
error-refused = This cannot be done
error-stale = The page is out of date
error-stale-text = Nothing was changed. Reload the page and try again.
error-unreadable = The request cannot be understood
error-unreadable-text = Nothing was changed. Go back and try again.
error-busy = Too many requests at once
error-busy-text = Try again in a minute.
error-failed = Sorry, something broke
error-failed-text = The fault is ours, and your data is safe. Try again a little later.
error-incident = Give this number to the administrator: { $number }
error-home = To the first page

## The period of the figures

board-period-title = Period
board-period-year = { $year }
board-period-all = All time

## Overview

overview-share = { $number }%
overview-rate = { $share } of the assignments that fell due were done on time.
overview-no-rate = No assignment of this period has fallen due yet.
overview-overdue = { $count ->
    [one] { $count } assignment is overdue
   *[other] { $count } assignments are overdue
}
overview-none-overdue = Nothing is overdue ({ $period })
overview-attention-of = As of today, over all periods
overview-due-soon = { $count } more fall due within 7 days
# Before the names of the organisations with overdue assignments, each a link, and the word for the rest of them.
overview-who = Not keeping the plan:
overview-who-more = { $number } more
overview-compliance = Done on time
overview-of = { $done } of { $all } on time
overview-change = points since last quarter
overview-target = Target { $percent }
overview-trend = Trend of 12 months
overview-trend-few = The line appears once there are figures for at least 3 months.
overview-month = Month
overview-rate-column = On time
overview-states = State of assignments
overview-attention = Needs your attention
overview-calm = Nothing needs your attention now.
overview-reports-waiting = { $count ->
    [one] { $count } report waits for review
   *[other] { $count } reports wait for review
}
overview-reports-oldest = The oldest was handed in on { $date }
overview-cases-late = { $count ->
    [one] The answer to { $count } low rating is overdue
   *[other] The answers to { $count } low ratings are overdue
}
overview-vacancies = { $count ->
    [one] In { $count } organisation nobody can be reached
   *[other] In { $count } organisations nobody can be reached
}
overview-rules = { $count ->
    [one] The deadline of { $count } measure waits for confirmation
   *[other] The deadlines of { $count } measures wait for confirmation
}
overview-rules-text = No assignments are made until then
overview-earlier = { $count ->
    [one] { $count } assignment is overdue from earlier periods
   *[other] { $count } assignments are overdue from earlier periods
}
overview-nis = Data entry into NIS.UZ
overview-nis-of = / { $all } organisations have entered
overview-nis-yes = entered
overview-nis-no = not entered
overview-due = Due { $date } — { $left }
overview-satisfaction = Citizens’ satisfaction
overview-interval = 95% interval { $low } – { $high }
overview-few = Too few ratings yet. A mean is shown from 10 on.
overview-low-share = Share of marks 1–2
overview-organisations = By organisation
overview-worst-first = Worst first
overview-deadlines = Coming deadlines
overview-no-deadlines = No deadlines in the coming days.
overview-low = Low ratings
overview-no-low = No low rating waits for an answer.
overview-no-comment = No comment
overview-stars = { $mark } of 5

## Organisations

orgs-organisation = Organisation
orgs-done = Handed in
# The same in a line on a phone.
orgs-handed = { $done } of { $all } handed in
# Below the rate, and on a phone after how many are handed in: how many of those came after the deadline.
orgs-came-late = late: { $number }
orgs-overdue = Overdue
orgs-next = Next deadline
orgs-rating = Rating
orgs-trend = 12 months
orgs-state = State
orgs-none = No organisation matches.
orgs-found = Search: “{ $query }”
orgs-clear = Clear the search
orgs-late-short = { $number } overdue

## One organisation

org-sentence = { $done } of { $all ->
    [one] { $all } assignment
   *[other] { $all } assignments
} handed in
# After it: how many of those that are handed in came after the deadline.
org-handed-late = { $count } of them late
org-overdue = { $count } overdue
org-none = No assignments in this period
org-trend = Trend
org-people = Responsible people
org-no-people = Nobody is responsible
org-no-people-text = Reminders reach nobody. Invite somebody on the page “People”.
org-linked = Telegram connected
org-not-linked = Telegram not connected yet
org-unreachable = Messages do not arrive
org-assignments = Assignments
org-satisfaction = Citizens’ satisfaction
org-cases = Low ratings without an answer
org-all = All assignments

## Lists of assignments

list-measure = Assignment
list-deadline = Deadline
list-answer = Last answer
# Which obligations the list shows, by what the on-time rate counts.
list-expected = Expected in all
list-handed-in = Handed in
list-fell-due = Fell due
list-on-time = On time
list-late = Handed in late
list-answered = { $answer } — { $ago }
list-reported-on-time = Handed in on time: { $when }
list-reported-late = Handed in late: { $when }
list-more-files = More evidence: { $count }
list-promised = promised: { $date }
list-none = No assignment matches.
list-next = Next
list-previous = Previous
