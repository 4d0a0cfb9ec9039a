### The record of what was done, and the check of its chain. Plain text.

nav-audit = Record
audit-title = The record of what was done
audit-lead = Who did what, and when. Entries are never changed or removed.
audit-who = Who
audit-what = What
audit-where = Organisation
audit-from = From
audit-to = To
audit-words = Words of the reason
audit-any = All
audit-show = Show
audit-none = There is no such entry. Try without one of the conditions.
audit-none-here = Nothing was found in this part; there are older entries.
audit-clear = Show all entries
audit-older = Older entries
audit-newest = The newest
# $number: of the event.
audit-entry = Entry No { $number }
# A filter. $number: of the thing.
audit-only-one = Only No { $number }
audit-changes = What changed
audit-raw = The whole entry
audit-before = before
audit-after = after
chain-open = Check the chain
chain-title = Is the record whole?
chain-lead = Each entry is tied by a fingerprint (SHA-256) to all before it. An entry that was secretly changed or removed shows here.
chain-newest = The newest fingerprint
chain-note-down = Write this fingerprint down and keep it elsewhere. Enter it below later, to be sure that the record was not made anew.
chain-noted = A fingerprint that was written down
chain-no-hash = This is not a hash. A hash has 64 characters: digits and the first six letters of the alphabet. Check that it was copied whole.
chain-check = Check
chain-faults = What was found
# $event: its number.
chain-fault-changed = Entry No { $event } was changed.
# $event: its number.
chain-fault-missing = Entry No { $event } is missing.
# $first, $last: places in the chain.
chain-fault-gap = The links from { $first } to { $last } are missing.
# $event: its number.
chain-fault-unlinked = Entry No { $event } was added behind the program.
chain-fault-head = The newest fingerprint is not that of the last entry.
chain-fault-noted = The noted fingerprint is not in the chain: the record was cut or made anew.
# $count: how many events were checked.
chain-whole = { $count ->
    [one] { $count } entry was checked: all is in order.
   *[other] { $count } entries were checked: all is in order.
}
# $count: how many faults there are.
chain-broken = { $count ->
    [one] { $count } fault was found. Keep the backups, and tell whoever answers for the system.
   *[other] { $count } faults were found. Keep the backups, and tell whoever answers for the system.
}
# $command: what to type at the server. $count: how many events there are.
chain-part = { $count ->
    [one] There is { $count } entry; only the latest are checked here. The command “{ $command }” on the server checks all.
   *[other] There are { $count } entries; only the latest are checked here. The command “{ $command }” on the server checks all.
}

## Kinds of things

thing-obligation = Assignments
thing-measure = Measures
thing-plan = Plans
thing-person = People
thing-organisation = Organisations
thing-service = Services
thing-calendar = Calendar
thing-point = Points
thing-case = Cases
thing-comment = Comments
thing-quarantine = Marks set aside
thing-publication = Published results
thing-report = Reports
thing-backup = Backups
thing-citizen = Citizens
thing-message = Messages
thing-update = Updates from Telegram
thing-escalation = Overdue assignments
thing-case-policy = Rules for cases
thing-control = Control
thing-rating-limits = Limits for marks
thing-themes = Themes of comments

## What changed

field-state = State
field-due = Deadline
field-original = Deadline without the extension
field-submitted-on = Day of the report
field-wanted = Day asked for
field-answer = Answer
field-text = Text
field-promised = Promised day
field-answered-at = Answer given
field-role = Role
field-mark = Mark
field-ends = Last day
field-first = First day
field-last = Last day
field-until = Until
field-items = Assignments
field-cancelled = Cancelled
field-marks = Marks
field-cases-closed = Cases closed
field-messages = Messages
field-period = Period
field-version = Version
field-sha256 = SHA-256
# What a plan says, in another language than that of the decree. $field: what it is; $language: the name of the language.
field-translated = { $field } ({ $language })
field-code = Code of the link
field-name = Name
field-person-name = Name
field-position = Position
field-level = Level
# The place of the newest event when a report was made.
field-record-position = Place in the record
# Where a step of telling about something overdue stands.
step-waiting = Its turn has not come
step-told = Told
step-vacant = Nobody to tell
step-over = No longer needed
