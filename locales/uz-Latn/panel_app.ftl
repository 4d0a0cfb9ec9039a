### The panel inside Telegram: the page through which one comes in. Plain text.

app-title = Telegramdagi panel
# For somebody who opened the address elsewhere, or whose browser runs no scripts.
app-outside = Bu sahifa Telegram ichida ochiladi. Uni bot bilan suhbatdan oching: «Panel» tugmasi matn maydoni yonida turibdi.
app-in-browser = Brauzerda ochish
app-wait = Ochilmoqda…
# What Telegram signed is too old.
app-old = Panelni ochganingizga ancha vaqt boʻldi. Uni yoping va bot bilan suhbatdan qayta oching.
app-forged = Telegram kimligingizni tasdiqlamadi. Panelni yoping va bot bilan suhbatdan qayta oching.
# For somebody whom the city does not know, such as a citizen.
app-stranger = Panel shahar tashkilotlari xodimlari uchun. Xizmatga baho bermoqchi boʻlsangiz, botning oʻziga yozing, u albatta yordam beradi. Agar xodim boʻlsangiz, administratordan taklifnoma soʻrang.
app-failed = Panel javob bermadi. Aloqani tekshiring va yana urinib koʻring.
app-again = Yana urinib koʻrish
app-close = Yopish
