### The page of the calendar: days that differ from the plain week. Plain text.

calendar-title = Календарь рабочих дней
calendar-lead = Праздники, дополнительные выходные и рабочие субботы. Сроки считаются по этому календарю.
calendar-days = Дни, отличные от обычной недели
calendar-none = На этот год дни ещё не внесены.
calendar-unsure = { $count ->
    [one] { $count } день ещё не утверждён официально. Когда выйдет решение, подтвердите или удалите его.
    [few] { $count } дня ещё не утверждены официально. Когда выйдет решение, подтвердите или удалите их.
   *[many] { $count } дней ещё не утверждены официально. Когда выйдет решение, подтвердите или удалите их.
}
calendar-computed = Рассчитан по закону
calendar-estimate = Приблизительно: зависит от луны
calendar-confirm = Подтвердить
calendar-remove = Удалить
calendar-add = Добавить день
calendar-name = Название, как в решении
calendar-kind = Какой это день
calendar-weeks = Для кого
calendar-save = Сохранить
calendar-ask = { $count ->
    [one] Изменится срок { $count } поручения, ответственные получат сообщение. Сохранить?
    [few] Изменятся сроки { $count } поручений, ответственные получат сообщения. Сохранить?
   *[many] Изменятся сроки { $count } поручений, ответственные получат сообщения. Сохранить?
}
calendar-sure = Да, сохранить
calendar-not-now = Нет
calendar-note = После сохранения сроки открытых поручений, выпавшие на этот день, сдвинутся, а ответственные сотрудники получат одно сообщение.
calendar-kept = Календарь сохранён. Сроки поручений не изменились.
calendar-moved = { $count ->
    [one] Календарь сохранён. Изменился срок { $count } поручения, ответственным сотрудникам придёт сообщение.
    [few] Календарь сохранён. Изменились сроки { $count } поручений, ответственным сотрудникам придёт сообщение.
   *[many] Календарь сохранён. Изменились сроки { $count } поручений, ответственным сотрудникам придёт сообщение.
}
calendar-wrong-date = Введите дату: такой день должен быть в календаре.
calendar-wrong-name = Напишите название дня.
calendar-long-name = { $limit ->
    [one] Название не длиннее { $limit } знака.
    [few] Название не длиннее { $limit } знаков.
   *[many] Название не длиннее { $limit } знаков.
}
calendar-wrong-kind = Выберите вид дня и для кого он.
calendar-open = Календарь рабочих дней
day-kind-holiday = Праздник
day-kind-additional-off = Дополнительный выходной
day-kind-moved-off = Перенесённый выходной
day-kind-working = Рабочий день вместо выходного
weeks-all = для всех
weeks-five = пятидневная неделя
weeks-six = шестидневная неделя

## Due days that moved, in the history of an assignment

history-day-moved = Изменился календарь ({ $days }): срок { $before } → { $after }.
# Beside a due date on the page of the plan: the day that the rule names, and why it is a day off.
plan-day-moved = по плану { $planned }, выходной: { $why }
history-rule-changed = Правило срока установлено заново: { $before } → { $after }.
history-rule-dropped = По новому правилу срока поручение за этот период больше не требуется.
