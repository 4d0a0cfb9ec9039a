### Оценки, отложенные до решения проверяющего. Простой текст.

refusal-quarantine-decided = Решение по этим оценкам уже принято.

## The page

quarantine-title = Отложенные оценки
quarantine-text = Похоже, что эти оценки поставили не посетители. Они сохранены, поставившим их сказали спасибо как обычно, но до решения сотрудника контроля они нигде не учитываются.
quarantine-waiting = Ждут решения
quarantine-none = Нет оценок, ожидающих решения.
quarantine-why-burst = Оценка { $mark } — { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
} за { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
# $count: marks of people who rated more services in a day than the limit allows.
quarantine-why-person = { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
} от тех, кто за день оценил слишком много услуг
quarantine-why-point = { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
} сверх часового предела точки
# What is usual: $count marks of the service that count, in the 30 days before.
quarantine-usual = За 30 дней до этого у услуги { $count ->
    [one] была { $count } оценка
    [few] было { $count } оценки
   *[many] было { $count } оценок
}.
quarantine-pick = Выбрать: { $point }
quarantine-reason = Почему? Причина сохранится в журнале.
quarantine-accept = Учесть
quarantine-leave-out = Не учитывать
quarantine-note = Неучтённые оценки нигде не считаются, открытые по ним обращения закрываются. Их число указано на панелях.
quarantine-nothing = Выберите хотя бы одну строку.
quarantine-said-accepted = { $count ->
    [one] Учтена { $count } оценка.
    [few] Учтены { $count } оценки.
   *[many] Учтено { $count } оценок.
}
quarantine-said-left-out = { $count ->
    [one] Не учтена { $count } оценка.
    [few] Не учтены { $count } оценки.
   *[many] Не учтено { $count } оценок.
}

## What was decided

quarantine-decided = Недавние решения
quarantine-state-accepted = учтены
quarantine-state-left-out = не учтены

## The limits

quarantine-limits = Пределы
quarantine-limit-person = Сколько услуг один человек может оценить за день
quarantine-limit-point = Оценок в одной точке за час
quarantine-limit-burst = Столько одинаковых оценок в одной точке — всплеск
quarantine-limit-minutes = В течение скольких минут
quarantine-limits-note = 0 — без предела. Что выше предела, откладывается, но никогда не отклоняется.
quarantine-limits-wrong = Целые числа от 0 до { $highest }; всплеск — не менее 2 оценок за 1–{ $minutes } минут.
quarantine-limits-keep = Сохранить
quarantine-said-limits = Сохранено. Пределы действуют для новых оценок.

## Elsewhere

ratings-apart-waiting = { $count ->
    [one] { $count } оценка отложена и ждёт проверки
    [few] { $count } оценки отложены и ждут проверки
   *[many] { $count } оценок отложено и ждёт проверки
}
ratings-apart-left-out = { $count ->
    [one] { $count } оценка не учтена после проверки
    [few] { $count } оценки не учтены после проверки
   *[many] { $count } оценок не учтено после проверки
}
overview-quarantine = Вашего решения { $count ->
    [one] ждёт { $count } подозрительная оценка
    [few] ждут { $count } подозрительные оценки
   *[many] ждут { $count } подозрительных оценок
}
