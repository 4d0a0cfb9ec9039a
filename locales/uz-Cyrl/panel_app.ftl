### The panel inside Telegram: the page through which one comes in. Plain text.

app-title = Telegramдаги панель
# For somebody who opened the address elsewhere, or whose browser runs no scripts.
app-outside = Бу саҳифа Telegram ичида очилади. Уни бот билан суҳбатдан очинг: «Панель» тугмаси матн майдони ёнида турибди.
app-in-browser = Браузерда очиш
app-wait = Очилмоқда…
# What Telegram signed is too old.
app-old = Панелни очганингизга анча вақт бўлди. Уни ёпинг ва бот билан суҳбатдан қайта очинг.
app-forged = Telegram кимлигингизни тасдиқламади. Панелни ёпинг ва бот билан суҳбатдан қайта очинг.
# For somebody whom the city does not know, such as a citizen.
app-stranger = Панель шаҳар ташкилотлари ходимлари учун. Хизматга баҳо бермоқчи бўлсангиз, ботнинг ўзига ёзинг, у албатта ёрдам беради. Агар ходим бўлсангиз, администратордан таклифнома сўранг.
app-failed = Панель жавоб бермади. Алоқани текширинг ва яна уриниб кўринг.
app-again = Яна уриниб кўриш
app-close = Ёпиш
