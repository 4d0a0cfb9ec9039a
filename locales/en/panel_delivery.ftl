### The page of deliveries: which messages arrived, and which did not and why. Plain text.

nav-delivery = Delivery
delivery-title = Delivery of messages
delivery-lead = Messages that the bot has sent or will send. Their text is not shown here.
delivery-shelf-troubled = Need attention
delivery-shelf-waiting = Waiting
delivery-shelf-sent = Sent today
delivery-shelf-dropped = Not sent today
delivery-none-troubled = All is well: nothing is left to settle.
delivery-none-waiting = The queue is empty.
delivery-none-sent = No message has been sent yet.
delivery-none-dropped = No message was stopped.
delivery-none-person = No message was sent to this person.
delivery-of = Only: { $name }
delivery-citizen = A citizen or a group
delivery-when-waiting = Will be sent after { $date }
delivery-when-sent = Sent { $date }
delivery-when-over = Stopped { $date }
delivery-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
delivery-words = Telegram’s own words
delivery-text = The text that could not be read
delivery-went-plain = The person got the same text without formatting. Tell the makers of the program.
delivery-to-person = Open on the page of people
delivery-retry = Send again
delivery-give-up = Close
delivery-retry-all = Send all again
delivery-give-up-all = Close all
delivery-said-retried = { $count ->
    [one] { $count } message is in the queue again.
   *[other] { $count } messages are in the queue again.
}
delivery-said-given-up = { $count ->
    [one] { $count } message is closed.
   *[other] { $count } messages are closed.
}
delivery-said-nothing = Nothing changed: this message was settled already.
delivery-parked = Updates that could not be handled
delivery-parked-lead = The bot did not understand them, or an error got in the way. Try again when it is mended.
delivery-parked-number = Update { $number }
delivery-parked-again = Try again
delivery-parked-settle = Settled
delivery-parked-asked = It waits to be tried again.
delivery-said-again = The update will be tried again. Reload the page in a minute.
delivery-said-settled = The update is marked as settled.
delivery-state-queued = Waiting
delivery-state-sending = Being sent
delivery-state-sent = Sent
delivery-state-failed = Not delivered
# The same text was put in the queue without its formatting.
delivery-state-plain = Sent on as plain text
delivery-state-unknown = Unknown
delivery-state-dropped = Not sent
cause-blocked = The person blocked the bot. Ask them to start it again.
cause-deactivated = The Telegram account is gone. Invite the person with their new account.
cause-never-started = The person has not written to the bot yet. Ask them to open it and press “Start”.
cause-chat-not-found = There is no such chat. Invite the person anew.
cause-kicked = The bot was removed from the group. Add it again.
cause-not-member = The bot is not in the group. Add it.
cause-deleted = The group was deleted.
cause-forbidden = Telegram does not allow writing to this chat.
cause-markup = Telegram could not read the formatting of the text: a fault of the program.
cause-too-long = The text is too long and could not be divided: a fault of the program.
cause-gone = The message that was to be changed is no longer there.
cause-too-late = The time to answer the press of the button is over.
cause-rejected = Telegram refused the request: this may be a fault of the program.
cause-trouble = Telegram had troubles of its own. Send again later.
cause-too-fast = Telegram asked to send more slowly.
cause-away = Telegram could not be reached. Check the connection to the internet.
cause-wrong-token = The key of the bot is wrong. Check the settings.
cause-no-answer = Telegram did not answer: the message may have arrived.
cause-sender-died = The program stopped while sending: the message may have arrived.
cause-moved = The group has another number now; the message goes there.
cause-expired = Its time is over; the next message will cover it.
cause-forgotten = Whoever it was about or for has asked for this to be removed.
cause-given-back = Its turn has not come yet.
cause-none = No reason was written down.
purpose-digest = Daily reminder
purpose-call = A leader’s reminder of what is overdue
purpose-escalation = Overdue, come up to a leader
purpose-brief = Brief of the morning
purpose-card = Card of the week
purpose-sheet = Sheet for the meeting
purpose-changed = A message brought up to date
purpose-extension = About more time
purpose-recheck = About a re-check
purpose-file = About a file that never came
purpose-substitution = About a substitute
purpose-hand-over = About an assignment handed to a colleague
purpose-trial = How a reminder will look
purpose-reported = About a report
purpose-decision = About a decision
purpose-case = About a low rating
purpose-days = About changed due dates
purpose-service = For the administrator
purpose-other = Message
# The search for a person.
delivery-search = Name of a person
delivery-find = Find
delivery-nobody = Nobody is called “{ $words }”.
