### Texts of the bot for links of service points that are not valid any more. Telegram's HTML.

rate-former-point =
    <b>Bu havola endi amal qilmaydi</b>

    Joy yopilgan yoki QR kod bekor qilingan. Xizmat koʻrsatiladigan joydan yangi QR kodni soʻrang.
# Below it is a button to the link that took its place.
rate-former-point-replaced =
    <b>Bu havola endi amal qilmaydi</b>

    Bu joyning yangi havolasi bor. Baho berish uchun tugmani bosing.
