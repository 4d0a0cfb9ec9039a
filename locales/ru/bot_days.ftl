### Messages about due days that changed. Telegram's HTML.

# $days: the names of the holidays that came or went, as the administrator entered them.
days-moved-calendar =
    📅 <b>Сроки поручений изменились</b>
    В календарь рабочих дней внесено изменение: { $days }.
days-moved-rule =
    📅 <b>Сроки поручений изменились</b>
    Контроль заново установил срок мероприятия.
days-moved-line = { $number }. { $before } → <b>{ $after }</b>: { $text }
# The assignment is not asked for any more.
days-moved-dropped = { $number }. { $before } — больше не требуется: { $text }
days-moved-more = { $count ->
    [one] … и ещё { $count } поручение.
    [few] … и ещё { $count } поручения.
   *[many] … и ещё { $count } поручений.
}
days-moved-next = Напоминания будут приходить по новому сроку.
