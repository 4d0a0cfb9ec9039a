### Texts of the bot for links of service points that are not valid any more. Telegram's HTML.

rate-former-point =
    <b>Бу ҳавола энди амал қилмайди</b>

    Жой ёпилган ёки QR код бекор қилинган. Хизмат кўрсатиладиган жойдан янги QR кодни сўранг.
# Below it is a button to the link that took its place.
rate-former-point-replaced =
    <b>Бу ҳавола энди амал қилмайди</b>

    Бу жойнинг янги ҳаволаси бор. Баҳо бериш учун тугмани босинг.
