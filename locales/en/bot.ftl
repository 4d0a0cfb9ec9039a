### What the bot writes, in Telegram's HTML. Values are escaped.

## First words

start-citizen =
    <b>Hello!</b>

    Here you can rate the public services of the city with one tap.

    Point your phone’s camera at the QR code where you received the service: the question appears here. No QR code? Write the name of the service here. We ask for neither your name nor your phone number.

    <i>If you work for an organisation, ask your administrator for a personal invitation link.</i>
start-known = <b>Hello, { $name }!</b>
start-role = { $role } — { $organisation }
start-more-roles = { $count ->
    [one] and { $count } more role
   *[other] and { $count } more roles
}
start-officer = When a deadline comes near, we remind you at 09:00 on a working day. Two taps are enough to answer.
start-controller = When a report comes in, we tell you: accept it, or return it with a reason.
start-administrator = Organisations, people and the plan are managed in the panel. You confirm your sign-in here.
start-observer = You follow the results in the panel. You confirm your sign-in here.
start-no-role = You have no role yet. If you need one, please ask an administrator.

## Invitations

invitation-title = <b>{ $name }, you are invited to the execution control system</b>
invitation-consent =
    We need your consent to go on.

    <b>Purpose:</b> to remind you of deadlines and take your answers.
    <b>Kept:</b> your name, position, Telegram identifier, language, your answers and the files you send.
    <b>Not kept:</b> your phone number and any other chats.

    You can withdraw your consent at any time: /privacy
invitation-accepted = ✅ <b>Welcome, { $name }!</b>
invitation-already = You have accepted this invitation before, everything is in order.
invitation-unusable =
    <b>This link does not work</b>
    { $reason }

## Language

language-choose = <b>Choose a language</b>

## Tasks and the morning digest

digest-title = <b>Reminder: { $date }</b>
tasks-title = <b>My assignments: { $count }</b>
# Above what is overdue, when a leader reminds of it.
tasks-called = Overdue assignments: <b>{ $count }</b>
tasks-overdue = 🛑 Overdue: <b>{ $count }</b>
tasks-due-today = ⚠️ Due today: <b>{ $count }</b>
tasks-due-soon = ⏳ Within 7 days: <b>{ $count }</b>
tasks-later = ⚪ In more than 7 days: <b>{ $count }</b>
tasks-line = { $number }. { $emoji } <b>{ $due }</b> ({ $left }) — { $text }
# The heading of the reports that control has not decided about, one such report, and the period of one of several equal lines.
tasks-under-review = 👁 <b>Under review: { $count }</b>
tasks-line-under-review = { $number }. handed in <b>{ $date }</b> — { $text }
tasks-period = 🗓 Period: { $period }
tasks-page = <i>Page { $page } of { $of }</i>
tasks-hint = Choose an assignment:
tasks-none =
    ✅ <b>No open assignments</b>

    All is well. We will remind you when the next deadline comes near.

## One task

item-overdue = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
item-due-today = Due today
item-days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
item-review = Report under review
item-review-late = Report under review, handed in late
item-done = Removed from control
item-done-late = Removed from control, done late
item-cancelled = Cancelled
item-basis = Decree No { $plan }, point { $number }
item-period = Period: { $period }
item-deadline = Deadline: <b>{ $date }</b>
item-deadline-shifted = Date in the plan: { $date } (a day off)
item-last-answer = Last answer: “{ $answer }”, { $date }
item-no-answer = No answer yet
item-returned = ↩️ Returned for revision: { $reason }
item-result = <blockquote expandable>Result: { $result }</blockquote>
item-title = { $emoji } <b>{ $title }</b>
item-signed = { $emoji } { $title }
item-measure = <b>{ $text }</b>

## After an answer

