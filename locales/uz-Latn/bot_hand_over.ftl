### An assignment goes to a colleague, in Telegram's HTML. Values are escaped.

## Under the assignment: who alone does it, who was asked

item-doer = 👤 Bajaradi: <b>{ $name }</b>
item-offered = ⏳ Taklif qilingan: { $name }, javobi kutilmoqda

## In the list: what colleagues do, who does it, and for the head the last answer

tasks-of-colleagues = 👥 Hamkasblarim bajaradi: <b>{ $count }</b>
tasks-doer = 👤 { $name }
tasks-answer = 💬 { $answer }

## The choice

hand-over-choose = 🤝 <b>Topshiriqni kimga bermoqchisiz?</b>
hand-over-choose-next = Hamkasbingiz rozi boʻlsa, eslatmalar faqat unga boradi.
hand-over-no-colleague = Bu tashkilotda botga ulangan boshqa masʼul xodim yoʻq.

## The question to the colleague, and what came of it

hand-over-question = 🤝 <b>{ $person } Sizga topshiriq bermoqchi</b>
hand-over-question-next = Rozi boʻlsangiz, bu topshiriqni Siz bajarasiz va eslatmalar Sizga keladi.
hand-over-question-until = Javob muddati: <b>{ $date }</b>
hand-over-refused =
    ✖️ <b>Siz bu topshiriqni olmadingiz</b>
    { $person } bundan xabar topadi.
hand-over-over =
    <b>Bu taklif endi kuchda emas</b>

    Topshiriqlaringiz roʻyxatini ochib koʻring.
hand-over-accepted = ✅ <b>{ $person } topshiriqni oldi</b>
hand-over-accepted-next = Endi eslatmalar unga boradi.
hand-over-declined = ✖️ <b>{ $person } topshiriqni olmadi</b>
hand-over-lapsed = ⌛ <b>{ $person } oʻz vaqtida javob bermadi, taklif endi kuchda emas</b>
hand-over-declined-next = Topshiriq avvalgidek qoldi. Boshqa hamkasbga taklif qilishingiz mumkin.
hand-over-unassigned = ⚠️ <b>Topshiriq yana hammaga qaytdi</b>
hand-over-unassigned-next = Uni bajarayotgan xodim endi tashkilot nomidan javob bera olmaydi.
