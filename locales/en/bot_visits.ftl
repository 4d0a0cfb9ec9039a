### Texts of the bot about visit codes. Telegram's HTML.

# Asked at a point where marks need a code. Above it stand the service and the place. $sample: what a code looks like.
visit-ask =
    <b>Marks here need a visit code</b>

    The code is on the slip that the clerk gave you, or on the screen at the counter. Send it as one message, for example: <b>{ $sample }</b>. Capitals or not, Latin or Cyrillic letters: it makes no difference.

    No code? Ask the clerk: there is one for every visit, and nobody asks your name.
# Below it stand the service and the place of the code, and a button to their question.
visit-elsewhere = <b>This code is of another place.</b> You can rate this one with it:
# The line below says why.
visit-not-taken = <b>The code was not taken</b>
visit-mistyped =
    <b>The code has a mistake</b>

    A code has 9 signs. Compare it with the slip and send it again.
visit-no-code =
    <b>This is no visit code</b>

    Send the code as a message, or scan the QR code on the slip. If you need no code: /cancel.
