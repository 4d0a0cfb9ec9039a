### Periods that are not required any more because the plan ended, or are required again. Telegram's HTML.

days-plan-ended =
    📄 <b>The plan has ended</b>
    The assignments below are no longer required.
# A rule that was confirmed by mistake was set right: $after is the due day.
days-asked-again = { $number }. required again, due <b>{ $after }</b>: { $text }
