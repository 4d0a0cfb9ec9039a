### How a plan reminds: the page of its settings and of their preview. Plain text.

## The settings

reminding-title = Напоминания по плану
reminding-link = Как напоминаем
reminding-lead = Когда и как ответственным напоминают о том, чего требует этот план.
reminding-settings = Настройки
reminding-before = До срока, рабочих дней
reminding-before-note = От большего к меньшему, через запятую. В день самого срока напоминание приходит всегда.
reminding-daily = После срока — каждый рабочий день, дней подряд
reminding-weekly = Затем раз в неделю, пока не исполнено
reminding-list-days = Дни списка
reminding-list-note = В эти дни напоминание приносит и всё, что нужно исполнить до конца следующего месяца. Если день нерабочий, список приходит в следующий рабочий день.
reminding-urgent = План срочный
reminding-urgent-note = Напоминания приходят и в выходные, а в день срока ещё раз в 16:00, если отчёта нет.
reminding-save = Сохранить
reminding-try = Показать даты, пока не сохранять
reminding-saved = Сохранено. Следующие напоминания пойдут по этим настройкам.
reminding-changed = После открытия страницы настройки изменил кто-то другой. Посмотрите, какими они стали, и сохраните ещё раз.
reminding-yes = да
reminding-no = нет
reminding-wrong-count = Укажите от 1 до { $most } чисел: за сколько дней до срока напоминать.
reminding-wrong-stage = Каждое число — от 1 до { $farthest } рабочих дней.
reminding-wrong-order = Запишите числа от большего к меньшему, каждое один раз.
reminding-wrong-daily = Ежедневные напоминания могут идти от 0 до { $longest } рабочих дней.
reminding-wrong-list-days = Выберите дни с понедельника по субботу.

## The preview

reminding-preview = Как это будет
reminding-preview-of = Поручение
reminding-show = Показать
reminding-none = В этом плане пока нет открытых поручений.
reminding-when = Когда напомним ответственному
reminding-message = Сообщение { $date }, { $time }
reminding-message-note = В настоящем сообщении стоят все близкие поручения организации, у каждого своя кнопка; здесь это поручение показано одно.
reminding-trial = Прислать мне пробу
reminding-trial-note = Сообщение придёт в Ваш собственный чат с ботом, на Вашем языке. Оно начинается словом «Проба» и показывает это поручение с кнопками так, как его сегодня увидел бы ответственный. Больше его никто не получит, и напоминанием оно не считается.
reminding-trial-sent = Проба отправляется в Ваш чат.
reminding-trial-no-chat = Ваша учётная запись ещё не связана с Telegram, поэтому отправить пробу некуда.
reminding-connect = Связать с Telegram
