### The public page that says what is kept of people. Plain text. Every number comes from the jobs that forget.

kept-title = Конфиденциальность
kept-lead = Что хранится, сколько, зачем и кто это видит.
kept-citizens = Те, кто оценивает услуги
kept-people = Сотрудники, которые работают в системе
kept-why = Зачем
kept-who = Кто видит
kept-long = Срок хранения
kept-mark = Оценка, отмеченные причины и критерии, услуга, место и время
kept-mark-why = Чтобы считать качество услуг
kept-mark-who = Все, но только вместе с другими; низкую оценку отдельно — эта организация и контроль
kept-mark-long = Постоянно, числом, о котором не узнать, чьё оно
kept-sign = Секретная метка, вычисленная из номера в Telegram
kept-sign-why = Чтобы один человек оценивал услугу раз в день, мог изменить оценку и узнать ответ
kept-sign-who = Никто. Проверить свою догадку мог бы лишь тот, у кого и ключ сервера, и база, поэтому их хранят отдельно
# $days: of a vote. $wishes: the longest wait for an answer, in days.
kept-sign-long =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. Если ждут ответа организации — ещё столько же после ответа; ожидание длится не дольше { $wishes ->
        [one] { $wishes } дня
        [few] { $wishes } дней
       *[many] { $wishes } дней
    }. Годовой ключ, которым вычислены метки, уничтожается, когда год закончился и его метки исчезли
kept-comment = Комментарий. Номера телефонов, паспортов, карт и ПИНФЛ скрываются в нём до сохранения
kept-comment-why = Чтобы организация исправила недостаток
kept-comment-who = Эта организация и контроль
# $days: of a comment. $hidden: of a hidden one.
kept-comment-long =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }; скрытый за оскорбление — { $hidden ->
        [one] { $hidden } день
        [few] { $hidden } дня
       *[many] { $hidden } дней
    }
kept-chat = Номер чата, зашифрованный: только если попросили сообщить ответ
kept-chat-why = Чтобы доставить ответ
kept-chat-who = Никто: его открывает программа в момент отправки
# $days: at most.
kept-chat-long =
    До отправки ответа, не дольше { $days ->
        [one] { $days } дня
        [few] { $days } дней
       *[many] { $days } дней
    }
kept-talk = Выбранный язык и начатый разговор
kept-talk-why = Чтобы разговор не обрывался
kept-parked = Сообщение, не выполненное из-за неисправности, зашифрованное
kept-parked-why = Чтобы выполнить его, когда неисправность устранят
kept-asked = Отметка о просьбе забыть
kept-asked-why = Чтобы в тот же день не оценили второй раз
kept-asked-long = До конца этого дня
kept-guess = Число неверных кодов визита
kept-guess-why = Чтобы никто не подобрал код
kept-name = Имя, должность, роль и язык
kept-name-why = Чтобы было известно, кто за что отвечает
kept-name-who = Сотрудники, вошедшие в систему
kept-account = Идентификатор Telegram
kept-account-why = Чтобы напоминать и принимать ответы
kept-account-who = Никто: он не показан ни на одной странице
kept-account-long = Пока согласие не отозвано
kept-acts = Ответы, решения и файлы
kept-acts-why = Чтобы контролировать исполнение плана
kept-acts-who = Эта организация и контроль
kept-always = Постоянно: это официальная запись
kept-messages = Текст отправленных сообщений
kept-messages-why = Чтобы проверить, что они дошли
kept-messages-who = Администратор; текст — только когда он не отправлен из-за ошибки программы
# $days: of sent ones. $undelivered: of those that did not arrive.
kept-messages-long =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }; недошедших — { $undelivered ->
        [one] { $undelivered } день
        [few] { $undelivered } дня
       *[many] { $undelivered } дней
    }
kept-session = Вход в панель
kept-session-why = Чтобы не входить каждый раз заново
# $days: in any case. $hours: without use.
kept-session-long =
    Без использования { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }, в любом случае { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
kept-invite = След ссылки-приглашения
kept-invite-why = Чтобы ссылку использовали один раз
kept-invite-who = Администратор
# $days: of its trace. $hours: of its use.
kept-invite-long =
    Ссылка действует { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[many] { $hours } часов
    }, след хранится { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
kept-nobody = Никто
# $count: days.
kept-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
kept-never = Что не хранится никогда
kept-never-text = Имя жителя, телефон, имя и номер в Telegram; голосовые сообщения, фото, местоположение и контакты. Кто поставил оценку, не видит и администратор: ни на страницах, ни в выгрузках, ни в журнале программы, ни в резервной копии.
kept-forget = Как удалить данные о себе
kept-forget-text = Напишите боту /forget. Исчезнут метка на Ваших оценках, комментарии, просьбы сообщить ответ, язык и начатый разговор; оценки останутся числами, о которых не узнать, чьи они. Комментарий, уже отправленный сотруднику, останется в его чате.
kept-withdraw = Если сотрудник отзывает согласие
kept-withdraw-text = Кнопка под командой /privacy в боте отвязывает учётную запись Telegram, удаляет идентификатор и прекращает напоминания. Имя, ответы и решения остаются, потому что они официальные.
kept-copies = Резервные копии
kept-copies-text = Удалённое остаётся в прежней резервной копии, пока её не заменят. Имени и номера жителя в Telegram нет и там.
kept-law = Закон
kept-law-text = Закон Республики Узбекистан «О персональных данных», ЗРУ-547 от 02.07.2019. С вопросами обращайтесь в хокимият.
