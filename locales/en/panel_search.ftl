### Search, saved lists, keys. Plain text.

search-title = Search
search-measures = Measures
search-services = Services
search-points = Points
search-all = All results
search-more = Show more
search-short = Type at least two letters.
# $words: what was typed.
search-none = Nothing was found for “{ $words }”.
search-hint = Type the name of an organisation, a service or a point, a person’s name, a word of an assignment, or the number of a measure. Either script will do, and so will a slip of the finger.
# $number: of the measure. $plan: the number of its decree.
search-measure = Measure { $number }, decree No { $plan }
views-title = Saved lists
views-lead = Only you see these lists.
views-none = None yet. Narrow a list and choose “Save this list”.
views-save = Save this list
views-manage = Manage
views-name = Name of the list
views-keep = Save
views-rename = Rename
views-remove = Delete
views-unnamed = Unnamed
# $count: how many one may keep.
views-full = One person keeps up to { $count } lists. Delete one that is not needed, and try again.
keys-title = Keyboard
keys-lead = Get around faster without the mouse.
keys-search = Search
keys-next = The next line of a list
keys-previous = The previous line of a list
keys-help = This page
keys-note = While you type a text, these keys are plain letters.
keys-are-on = The keys are on.
keys-are-off = The keys are off.
keys-turn-off = Turn off
keys-turn-on = Turn on
