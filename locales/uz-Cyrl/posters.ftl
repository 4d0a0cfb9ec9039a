### What is printed beside a QR code: posters, cards for a counter, stickers. Plain text.

# The largest words of a poster.
poster-title = Хизматни баҳоланг
poster-step-scan = Телефон камерасини QR кодга тутинг
poster-step-start = Telegram иловасида «Старт» тугмасини босинг
poster-step-mark = Баҳони танланг — 10 сония етади
poster-privacy = Ҳокимлик сўрови: исм сўралмайди, телефон рақами сақланмайди
# Above the address of the link.
poster-by-hand = Камера ўқимаса, шу манзилни очинг

# On a slip with a visit code, above the code.
slip-line = Камерани QR кодга тутинг ёки кодни ботга ёзинг. Исм сўралмайди
# On a slip, below the code. $date: the last day on which it is valid.
slip-until = { $date } гача, бир марта
