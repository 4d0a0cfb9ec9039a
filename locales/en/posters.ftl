### What is printed beside a QR code: posters, cards for a counter, stickers. Plain text.

# The largest words of a poster.
poster-title = Rate this service
poster-step-scan = Point your phone camera at the QR code
poster-step-start = Press “Start” in Telegram
poster-step-mark = Choose a mark — it takes 10 seconds
poster-privacy = A survey of the hokimiyat: no name is asked, no phone number is kept
# Above the address of the link.
poster-by-hand = If the camera does not read the code, open this address

# On a slip with a visit code, above the code.
slip-line = Point your camera at the QR code or send the code to the bot. No name asked
# On a slip, below the code. $date: the last day on which it is valid.
slip-until = until { $date }, once
