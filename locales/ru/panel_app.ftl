### The panel inside Telegram: the page through which one comes in. Plain text.

app-title = Панель в Telegram
# For somebody who opened the address elsewhere, or whose browser runs no scripts.
app-outside = Эта страница открывается внутри Telegram. Откройте её из чата с ботом: кнопка «Панель» находится рядом с полем ввода.
app-in-browser = Открыть в браузере
app-wait = Открывается…
# What Telegram signed is too old.
app-old = С тех пор как Вы открыли панель, прошло много времени. Закройте её и откройте снова из чата с ботом.
app-forged = Telegram не подтвердил, кто Вы. Закройте панель и откройте её снова из чата с ботом.
# For somebody whom the city does not know, such as a citizen.
app-stranger = Панель предназначена для сотрудников города. Чтобы оценить услугу, напишите самому боту, он охотно поможет. Если Вы сотрудник, попросите приглашение у администратора.
app-failed = Панель не ответила. Проверьте связь и попробуйте снова.
app-again = Попробовать снова
app-close = Закрыть
