### Periods that are not required any more because the plan ended, or are required again. Telegram's HTML.

days-plan-ended =
    📄 <b>План завершён</b>
    Перечисленные поручения больше не требуются.
# A rule that was confirmed by mistake was set right: $after is the due day.
days-asked-again = { $number }. снова требуется, срок — <b>{ $after }</b>: { $text }
