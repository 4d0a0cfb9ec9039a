### The page of the panel where a controller reminds by hand of what is overdue.

# On other pages: the way there.
remind-link = Эслатиш
remind-title = Муддати ўтганларни эслатиш
remind-lead = { $people } нафар ходимга муддати ўтган { $items } та топшириқ эслатилади.
remind-none = Муддати ўтган топшириқ йўқ, эслатишга ҳожат йўқ.
remind-nobody = Хабар юбориладиган ходим йўқ: пастда кимга қўнғироқ қилиш кўрсатилган.
remind-all-called = Ҳаммага яқинда эслатилган.
remind-send = Эслатма юбориш
remind-later = Ҳозир иш вақти эмас. Хабарлар { $moment } да юборилади.
remind-rule = Бир ходимга { $hours } соат ичида бир мартадан кўп эслатилмайди.
remind-people = Ходимлар
remind-number = { $count } та топшириқ
# $name: who reminded.
remind-called = Эслатилган: { $moment }, { $name }
# The same, while the message waits for the hours of work.
remind-called-later = { $moment } да юборилади, эслатувчи: { $name }
remind-more = Яна { $count } нафар ходим бор, уларга ҳам эслатилади.
remind-unheard = Хабар етиб бормайди
