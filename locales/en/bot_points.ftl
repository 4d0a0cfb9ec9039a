### Texts of the bot for links of service points that are not valid any more. Telegram's HTML.

rate-former-point =
    <b>This link is no longer valid</b>

    The place is closed, or its QR code was withdrawn. Ask for the new QR code where the service is given.
# Below it is a button to the link that took its place.
rate-former-point-replaced =
    <b>This link is no longer valid</b>

    This place has a new link. Press the button to give your mark.
