### Messages about due days that changed. Telegram's HTML.

# $days: the names of the holidays that came or went, as the administrator entered them.
days-moved-calendar =
    📅 <b>Topshiriq muddatlari oʻzgardi</b>
    Ish kunlari taqvimiga oʻzgartirish kiritildi: { $days }.
days-moved-rule =
    📅 <b>Topshiriq muddatlari oʻzgardi</b>
    Nazorat chora-tadbirning muddatini qayta belgiladi.
days-moved-line = { $number }. { $before } → <b>{ $after }</b>: { $text }
# The assignment is not asked for any more.
days-moved-dropped = { $number }. { $before } — endi soʻralmaydi: { $text }
days-moved-more = … va yana { $count } ta topshiriq.
days-moved-next = Eslatmalar yangi muddatga qarab keladi.
