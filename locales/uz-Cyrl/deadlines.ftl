### Deadlines of measures: what sort they are, the rule read from the phrase, the periods they answer for. Plain text.
### The rules are parts of a sentence, hence lower case.

## Sorts of deadline: short labels

deadline-date = Аниқ сана
deadline-relative = Қабул қилинган кундан бошлаб
deadline-recurring = Даврий
deadline-conditional = Воқеадан кейин
deadline-permanent = Доимий
deadline-as-set = Бошқа ҳужжатда белгиланади
deadline-as-needed = Заруратга кўра
deadline-period = Давр давомида
deadline-start = Бошланиш санаси
deadline-unknown = Аниқланмади

## Lengths of time, as the rules below take them

term-days = { $count } кун
term-working-days = { $count } иш куни
term-weeks = { $count } ҳафта
term-months = { $count } ой
term-years = { $count } йил

## Days of a month, as the rules below take them

day-numbered = { $day }-санаси
day-last = охирги куни
day-last-working = охирги иш куни
day-last-of-month = { $month } ойининг охирги куни
day-last-working-of-month = { $month } ойининг охирги иш куни

## Rules

rule-on = бир марта, { $date }
rule-after-adoption = қабул қилинган кундан бошлаб { $term } ичида
rule-after-event = воқеа юз берган кундан бошлаб { $term } ичида
rule-yearly = ҳар йили: { $days }
rule-half-yearly-end = ҳар ярим йилликнинг { $day }
rule-half-yearly = { $months ->
    [0] ҳар ярим йиллик охирги ойининг { $day }
    [1] ҳар ярим йиллик якунидан кейинги ойнинг { $day }
   *[2] ҳар ярим йиллик якунидан кейинги { $months }-ойнинг { $day }
}
rule-quarterly-end = ҳар чоракнинг { $day }
rule-quarterly = { $months ->
    [0] ҳар чорак охирги ойининг { $day }
    [1] ҳар чорак якунидан кейинги ойнинг { $day }
   *[2] ҳар чорак якунидан кейинги { $months }-ойнинг { $day }
}
rule-monthly = { $months ->
    [0] ҳар ойнинг { $day }
    [1] ҳар ой якунидан кейинги ойнинг { $day }
   *[2] ҳар ой якунидан кейинги { $months }-ойнинг { $day }
}
rule-every-months = ҳар { $count } ойда бир марта, ойнинг { $day }
rule-weekly = ҳар ҳафта: { $days }
rule-daily = ҳар иш куни
rule-within = { $from } – { $to } оралиғида
rule-starts-on = { $date } дан бошлаб
rule-starts-in = { $year } йилдан бошлаб

## Periods

period-once = бир марта
period-year = { $year } йил
period-half-year = { $year } йил, { $half ->
    [1] биринчи
   *[2] иккинчи
} ярим йиллик
period-week = { $year } йил, { $week }-ҳафта

## Stages of reminding

stage-before = муддатга { $days } иш куни қолганда
stage-due-day = муддат куни
stage-after = муддатдан { $days } иш куни ўтгач
stage-last-hours = муддат кунининг охирги соатларида
stage-promise = ваъда қилинган кун ўтгач ({ $date })
stage-asked = ходимнинг илтимосига кўра ({ $date })

## Why a phrase was read as it was

why-stated = Муддат тўлиқ кўрсатилган.
why-no-term-given = Муддат кўрсатилмаган: одатдаги муддат таклиф қилинади.
why-year-implied = Йил кўрсатилмаган: энг яқин шундай кун таклиф қилинади.
why-day-not-named = Кун кўрсатилмаган: даврнинг охирги куни таклиф қилинади.
why-weekdays-not-named = Ҳафта кунлари кўрсатилмаган.
why-count-not-named = Муддатнинг узунлиги кўрсатилмаган.
why-whole-period = Бутун бир давр кўрсатилган: унинг охирги куни таклиф қилинади.
why-boundary-unclear = Даврнинг боши ҳам, охири ҳам назарда тутилган бўлиши мумкин: охири таклиф қилинади.
why-runs-from-event = Муддат воқеадан бошланади: унинг санасини киритинг.
why-anchor-not-named = Муддат қайси кундан бошланиши кўрсатилмаган: қабул қилинган кун таклиф қилинади.
why-runs-from-force = Муддат ҳужжат кучга кирган кундан бошланади: қабул қилинган кун таклиф қилинади.
why-at-once = Зудлик билан: кейинги иш куни таклиф қилинади.
why-continuous = Иш доимий олиб борилади: ҳисобот бериш даврийлигини танланг.
why-set-elsewhere = Сана бошқа ҳужжатда белгиланади.
why-when-needed = Иш заруратга кўра бажарилади.
why-beginning-only = Фақат бошланиш санаси кўрсатилган, тугаш санаси йўқ.
why-no-such-day = Тақвимда бундай кун йўқ.
why-several-terms = Бир нечта муддат кўрсатилган: биринчиси таклиф қилинади.
why-partly-understood = Иборанинг бир қисми тушунилмади.
why-spelling-mended = Имло тузатилди.
why-not-understood = Ибора тушунилмади.
