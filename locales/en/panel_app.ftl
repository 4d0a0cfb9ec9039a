### The panel inside Telegram: the page through which one comes in. Plain text.

app-title = The panel in Telegram
# For somebody who opened the address elsewhere, or whose browser runs no scripts.
app-outside = This page opens inside Telegram. Open it from your chat with the bot: the “Panel” button is beside the text field.
app-in-browser = Open in the browser
app-wait = Opening…
# What Telegram signed is too old.
app-old = It has been a while since you opened the panel. Close it and open it again from your chat with the bot.
app-forged = Telegram did not confirm who you are. Close the panel and open it again from your chat with the bot.
# For somebody whom the city does not know, such as a citizen.
app-stranger = The panel is for people who work for the city. To rate a service, write to the bot itself: it is glad to help. If you do work for the city, ask your administrator for an invitation.
app-failed = The panel did not answer. Check your connection and try again.
app-again = Try again
app-close = Close
