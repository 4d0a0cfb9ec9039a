### What the bot writes to a citizen who looks for a service, in Telegram's HTML. Values are escaped.

link-not-understood =
    <b>Не удалось разобрать эту ссылку</b>
    Возможно, она устарела или скопирована не полностью.
find-by-name-hint = <i>Напишите здесь название услуги, например: справка. Найдём и с опечатками.</i>
find-found = 🔎 По запросу <b>«{ $query }»</b> найдено. Нажмите номер:
find-not-comment = <i>Написанное не сохранено.</i>
find-nothing = 🔎 По запросу <b>«{ $query }»</b> услуг не найдено
find-unknown-service = <b>Этой услуги больше нет в списке</b>
find-organisations = <b>Какая организация оказала услугу?</b>
# Above the services of one organisation.
find-services-of =
    <b>{ $organisation }</b>
    Какую услугу Вы оцениваете? Нажмите номер:
find-line = <b>{ $number }.</b> { $name } — <i>{ $organisation }</i>
find-line-short = <b>{ $number }.</b> { $name }
# In a message that somebody passes on. $link: a link into the bot.
find-passed-on = Оценить услугу в два нажатия: { $link }
