### Periods that are not required any more because the plan ended, or are required again. Telegram's HTML.

days-plan-ended =
    📄 <b>Reja tugadi</b>
    Quyidagi topshiriqlar endi soʻralmaydi.
# A rule that was confirmed by mistake was set right: $after is the due day.
days-asked-again = { $number }. yana soʻraladi, muddati <b>{ $after }</b>: { $text }
