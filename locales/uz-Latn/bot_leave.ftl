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

## /tatil: who answers in one's place

leave-title = 🏖 <b>Taʼtil va oʻrinbosar</b>
leave-own = Sizning oʻrningizga javob beradi: <b>{ $substitute }</b>
leave-other = Siz oʻrnini bosasiz: <b>{ $person }</b>
leave-choose = Taʼtilga chiqsangiz, oʻrningizga kim javob beradi? Hamkasbni tanlang:
leave-choose-organisation = Qaysi tashkilotdagi vazifangiz boʻyicha taʼtilga chiqasiz?
leave-no-colleague = Bu tashkilotda botga ulangan boshqa hamkasb yoʻq. Rahbaringizga yoki administratorga ayting: u odamni taklif qiladi.
# Above a calendar. $substitute: the colleague who was chosen.
leave-ask-last-day =
    🏖 <b>Taʼtilning oxirgi kunini tanlang</b>

    Bugundan shu kungacha oʻrningizga { $substitute } javob beradi.
leave-ask-first-day =
    🏖 <b>Taʼtilning birinchi kunini tanlang</b>

    Shu kundan boshlab oʻrningizga { $substitute } javob beradi.
leave-ask-last-day-from =
    🏖 <b>Taʼtilning oxirgi kunini tanlang</b>

    Birinchi kuni: <b>{ $first }</b>. Oʻrningizga { $substitute } javob beradi.
