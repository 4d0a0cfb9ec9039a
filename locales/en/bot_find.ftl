### What the bot writes to a citizen who looks for a service, in Telegram's HTML. Values are escaped.

link-not-understood =
    <b>This link could not be understood</b>
    It may be out of date, or copied only in part.
find-by-name-hint = <i>Write the name of the service here, such as: certificate. Slips of the pen do not matter.</i>
find-found = 🔎 Found for <b>“{ $query }”</b>. Press its number:
find-not-comment = <i>What you wrote was not kept.</i>
find-nothing = 🔎 No service was found for <b>“{ $query }”</b>
find-unknown-service = <b>This service is not on the list any more</b>
find-organisations = <b>Which organisation gave the service?</b>
# Above the services of one organisation.
find-services-of =
    <b>{ $organisation }</b>
    Which service do you rate? Press its number:
find-line = <b>{ $number }.</b> { $name } — <i>{ $organisation }</i>
find-line-short = <b>{ $number }.</b> { $name }
# In a message that somebody passes on. $link: a link into the bot.
find-passed-on = Rate the service in two taps: { $link }
