### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: отпуск { $first } — { $last }, замещает { $substitute }
people-leave-end = Завершить отпуск
people-on-leave = Отпуск и замещение
people-said-leave-set = Замещение назначено. Сообщение получат замещающий и руководитель.
people-said-leave-ended = Отпуск завершён. Напоминания снова приходят самому сотруднику.
leave-page-title = Отпуск и замещение
leave-page-text = В эти дни напоминания приходят замещающему, и он может отвечать за организацию. Первый и последний день входят.
leave-page-no-colleague = В этой организации больше никто не подключён к боту. Сначала пригласите кого-нибудь.
leave-page-substitute = Кто отвечает вместо сотрудника
leave-page-first = Первый день
leave-page-last = Последний день
leave-page-set = Назначить замещение
leave-incomplete = Выберите замещающего и оба дня.
vacancy-head = Нет ответственного, до которого доходят сообщения: напоминания получает только руководитель. Свяжитесь: { $name }
vacancy-call = Нет ответственного, до которого доходят сообщения: напоминания не получает никто. Свяжитесь: { $name }
fact-assignee = Выполняет
history-offered = Предложение передать поручение коллеге.
history-taken-over = Поручение принято от коллеги.
history-declined = Отказ взять предложенное поручение.
history-offer-withdrawn = Предложение отозвано.
history-offer-lapsed = Коллега не ответил вовремя, предложение потеряло силу.
history-unassigned = Поручение снова на всех ответственных сотрудниках.
## Who does an assignment, on its page: an offer to a colleague

hand-card-title = Исполнитель: { $doer }
hand-card-all = все ответственные сотрудники организации
hand-card-waits = Предложено: { $name }. Ответ ожидается до { $date }.
hand-card-choose = Какому коллеге предложить
hand-card-send = Предложить
hand-card-note = { $days ->
    [one] Коллегу спросим в Telegram, на ответ даётся { $days } рабочий день.
    [few] Коллегу спросим в Telegram, на ответ даётся { $days } рабочих дня.
   *[many] Коллегу спросим в Telegram, на ответ даётся { $days } рабочих дней.
} Пока он не согласится, ничего не меняется.
hand-card-withdraw = Отозвать предложение
hand-card-nobody = В этой организации больше нет ответственных сотрудников, подключённых к боту.
hand-said-offered = Предложение отправлено: коллегу спросим в Telegram.
hand-said-withdrawn = Предложение отозвано.
