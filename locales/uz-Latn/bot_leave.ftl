### Leave and substitutes, in Telegram's HTML. Values are escaped.

## News of a substitution. $first and $last: its first and last day.

leave-days = Kunlar: <b>{ $first } — { $last }</b>
leave-where = Tashkilot: { $organisation }
leave-news-substitute = 🔁 <b>Siz { $person } oʻrniga javob berasiz</b>
leave-news-substitute-next = Shu kunlarda topshiriqlar eslatmasi Sizga keladi va ularga javob bera olasiz.
leave-news-head = 🔁 <b>{ $person } taʼtilda</b>
leave-news-head-next = Bu kunlarda topshiriqlarga { $substitute } javob beradi.
leave-news-absent = 🔁 <b>Sizga taʼtil belgilandi</b>
leave-news-absent-next = Bu kunlarda topshiriqlarga Sizning oʻrningizga { $substitute } javob beradi.
leave-news-ended-substitute = 🔁 <b>Siz endi { $person } oʻrnini bosmaysiz</b>
leave-news-ended-substitute-next = Yordamingiz uchun rahmat!
leave-news-ended-head = 🔁 <b>{ $substitute } endi { $person } oʻrnini bosmaydi</b>
leave-news-ended-absent = 🔁 <b>{ $substitute } endi Sizning oʻrningizni bosmaydi</b>