answer-kept = <b>Answer kept: “{ $answer }”</b>
answer-goes-to-review = { $controller } reviews the report. We will tell you the result here.
answer-goes-to-control = A control officer reviews the report. We will tell you the result here.
answer-stays-open = The assignment stays open, deadline: <b>{ $date }</b>.
answer-ask-evidence = 📎 Would you like to add a note or proof? Send text (up to { $limit } characters), a photo or a document.
answer-ask-reason = ✍️ What stands in the way? Choose a reason or write it (up to { $limit } characters); a document is welcome too.
evidence-text-kept = 📎 <b>Your note is attached to the answer</b>
evidence-file-kept = 📎 <b>Attached to the answer:</b> { $name }
evidence-file-known = 📎 This file is attached already: { $name }
evidence-more = You can send more text or files.
evidence-too-big =
    <b>The file is too big: { $size }</b>
    Telegram lets us take files up to { $limit }. Please compress it, send it in parts, or write a link to it.
evidence-photo-name = Photo
evidence-document-name = Document
evidence-not-expected = Which assignment is this for? First choose the assignment in the list and answer it, then send the file.

## Control

reviews-title = { $count ->
    [one] <b>Under review: { $count } report</b>
   *[other] <b>Under review: { $count } reports</b>
}
reviews-line = { $number }. <b>{ $date }</b> — { $organisation }: { $text }
reviews-hint = Choose a report:
reviews-none =
    ✅ <b>No reports to review</b>

    When a new report comes in, we will tell you here.
review-title = 👁 <b>A report to review</b>
review-submitted-on-time = Handed in: { $moment }, on time
review-submitted-late = { $days ->
    [one] Handed in: { $moment }, { $days } day late
   *[other] Handed in: { $moment }, { $days } days late
}
review-answer = Answer: “{ $answer }”, { $person }
review-text = Note: { $text }
review-evidence = { $count ->
    [one] 📎 Proof: { $count } file
   *[other] 📎 Proof: { $count } files
}
review-no-evidence = No proof attached
review-accepted = ✅ <b>Accepted and removed from control</b>
review-returned = ↩️ <b>Returned for revision</b>
review-cancelled = ⛔ <b>The assignment was cancelled</b>
review-taken-back = ↩️ <b>The report was taken back</b>
# Below a report that waits no more: who decided, or took it back.
review-decided-by = { $person }, { $moment }
review-reason = Reason: { $reason }
review-officer-is-told = The responsible officer will be told.
review-ask-reason =
    ↩️ <b>Why do you return it?</b>
    Choose a ready reason or write your own. The responsible officer will see it.
review-decided = This report has been decided already.
status-title = <b>The plan on { $date }</b>
status-rate = 📊 On time, { $period }: <b>{ $rate }</b> ({ $done } / { $due })
status-no-rate = 📊 Nothing has fallen due yet
status-overdue = 🛑 Overdue: <b>{ $count }</b>
status-review = 👁 Under review: <b>{ $count }</b>
status-blocked = ⛔ Blocked: <b>{ $count }</b>
status-due-soon = ⏳ Due within 7 days: <b>{ $count }</b>
status-worst = <b>Most overdue</b>
status-worst-line = { $number }. { $organisation } — { $count }
status-all-good = ✅ No organisation is overdue
overdue-title = { $count ->
    [one] <b>Overdue: { $count } assignment</b>
   *[other] <b>Overdue: { $count } assignments</b>
}
overdue-line = { $number }. <b>{ $left }</b> — { $organisation }: { $text }
# Below such a line.
overdue-promised = 💬 { $answer }, promised for { $date }
overdue-none =
    ✅ <b>Nothing is overdue</b>

    Everyone is on time.

## News

news-accepted = ✅ <b>Your report was accepted</b>
news-accepted-thanks = The assignment is removed from control. Thank you for your work!
news-returned = ↩️ <b>Returned for revision</b>
news-returned-next = Please mend what is missing and answer again.
news-cancelled = ✖️ <b>The assignment was cancelled</b>
news-cancelled-next = No answer is needed any more.
news-case-comment = Comment: “{ $comment }”
news-case-due = Find the cause and act on it. Deadline: <b>{ $date }</b>
news-update-parked =
    ⚠️ <b>One message could not be handled</b>
    Its number: { $number }. It is kept; the log tells why.

