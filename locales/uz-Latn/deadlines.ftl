### Deadlines of measures: what sort they are, the rule read from the phrase, the periods they answer for. Plain text.
### The rules are parts of a sentence, hence lower case.

## Sorts of deadline: short labels

deadline-date = Aniq sana
deadline-relative = Qabul qilingan kundan boshlab
deadline-recurring = Davriy
deadline-conditional = Voqeadan keyin
deadline-permanent = Doimiy
deadline-as-set = Boshqa hujjatda belgilanadi
deadline-as-needed = Zaruratga koʻra
deadline-period = Davr davomida
deadline-start = Boshlanish sanasi
deadline-unknown = Aniqlanmadi

## Lengths of time, as the rules below take them

term-days = { $count } kun
term-working-days = { $count } ish kuni
term-weeks = { $count } hafta
term-months = { $count } oy
term-years = { $count } yil

## Days of a month, as the rules below take them

day-numbered = { $day }-sanasi
day-last = oxirgi kuni
day-last-working = oxirgi ish kuni
day-last-of-month = { $month } oyining oxirgi kuni
day-last-working-of-month = { $month } oyining oxirgi ish kuni

## Rules

rule-on = bir marta, { $date }
rule-after-adoption = qabul qilingan kundan boshlab { $term } ichida
rule-after-event = voqea yuz bergan kundan boshlab { $term } ichida
rule-yearly = har yili: { $days }
rule-half-yearly-end = har yarim yillikning { $day }
rule-half-yearly = { $months ->
    [0] har yarim yillik oxirgi oyining { $day }
    [1] har yarim yillik yakunidan keyingi oyning { $day }
   *[2] har yarim yillik yakunidan keyingi { $months }-oyning { $day }
}
rule-quarterly-end = har chorakning { $day }
rule-quarterly = { $months ->
    [0] har chorak oxirgi oyining { $day }
    [1] har chorak yakunidan keyingi oyning { $day }
   *[2] har chorak yakunidan keyingi { $months }-oyning { $day }
}
rule-monthly = { $months ->
    [0] har oyning { $day }
    [1] har oy yakunidan keyingi oyning { $day }
   *[2] har oy yakunidan keyingi { $months }-oyning { $day }
}
rule-every-months = har { $count } oyda bir marta, oyning { $day }
rule-weekly = har hafta: { $days }
rule-daily = har ish kuni
rule-within = { $from } – { $to } oraligʻida
rule-starts-on = { $date } dan boshlab
rule-starts-in = { $year }-yildan boshlab

## Periods

period-once = bir marta
period-year = { $year }-yil
period-half-year = { $year }-yil, { $half ->
    [1] birinchi
   *[2] ikkinchi
} yarim yillik
period-week = { $year }-yil, { $week }-hafta

## Stages of reminding

stage-before = muddatga { $days } ish kuni qolganda
stage-due-day = muddat kuni
stage-after = muddatdan { $days } ish kuni oʻtgach
stage-last-hours = muddat kunining oxirgi soatlarida
stage-promise = vaʼda qilingan kun oʻtgach ({ $date })
stage-asked = xodimning iltimosiga koʻra ({ $date })

## Why a phrase was read as it was

why-stated = Muddat toʻliq koʻrsatilgan.
why-no-term-given = Muddat koʻrsatilmagan: odatdagi muddat taklif qilinadi.
why-year-implied = Yil koʻrsatilmagan: eng yaqin shunday kun taklif qilinadi.
why-day-not-named = Kun koʻrsatilmagan: davrning oxirgi kuni taklif qilinadi.
why-weekdays-not-named = Hafta kunlari koʻrsatilmagan.
why-count-not-named = Muddatning uzunligi koʻrsatilmagan.
why-whole-period = Butun bir davr koʻrsatilgan: uning oxirgi kuni taklif qilinadi.
why-boundary-unclear = Davrning boshi ham, oxiri ham nazarda tutilgan boʻlishi mumkin: oxiri taklif qilinadi.
why-runs-from-event = Muddat voqeadan boshlanadi: uning sanasini kiriting.
why-anchor-not-named = Muddat qaysi kundan boshlanishi koʻrsatilmagan: qabul qilingan kun taklif qilinadi.
why-runs-from-force = Muddat hujjat kuchga kirgan kundan boshlanadi: qabul qilingan kun taklif qilinadi.
why-at-once = Zudlik bilan: keyingi ish kuni taklif qilinadi.
why-continuous = Ish doimiy olib boriladi: hisobot berish davriyligini tanlang.
why-set-elsewhere = Sana boshqa hujjatda belgilanadi.
why-when-needed = Ish zaruratga koʻra bajariladi.
why-beginning-only = Faqat boshlanish sanasi koʻrsatilgan, tugash sanasi yoʻq.
why-no-such-day = Taqvimda bunday kun yoʻq.
why-several-terms = Bir nechta muddat koʻrsatilgan: birinchisi taklif qilinadi.
why-partly-understood = Iboraning bir qismi tushunilmadi.
why-spelling-mended = Imlo tuzatildi.
why-not-understood = Ibora tushunilmadi.
