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
history-unassigned = Поручение снова на всех ответственных сотрудниках.
