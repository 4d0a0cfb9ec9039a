### Periods that are not required any more because the plan ended, or are required again. Telegram's HTML.

days-plan-ended =
    📄 <b>Режа тугади</b>
    Қуйидаги топшириқлар энди сўралмайди.
# A rule that was confirmed by mistake was set right: $after is the due day.
days-asked-again = { $number }. яна сўралади, муддати <b>{ $after }</b>: { $text }
