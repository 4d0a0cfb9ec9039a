### What the bot writes to a citizen after a mark, in Telegram's HTML. Values are escaped.

# Which reasons were ticked. $reasons: their names, joined by commas.
opinion-reasons = ☑️ { $reasons }
# The criteria with their marks. $criteria: ready, joined by dots.
opinion-criteria = 📋 { $criteria }
opinion-hint-low = Что не понравилось? Отметьте или напишите прямо здесь — по желанию.
opinion-hint-high = Что понравилось? Отметьте или напишите прямо здесь — по желанию.
opinion-kept = <i>Хранятся услуга, оценка, время и то, что Вы добавили. Имя и номер не хранятся.</i>
# Above the question about one criterion. $number of $of.
criterion-title = <b>{ $number }/{ $of } · { $criterion }</b>
criterion-ask-legality = Всё ли было по закону и по правилам?
criterion-ask-quality = Хорошо ли оказали услугу?
criterion-ask-timeliness = Уложились ли в срок?
criterion-ask-accessibility = Легко ли было добраться, войти и разобраться?
criterion-scale = <i>1 — очень плохо, 5 — отлично</i>

## Comments

comment-cut = ✂️ Комментарий был длинным: сохранено начало, { $limit ->
    [one] { $limit } знак
    [few] { $limit } знака
   *[many] { $limit } знаков
}. Чтобы сократить его, отредактируйте своё сообщение.
comment-changed = 💬 Комментарий обновлён
comment-already = К этой оценке уже есть комментарий, поэтому последнее сообщение не сохранено.
comment-change-hint = <i>Чтобы изменить комментарий сегодня, отредактируйте своё сообщение.</i>
comment-no-voice =
    <b>Голосовые и видео мы не принимаем</b>

    По голосу Вас можно узнать, поэтому сообщение не сохранено. Пожалуйста, напишите комментарий словами.
comment-no-contact =
    <b>Контакт и геопозиция не сохранены</b>

    Нам не нужно знать, кто Вы. Пожалуйста, напишите комментарий словами.
comment-no-sticker = Спасибо! Но сохранить стикер как комментарий мы не можем. Напишите, пожалуйста, пару слов.
