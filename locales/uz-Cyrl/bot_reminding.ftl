### What reminds: the morning digest, the list, the last hours, and putting a reminder off. Telegram's HTML; values are escaped.

## The digest

# How many assignments the reminder tells of: each on a day of its own, far before the deadline or after it.
digest-near = Бу эслатмадаги топшириқлар: <b>{ $count }</b>
# The list that goes twice a week.
digest-list = 📋 { $date } санасигача бажариладиган ҳамма ишлар: <b>{ $count }</b>
digest-last-hours = ⚠️ <b>Бугун охирги кун: { $date }</b>
digest-still-open = Ҳали бажарилмаган: <b>{ $count }</b>
# Below the line of an assignment whose promised day has passed.
digest-promised = ⏰ Ваъда қилинган кун ўтди: <b>{ $date }</b>
digest-nothing =
    ✅ <b>Муддати яқин ёки ўтган топшириқ йўқ</b>

    Янги муддат яқинлашса, ўзимиз эслатамиз.
digest-put-off =
    ⏰ <b>{ $count } та топшириқ кейинга қолдирилди</b>
    { $date } куни яна эслатамиз.
# Above a trial message that somebody asked for in the panel.
digest-trial = 🧪 <b>Синов</b>: масъул ходим шу куни эслатмани шундай кўради.

## One assignment

item-put-off = ⏰ <b>{ $date }</b> куни эслатамиз
