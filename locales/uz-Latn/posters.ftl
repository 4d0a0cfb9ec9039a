### What is printed beside a QR code: posters, cards for a counter, stickers. Plain text.

# The largest words of a poster.
poster-title = Xizmatni baholang
poster-step-scan = Telefon kamerasini QR kodga tuting
poster-step-start = Telegramda «Start» tugmasini bosing
poster-step-mark = Bahoni tanlang — 10 soniya yetadi
poster-privacy = Hokimlik soʻrovi: ism soʻralmaydi, telefon raqami saqlanmaydi
# Above the address of the link.
poster-by-hand = Kamera oʻqimasa, shu manzilni oching

# On a slip with a visit code, above the code.
slip-line = Kamerani QR kodga tuting yoki kodni botga yozing. Ism soʻralmaydi
# On a slip, below the code. $date: the last day on which it is valid.
slip-until = { $date } gacha, bir marta
