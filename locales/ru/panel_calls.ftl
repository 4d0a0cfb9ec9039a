### The page of the panel where a controller reminds by hand of what is overdue.

# On other pages: the way there.
remind-link = Напомнить
remind-title = Напомнить о просроченном
remind-lead = { $items ->
    [one] О { $items } просроченном поручении напомним { $people ->
        [one] { $people } сотруднику
        [few] { $people } сотрудникам
       *[many] { $people } сотрудникам
    }.
    [few] О { $items } просроченных поручениях напомним { $people ->
        [one] { $people } сотруднику
        [few] { $people } сотрудникам
       *[many] { $people } сотрудникам
    }.
   *[many] О { $items } просроченных поручениях напомним { $people ->
        [one] { $people } сотруднику
        [few] { $people } сотрудникам
       *[many] { $people } сотрудникам
    }.
}
remind-none = Просроченных поручений нет, напоминать не о чем.
remind-nobody = Написать некому: ниже указано, кому позвонить.
remind-all-called = Недавно напомнили всем.
remind-send = Отправить напоминание
remind-later = Сейчас нерабочее время. Сообщения уйдут { $moment }.
remind-rule = Одному сотруднику напоминают не чаще одного раза в { $hours } ч.
remind-people = Сотрудники
remind-number = { $count ->
    [one] { $count } поручение
    [few] { $count } поручения
   *[many] { $count } поручений
}
# $name: who reminded.
remind-called = Напомнили: { $moment }, { $name }
# The same, while the message waits for the hours of work.
remind-called-later = Уйдёт: { $moment }, напоминает { $name }
remind-more = { $count ->
    [one] И ещё { $count } сотрудник: напомним и ему.
    [few] И ещё { $count } сотрудника: напомним и им.
   *[many] И ещё { $count } сотрудников: напомним и им.
}
remind-unheard = Сообщения не доходят