## Ratings

rate-question = How satisfied are you with the service?
rate-privacy = <i>Kept: the service, the mark and the time. We do not ask for your name or number. This is the hokimiyat’s own survey.</i>
rate-unknown-point =
    <b>No service was found for this QR code</b>

    The code may be out of date. Please ask the staff where you received the service for a new one.
rate-thanks = <b>Thank you! Your mark is saved</b>
rate-low-thanks = <b>Thank you, your mark is saved</b>
rate-mark = { $stars } { $mark }
rate-case = The organisation must look into this and answer by <b>{ $date }</b>.
rate-case-withdrawn = You raised the mark, so the case that it opened is closed.
rate-official =
    <i>This survey does not replace the rating on the Single portal. To complain officially: my.gov.uz, Ministry of Justice, 1008.</i>
rate-change-until = <i>You can change your mark today.</i>
rate-not-today =
    <b>This mark can no longer be changed</b>

    A mark can be changed only on the day it was given. If you use the service again, scan the QR code once more.
comment-ask =
    <b>Write your comment in one message</b>

    What was good, what was not? Up to { $limit } characters.
    <i>Please leave out names, phone numbers and document numbers: such numbers are hidden.</i>
comment-kept = 💬 Your comment is saved
comment-shown = 💬 Comment: “{ $comment }”
comment-empty = The comment came out empty. Write a word or two, or leave it out.
comment-only-words =
    <b>We take words only</b>

    To protect your personal data, we do not take photos, voice messages or other files. Please write your comment in words.

## Sign-in to the panel

sign-in-ask =
    <b>Sign in to the panel?</b>

    Is the number <b>{ $code }</b> on the screen of your browser? If it is another number, or you did not ask to sign in, press “No”.
sign-in-approved =
    ✅ <b>Sign-in confirmed</b>
    Your browser goes on by itself.
sign-in-refused =
    ✖️ <b>Sign-in refused</b>
    If it was not you who asked, please tell an administrator.
sign-in-unusable =
    <b>This sign-in link does not work</b>

    It has expired or was used already. Please reload the sign-in page and try again.
sign-in-not-for-you =
    <b>You have no access to the panel</b>

    The panel is for the staff of organisations. If you are one of them, ask an administrator for an invitation link.

## Help

help-citizen =
    <b>What does this bot do?</b>

    After using a public service, scan the QR code and press your mark. Add a comment if you like. The organisation has to look into a low mark.

    /language — change the language
    /privacy — what is kept

    To complain officially: my.gov.uz, Ministry of Justice, 1008.
help-title = <b>Help</b>
help-officer =
    /tasks — my assignments
    To answer: choose an assignment, press an answer, add text or a file if you like.
    /leave — go on leave, name a substitute
help-controller =
    /status — the figures in short
    /review — reports that wait
    /overdue — what is overdue
    /brief — the brief of the morning on or off
help-panel = The panel: people, the plan and reports. To sign in, open the QR code or the link on the panel’s page.
help-common =
    /language — change the language
    /privacy — what is kept
    /cancel — stop what was begun

## When nothing else fits

cancel-done = Cancelled. Nothing was changed.
cancel-nothing = There is nothing to cancel.
unknown-citizen =
    This message was not kept. What you write within half an hour after a mark becomes its comment; later, press “Write a comment”.

    To rate a service, scan its QR code. To complain officially: my.gov.uz, Ministry of Justice, 1008.
unknown-known = I did not understand what to do. Please choose:
unsupported-known = We cannot take a message like this. Please send text, a photo or a document.
edited-not-kept = A changed message is not counted: please send the text as a new message.
only-private = I work in private chats only. Please write to me there.
sorry =
    <b>Sorry, something went wrong on our side</b>
    The administrator has been told. Please try again a little later.
