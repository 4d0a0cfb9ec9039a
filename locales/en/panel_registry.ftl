### The pages on which administrators keep organisations and services. Plain text.

registry-title = Organisations and services
registry-open = Manage organisations
registry-lead = The organisations of the city as they stand below each other. Choose one to change its name, its working week and its services.
registry-search = Name or key
registry-closed-ones = Closed
registry-new = New organisation
registry-new-lead = Once it is added, enter its services and invite its people.
registry-add = Add
registry-key = Key
registry-key-note = Files and commands call it by this: small Latin letters, digits, _ and -. It never changes.
registry-key-stays = The key never changes: files and published results know the organisation or the service by it.
# $limit: how many characters at most.
registry-key-wrong = Allowed are small Latin letters, digits, _ and -, { $limit } at most.
# $language: the name of a language in itself.
registry-name-in = Name: { $language }
registry-name-missing = Write the name in Uzbek (Latin script).
registry-name-too-long = Allowed are { $limit } characters at most.
registry-parent = Stands below
registry-on-top = This organisation stands above all others: it is neither moved nor closed.
registry-week = Working week
registry-week-note = The deadlines of new assignments are counted by this week.
registry-kind = Kind, as in the tables
registry-facts = Details
registry-board = Figures
registry-services = Services
registry-no-services = There are no services yet.
registry-new-service = New service
registry-service-lead = Citizens can rate the service from this day on: its first point, with a link and a QR code, is made by itself.
registry-organisation-missing = Choose the organisation that gives the service.
registry-term = Regulated term
registry-term-note = As in the regulation, for example: 2 working days. It may stay empty.
registry-state = State
registry-closed = Closed
registry-closed-text = The organisation is closed: it gets no new assignments, and its services are not rated. Its history stays.
registry-close = Close the organisation
registry-below = { $count ->
    [one] First close the { $count } organisation below it, or move it elsewhere.
   *[other] First close the { $count } organisations below it, or move them elsewhere.
}
registry-close-dropped = { $count ->
    [one] { $count } assignment that is due later is not required any more.
   *[other] { $count } assignments that are due later are not required any more.
}
registry-close-stays = { $count ->
    [one] { $count } assignment stays: it is overdue, due today, returned, or with control. It is answered, or control decides.
   *[other] { $count } assignments stay: they are overdue, due today, returned, or with control. They are answered, or control decides.
}
registry-close-services = { $count ->
    [one] { $count } service cannot be rated by citizens any more; the link on its poster says so.
   *[other] { $count } services cannot be rated by citizens any more; the links on their posters say so.
}
registry-close-cases = { $count ->
    [one] { $count } case of a citizen goes on waiting for an answer.
   *[other] { $count } cases of citizens go on waiting for an answer.
}
registry-close-people = { $count ->
    [one] { $count } person keeps a role there; end it on the page “People” when it is not needed.
   *[other] { $count } people keep a role there; end them on the page “People” when they are not needed.
}
registry-close-keeps = Nothing is deleted: all of it comes back when the organisation is opened again.
registry-reopen = Open the organisation again
registry-reopen-text = Its services can be rated again, and what the plans ask for is required again. What came to be due while it was closed does not count as late.
registry-close-service = Close the service
registry-close-service-text = Citizens can neither find nor rate it; the link on its poster says so. Its ratings stay, and it can be opened again.
registry-service-closed = Not given
registry-service-closed-text = The service is not given: citizens cannot rate it.
registry-service-rests = The organisation is closed, so the service is not given either.
registry-reopen-service = Open the service again
registry-history = What was changed
registry-was-added = Added.
registry-was-changed = Changed.
registry-was-imported = Imported from a table.
registry-was-closed = Closed.
registry-was-reopened = Opened again.
# $name: what was changed; $before, $after: its values.
registry-field-changed = { $name }: { $before } → { $after }
registry-said-added = The organisation was added. Now enter its services and invite its people.
registry-said-changed = Saved.
registry-said-closed = The organisation was closed.
registry-said-reopened = The organisation was opened again.
registry-said-service-added = The service was added. Its poster is under “Points and posters”.
registry-said-service-closed = The service was closed.
registry-said-service-reopened = The service was opened again.
history-organisation-closed = The organisation was closed: this period is no longer required.
refusal-key-taken = This key is taken. Choose another one.
refusal-below-itself = An organisation cannot stand below itself, nor below one of its own.
refusal-nobody-above = Choose below whom the organisation stands.
refusal-stays-on-top = The organisation above all others stays where it is: it is neither moved nor closed.
refusal-others-below = Other organisations stand below it. Close them first, or move them elsewhere.
refusal-belongs-to-closed = The organisation is closed. Open it first, or choose another one.
