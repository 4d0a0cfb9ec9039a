### The pages of service points and of what is printed for them. Plain text.

nav-points = Points and posters
points-lead = Places where services are given: each has its own link and QR code. Posters, cards and stickers are printed here.
points-search = Service, place, or the code on a poster
points-every-organisation = All organisations
points-find = Find
points-in-use = In use
points-out-of-use = Not in use
points-none = There are no such points.
points-print-all = Print for the organisation
point-new = New point
point-new-lead = One more place where a service is given: a hall, a window, a branch. It gets its own link and QR code.
point-make = Create the point
point-service = Service
point-code = Code of the link
point-state = State
point-in-use = In use
point-link-revoked = Link withdrawn
point-closed = Closed
# $language: the name of a language in itself.
point-name-in = Name of the place: { $language }
point-names-note = Where there is no name in a language, the Uzbek one is shown.
point-names = Name of the place
point-name-missing = Enter the name of the place in Uzbek, in Latin script.
point-save = Save
point-link = Link and QR code
point-copy = Copy the link
point-qr = QR code of the point
point-no-bot = The bot has not run yet, so links are not known. Start the bot first.
point-revoked-since = The link was withdrawn: { $when }. Citizens cannot give marks here; give it a new link.
point-closed-text = The point is closed: the bot says so to those who open its link.
point-change = Change the link and the state
point-replace = Replace the link
point-replace-text = The point gets a new link. The bot offers it to those who scan an old poster. Print a new poster.
point-revoke = Withdraw the link
point-revoke-text = The link stops working at once, and no new one is given. Do this when a poster is lost or was moved elsewhere.
point-close = Close the point
point-close-text = The service is not given here any more. Marks stay, and the point can be opened again.
point-reopen = Open the point again
point-reason = Reason (optional)
point-history = History of the point
point-history-none = Nothing has been changed yet.
point-was-added = The point was created.
point-was-renamed = The name of the place was changed.
point-was-closed = The point was closed.
point-was-reopened = The point was opened again.
# $code, $before, $after: codes of links.
point-link-was-revoked = The link was withdrawn: { $code }.
point-link-was-replaced = The link was replaced: { $before } → { $after }.
point-said-added = The point is created. Now download its poster.
point-said-renamed = The name is saved. The poster has the new name.
point-said-revoked = The link is withdrawn.
point-said-replaced = The link is replaced. Print a new poster.
point-said-closed = The point is closed.
point-said-reopened = The point is open again.
print-title = Poster, card, stickers
print-what = What to print
print-languages = In which languages
print-poster = Poster, A4
print-poster-use = for a wall or a door
print-card = Card, A5
print-card-use = for a window or a desk
print-stickers = Stickers, A4
print-stickers-use = 12 on a sheet
print-note = PDF is for printing, SVG and PNG are for designers and websites.
print-preview = What the poster looks like
print-not-in-use = The link is not valid, so there is nothing to print.
print-by-others = Officers of the organisation, the controller and the administrator download the poster.
print-part = Which points
print-book = One PDF
print-zip = ZIP: separate files
print-book-note = The PDF has a page for each point. The ZIP has a PDF and an SVG of each point.
points-count = { $count ->
    [one] { $count } point in use
   *[other] { $count } points in use
}
point-name-too-long = { $limit ->
    [one] The name of the place may have up to { $limit } character.
   *[other] The name of the place may have up to { $limit } characters.
}
