### Texts of the bot for links of service points that are not valid any more. Telegram's HTML.

rate-former-point =
    <b>Эта ссылка больше не действует</b>

    Место закрыто или QR-код отозван. Попросите новый QR-код там, где оказывают услугу.
# Below it is a button to the link that took its place.
rate-former-point-replaced =
    <b>Эта ссылка больше не действует</b>

    У этого места есть новая ссылка. Чтобы поставить оценку, нажмите кнопку.
