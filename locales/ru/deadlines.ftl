### Deadlines of measures: what sort they are, the rule read from the phrase, the periods they answer for. Plain text.
### The rules are parts of a sentence, hence lower case.

## Sorts of deadline: short labels

deadline-date = Точная дата
deadline-relative = Со дня принятия
deadline-recurring = Периодически
deadline-conditional = После события
deadline-permanent = Постоянно
deadline-as-set = Устанавливается другим документом
deadline-as-needed = По мере необходимости
deadline-period = В течение периода
deadline-start = Дата начала
deadline-unknown = Не определён

## Lengths of time, as the rules below take them: after «в течение»

term-days = { $count ->
    [one] { $count } дня
    [few] { $count } дней
   *[many] { $count } дней
}
term-working-days = { $count ->
    [one] { $count } рабочего дня
    [few] { $count } рабочих дней
   *[many] { $count } рабочих дней
}
term-weeks = { $count ->
    [one] { $count } недели
    [few] { $count } недель
   *[many] { $count } недель
}
term-months = { $count ->
    [one] { $count } месяца
    [few] { $count } месяцев
   *[many] { $count } месяцев
}
term-years = { $count ->
    [one] { $count } года
    [few] { $count } лет
   *[many] { $count } лет
}

## Days of a month, as the rules below take them

day-numbered = { $day }-е число
day-last = последний день
day-last-working = последний рабочий день
day-last-of-month = последний день { $month }
day-last-working-of-month = последний рабочий день { $month }

## Rules

rule-on = однократно, { $date }
rule-after-adoption = в течение { $term } со дня принятия
rule-after-event = в течение { $term } после наступления события
rule-yearly = ежегодно: { $days }
rule-half-yearly-end = { $day } каждого полугодия
rule-half-yearly = { $months ->
    [0] { $day } последнего месяца каждого полугодия
    [1] { $day } месяца, следующего за каждым полугодием
   *[2] { $day } { $months }-го месяца после каждого полугодия
}
rule-quarterly-end = { $day } каждого квартала
rule-quarterly = { $months ->
    [0] { $day } последнего месяца каждого квартала
    [1] { $day } месяца, следующего за каждым кварталом
   *[2] { $day } { $months }-го месяца после каждого квартала
}
rule-monthly = { $months ->
    [0] { $day } каждого месяца
    [1] { $day } месяца, следующего за каждым отчётным
   *[2] { $day } { $months }-го месяца после каждого отчётного
}
rule-every-months = { $count ->
    [one] раз в { $count } месяц, { $day } месяца
    [few] раз в { $count } месяца, { $day } месяца
   *[many] раз в { $count } месяцев, { $day } месяца
}
rule-weekly = еженедельно: { $days }
rule-daily = каждый рабочий день
rule-within = в период { $from } – { $to }
rule-starts-on = начиная с { $date }
rule-starts-in = начиная с { $year } года

## Periods

period-once = однократно
period-year = { $year } год
period-half-year = { $half ->
    [1] первое
   *[2] второе
} полугодие { $year } г.
period-week = { $week }-я неделя { $year } г.

## Stages of reminding

stage-before = { $days ->
    [one] за { $days } рабочий день до срока
    [few] за { $days } рабочих дня до срока
   *[many] за { $days } рабочих дней до срока
}
stage-due-day = в день срока
stage-after = { $days ->
    [one] через { $days } рабочий день после срока
    [few] через { $days } рабочих дня после срока
   *[many] через { $days } рабочих дней после срока
}
stage-last-hours = в последние часы дня срока
stage-promise = когда прошёл обещанный день ({ $date })
stage-asked = по просьбе ответственного ({ $date })

## Why a phrase was read as it was

why-stated = Срок указан полностью.
why-no-term-given = Срок не указан: предлагается обычный срок.
why-year-implied = Год не указан: предлагается ближайший такой день.
why-day-not-named = День не указан: предлагается последний день периода.
why-weekdays-not-named = Дни недели не указаны.
why-count-not-named = Продолжительность срока не указана.
why-whole-period = Указан целый период: предлагается его последний день.
why-boundary-unclear = Может подразумеваться и начало, и конец периода: предлагается конец.
why-runs-from-event = Срок отсчитывается от события: укажите его дату.
why-anchor-not-named = Не указано, от какого дня отсчитывается срок: предлагается день принятия.
why-runs-from-force = Срок отсчитывается со дня вступления в силу: предлагается день принятия.
why-at-once = Незамедлительно: предлагается следующий рабочий день.
why-continuous = Работа ведётся постоянно: выберите периодичность отчётов.
why-set-elsewhere = Дата устанавливается другим документом.
why-when-needed = Работа выполняется по мере необходимости.
why-beginning-only = Указано только начало, срок окончания не указан.
why-no-such-day = Такого дня нет в календаре.
why-several-terms = Указано несколько сроков: предлагается первый.
why-partly-understood = Часть формулировки не распознана.
why-spelling-mended = Исправлено написание.
why-not-understood = Формулировка не распознана.
