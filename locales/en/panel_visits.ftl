### The pages of visit codes, and what others tell of them. Plain text.

# The page of the visit codes of a point, and its link.
visit-codes = Visit codes
visit-lead = Citizens give a mark only with a one-use code that they got here. Whose code it was and which mark it gave is not kept.
visit-on = Marks need a code
visit-off = Marks need no code
visit-turn-on = Ask for a code
visit-turn-off = Take marks without a code
visit-turn-on-note = Print codes first: once this is on, no mark is taken without one.
visit-by-administrator = The administrator turns this on and off.
visit-counts = What became of the codes
visit-made = Made
visit-used = Used for a mark
visit-valid = Still valid
visit-expired = Ended unused
visit-revoked = Withdrawn
visit-wrong = Wrong codes sent
visit-counts-note = Only totals are shown: counts of a single batch could tell who voted.
visit-sheet = Print codes
visit-number = How many codes
visit-days = For how many days
visit-make = Codes and PDF
visit-sheet-note = A4, 16 slips a sheet; cut along the lines. The codes are in this file only: if it is lost, withdraw the batch and print another.
# $limit: the highest number.
visit-number-wrong = The number of codes is from 1 to { $limit }.
visit-days-wrong = The term is from 1 to { $limit } days.
visit-screen = Screen at the counter
# $minutes: how long a code is valid.
visit-screen-lead = Each press shows a new code, valid for { $minutes } minutes.
visit-screen-open = Open the screen
visit-new = New code
visit-scan = Point your camera at the QR code, or send the code to the bot.
visit-qr = QR code of the visit code
# $time: the hour and minute.
visit-until = Valid until { $time }, once
visit-batches = Printed codes
visit-no-batch = No codes were printed yet.
# $count: how many codes. $date: the last day on which they are valid.
visit-batch = { $count ->
    [one] { $count } code, until { $date }
   *[other] { $count } codes, until { $date }
}
# $when: day and time.
visit-batch-revoked = Unused ones withdrawn: { $when }
visit-revoke = Withdraw the unused
visit-said-on = Marks here need a code from now on.
visit-said-off = Marks here need no code from now on.
visit-said-revoked = The unused codes are withdrawn.
visit-by-others = Officers of the organisation and the administrator hand codes out.
visit-was-asked = Marks were made to need a code.
visit-was-not-asked = Marks were made to need no code.
# $count: how many.
visit-were-made = { $count ->
    [one] { $count } visit code was printed.
   *[other] { $count } visit codes were printed.
}
visit-were-shown = The first code of the day was shown on a screen.
visit-were-revoked = The unused codes of a batch were withdrawn.
# Below the marks on the page of ratings. $count: how many marks were given with a code.
ratings-with-code = { $count ->
    [one] { $count } mark was given with a visit code
   *[other] { $count } marks were given with a visit code
}
# On the public page that tells how figures are counted.
counted-codes = Visit codes
counted-codes-text = Some places take a mark only with a visit code, which a clerk hands out or a screen shows: one code, one mark. A code tells that somebody was there, not who: no link between code and mark is kept. Such marks are counted together with the others, and in the same way.
