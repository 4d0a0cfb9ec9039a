### Labels of buttons, and the short lines that answer a press. Plain text; a label has at most 40 characters.

## Languages

button-language-uz-latn = Oʻz
button-language-uz-cyrl = Ўз
button-language-ru = Ру
button-language-en = En

## Moving about

button-tasks = My assignments
button-to-tasks = ← List
button-previous = ← Previous
button-next = Next →
button-help = Help
button-privacy = Privacy
button-panel = Open the panel
# Beside the text field: opens the panel inside Telegram. The shorter the better.
button-menu-panel = Panel

## Answers

button-answer-done = ✓ Done
button-answer-in-progress = In progress
button-answer-blocked = Blocked
button-answer-nothing = Nothing to report
button-without-evidence = Finish, no proof
button-finish = Finish
button-open-task = Open assignment
button-snooze-tomorrow = ⏰ Remind me tomorrow
button-snooze-on = ⏰ Remind me on { $day }
button-snooze-all = ⏰ Remind me of all: { $day }

## Control

button-accept = ✓ Accept
button-return = Return
button-back = ← Back
button-reviews = Under review
button-to-reviews = ← List
button-overdue = Overdue
button-status = Status
button-call = Remind the overdue
button-call-now = ✓ Yes, send
button-sheet = A4 sheet
button-reason-no-evidence = No proof
button-reason-incomplete = Not complete
button-reason-inaccurate = Wrong data

# The reason as the officer reads it.
ready-reason-no-evidence = No supporting document is attached.
ready-reason-incomplete = The work is not complete.
ready-reason-inaccurate = The data is wrong or not exact.

## Invitations and signing in

button-join = I agree
button-yes = ✓ Yes, sign in
button-no = No

## Leave

button-back-to-work = I am back
button-call-off-leave = Call the leave off
button-leave-later = 📅 It starts later
button-no-brief = 🔕 No more briefs
button-brief = 🔔 Send the brief
toast-brief-on = The brief comes every working morning
toast-brief-off = The brief comes no more
toast-leave-kept = Kept: your colleague will be told
toast-leave-ended = Ended: the assignments come to you again
toast-leave-was-over = This substitution was over already

## Handing over

button-hand-over = Hand to colleague
button-withdraw-offer = Take offer back
button-take-over = ✓ I take it
button-decline-offer = No
toast-offer-made = Offered: your colleague will answer
toast-offer-withdrawn = The offer was taken back
toast-offer-declined = Your answer will be passed on
toast-taken-over = The assignment is yours now

## Ratings

button-comment = Write a comment
button-no-comment = No comment
button-change-mark = Change the mark
button-mark-5 = ⭐⭐⭐⭐⭐ Excellent
button-mark-4 = ⭐⭐⭐⭐ Good
button-mark-3 = ⭐⭐⭐ Satisfactory
button-mark-2 = ⭐⭐ Unsatisfactory
button-mark-1 = ⭐ Very bad

## Short lines after a press, at most 200 characters

toast-answer-kept = Answer kept
toast-answered-before = This answer was taken already
toast-changed = Something changed meanwhile: the message is up to date now
toast-only-private = This button works in private chats only. Please write to me there.
toast-snoozed = Reminder on { $day }
toast-snoozed-all = Put off until { $day }: { $count }
toast-nothing-snoozed = Nothing here can be put off: the deadlines are too near
toast-old-button = This button is out of date. Please use the menu or /start.
toast-trial = This is a trial: its buttons change nothing
toast-accepted = Accepted
toast-returned = Returned
toast-mark-kept = Your mark is saved
toast-mark-known = This mark was saved already
toast-only-today = A mark can be changed only on the day it was given
toast-language = Language changed
toast-sheet = The sheet is being made and comes at once
