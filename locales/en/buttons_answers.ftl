### Labels of buttons of what follows an answer, and short lines after a press. Plain text.

button-choose-day = 📅 Choose a day
button-other-day = 📅 Another day
button-record = NIS.UZ number
button-attach = 📎 Add proof
button-take-back = ↩️ Take back
button-take-back-sure = Yes, take it back
button-files = 📎 Files ({ $count })
button-cause-no-money = No money
button-cause-others = Waiting for others
button-cause-technical = Technical fault
button-cause-no-requests = No requests came
button-cause-done-before = Done before
button-cause-not-ours = Not our task

# The reason as the controller reads it.
cause-no-money = No money has been granted.
cause-others = Another organisation has not answered yet.
cause-technical = There is a technical fault.
cause-no-requests = No requests came in this period.
cause-done-before = The work was done in an earlier period.
cause-not-ours = This is not within the powers of our organisation.

## Short lines after a press, at most 200 characters

toast-promised = The day is kept
toast-promised-before = This day was kept already
toast-cause-kept = The reason is kept
toast-no-files = This answer has no files that were sent through Telegram. The panel shows everything.
toast-taken-back = The report is taken back, the assignment is open again
