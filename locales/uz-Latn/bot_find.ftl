### What the bot writes to a citizen who looks for a service, in Telegram's HTML. Values are escaped.

link-not-understood =
    <b>Bu havolani tushunmadim</b>
    U eskirgan yoki toʻliq koʻchirilmagan boʻlishi mumkin.
find-by-name-hint = <i>Xizmat nomini shu yerga yozing, masalan: nafaqa. Xato bilan yozsangiz ham topamiz.</i>
find-found = 🔎 <b>«{ $query }»</b> boʻyicha topildi. Raqamini bosing:
find-not-comment = <i>Yozganingiz saqlanmadi.</i>
find-nothing = 🔎 <b>«{ $query }»</b> boʻyicha xizmat topilmadi
find-unknown-service = <b>Bu xizmat endi roʻyxatda yoʻq</b>
find-organisations = <b>Xizmatni qaysi tashkilot koʻrsatdi?</b>
# Above the services of one organisation.
find-services-of =
    <b>{ $organisation }</b>
    Qaysi xizmatni baholaysiz? Raqamini bosing:
find-line = <b>{ $number }.</b> { $name } — <i>{ $organisation }</i>
find-line-short = <b>{ $number }.</b> { $name }
# In a message that somebody passes on. $link: a link into the bot.
find-passed-on = Xizmatni ikki bosishda baholash: { $link }
