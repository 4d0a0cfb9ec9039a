### Обращения по низким оценкам в панели. Простой текст.

case-left-out = Оценка не учтена после проверки, поэтому ответ не ожидается.
case-reopened = Гражданин не удовлетворён ответом, поэтому обращение открыто снова.
case-wanted = Гражданин ждёт ответа и прочтёт его в Telegram так, как он написан здесь.
case-verdict-solved = Гражданин говорит: помогло.
case-verdict-partly = Гражданин говорит: помогло частично.
case-verdict-not = Гражданин говорит: не помогло.
case-figures-median = Обычное рабочее время до ответа
case-figures-solved = Ответы, которые помогли
case-figures-of = { $solved } из { $judged }
case-hours = { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}
case-days = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}
case-figures-none = пока неизвестно
case-policy = Когда открывается обращение
case-policy-low = Эта оценка и ниже
case-policy-days = Рабочих дней на ответ
case-policy-keep = Сохранить
case-policy-wrong = Оценка от 1 до 4 и от 1 до { $longest } рабочих дней.
case-policy-note = Обращение открывает низкая оценка. Его может открыть и жалоба при хорошей оценке:
case-policy-themes = темы комментариев
case-policy-kept = Сохранено. Действует для новых оценок.

## The list

ratings-cases-title = Обращения
ratings-cases-lead = Обращения по низким оценкам и жалобам: организация должна разобраться и ответить в срок.
ratings-cases-none = Таких обращений нет.
cases-open = Открытые
cases-late = Просроченные
cases-answered = С ответом
cases-all = Все обращения
