### The shell of the panel and its first pages. Plain text.

## The frame of every page

panel-skip = Перейти к содержанию
panel-menu = Главное меню
panel-search = Организация, поручение, сотрудник…
panel-language = Язык
panel-dark = Тёмная тема
panel-light = Светлая тема
panel-sign-out = Выйти
panel-foot = Исполнение плана мероприятий по государственным электронным услугам
panel-demo = Демонстрация: все имена и цифры вымышлены
panel-fresh = Есть новые данные. Показать
panel-live = Онлайн
panel-as-of = по состоянию на { $moment }
panel-table = Показать таблицей
panel-all = Все
panel-show-all = Показать все
panel-shown = Показано { $shown } из { $all }
panel-print = Печать

## The menu

nav-overview = Общая картина
nav-organisations = Организации
nav-obligations = Поручения
nav-ratings = Оценки граждан
nav-control = Управление
nav-plan = План мероприятий
nav-people = Люди
nav-waiting = ждут проверки
tab-overview = Обзор
tab-obligations = Поручения
tab-ratings = Оценки
tab-more = Ещё

## Signing in

login-title = Вход в систему
login-text = Войдите через Telegram, пароль не нужен. Когда бот спросит, сверьте число на этой странице.
login-telegram = Войти через Telegram
login-qr = За компьютером? Наведите камеру телефона на QR-код.
login-qr-label = QR-код, открывающий бота
login-code = Число в Telegram должно совпасть:
login-waiting = После подтверждения в Telegram страница откроется сама.
login-confirmed = Я подтвердил, продолжить
login-approved = Подтверждено в Telegram.
login-go-on = Продолжить
login-refused = Вход отклонён в Telegram. Если это сделали не Вы, сообщите администратору.
login-again = Попробовать снова
login-no-bot = Бот ещё не подключён к Telegram, поэтому войти пока нельзя. Обновите страницу, когда администратор запустит бота.
login-look-again = Обновить страницу

## A one-time invitation opened in a browser

join-title = Приглашение
join-text = Вас пригласили в панель управления.
join-name = Имя
join-role = Роль
join-accept = Принять и войти
join-note = Ссылка действует один раз. Если это не Вы, закройте страницу.
welcome-title = Добро пожаловать
welcome-text = Вы вошли. Чтобы входить и дальше, подключите свой Telegram.
welcome-telegram = Подключение Telegram
welcome-why = Создайте одноразовую ссылку и откройте её на телефоне. После этого бот будет Вас узнавать и присылать напоминания.
welcome-make = Создать ссылку
welcome-open = Откройте ссылку на телефоне с Telegram или отсканируйте QR-код.
welcome-connect = Открыть в Telegram
welcome-once = Ссылка показывается только здесь, один раз, и действует 72 часа.
welcome-ask = Попросите у администратора ссылку-приглашение для Telegram.
welcome-later = Позже, перейти к панели

## Instead of a page

error-not-found = Страница не найдена
error-not-found-text = Проверьте адрес или вернитесь на главную страницу.
error-refused = Это действие невозможно
error-stale = Страница устарела
error-stale-text = Ничего не изменилось. Обновите страницу и повторите действие.
error-unreadable = Запрос непонятен
error-unreadable-text = Ничего не изменилось. Вернитесь назад и попробуйте снова.
error-busy = Сейчас слишком много запросов
error-busy-text = Попробуйте снова через минуту.
error-failed = Извините, произошла ошибка
error-failed-text = Ошибка на нашей стороне, данные сохранены. Попробуйте снова немного позже.
error-incident = Назовите администратору этот номер: { $number }
error-home = На главную

## The period of the figures

board-period-title = Период
board-period-year = { $year } год
board-period-all = Весь период

## Overview

overview-share = { $number } %
overview-rate = Из поручений, срок которых наступил, вовремя исполнено { $share }.
overview-no-rate = В этом периоде срок ещё ни одного поручения не наступил.
overview-overdue = { $count ->
    [one] Просрочено { $count } поручение
    [few] Просрочено { $count } поручения
   *[many] Просрочено { $count } поручений
}
overview-none-overdue = Просроченных поручений нет ({ $period })
overview-attention-of = На сегодня, по всем периодам
overview-due-soon = { $count ->
    [one] в ближайшие 7 дней истекает срок ещё { $count } поручения
    [few] в ближайшие 7 дней истекает срок ещё { $count } поручений
   *[many] в ближайшие 7 дней истекает срок ещё { $count } поручений
}
# Before the names of the organisations with overdue assignments, each a link, and the word for the rest of them.
overview-who = Нарушают сроки:
overview-who-more = ещё { $number }
overview-compliance = Исполнение в срок
overview-of = { $done } из { $all } в срок
overview-change = п. п. к прошлому кварталу
overview-target = Цель { $percent }
overview-trend = Динамика за 12 месяцев
overview-trend-few = График появится, когда наберутся данные хотя бы за 3 месяца.
overview-month = Месяц
overview-rate-column = В срок
overview-states = Состояние поручений
overview-attention = Требует Вашего внимания
overview-calm = Сейчас ничего не требует внимания.
overview-reports-waiting = { $count ->
    [one] { $count } отчёт ждёт проверки
    [few] { $count } отчёта ждут проверки
   *[many] { $count } отчётов ждут проверки
}
overview-reports-oldest = Самый давний сдан { $date }
overview-cases-late = { $count ->
    [one] Просрочен ответ на { $count } низкую оценку
    [few] Просрочен ответ на { $count } низкие оценки
   *[many] Просрочен ответ на { $count } низких оценок
}
overview-vacancies = { $count ->
    [one] В { $count } организации некому получать сообщения
    [few] В { $count } организациях некому получать сообщения
   *[many] В { $count } организациях некому получать сообщения
}
overview-rules = { $count ->
    [one] Срок { $count } мероприятия ждёт подтверждения
    [few] Сроки { $count } мероприятий ждут подтверждения
   *[many] Сроки { $count } мероприятий ждут подтверждения
}
overview-rules-text = До подтверждения поручения не создаются
overview-earlier = { $count ->
    [one] С прошлых периодов просрочено { $count } поручение
    [few] С прошлых периодов просрочено { $count } поручения
   *[many] С прошлых периодов просрочено { $count } поручений
}
overview-nis = Внесение данных в NIS.UZ
overview-nis-of = / { $all } организаций внесли
overview-nis-yes = внесено
overview-nis-no = не внесено
overview-due = Срок { $date } — { $left }
overview-satisfaction = Удовлетворённость граждан
overview-interval = с вероятностью 95 % от { $low } до { $high }
overview-few = Оценок пока мало. Средняя показывается от 10 оценок.
overview-low-share = Доля оценок 1–2
overview-organisations = По организациям
overview-worst-first = Сначала проблемные
overview-deadlines = Ближайшие сроки
overview-no-deadlines = В ближайшие дни сроков нет.
overview-low = Низкие оценки
overview-no-low = Низких оценок без ответа нет.
overview-no-comment = Без комментария
overview-stars = { $mark } из 5

## Organisations

orgs-organisation = Организация
orgs-done = Сдано
# The same in a line on a phone.
orgs-handed = сдано { $done } из { $all }
# Below the rate, and on a phone after how many are handed in: how many of those came after the deadline.
orgs-came-late = с опозданием: { $number }
orgs-overdue = Просрочено
orgs-next = Ближайший срок
orgs-rating = Оценка
orgs-trend = 12 месяцев
orgs-state = Состояние
orgs-none = Таких организаций нет.
orgs-found = Поиск: «{ $query }»
orgs-clear = Сбросить поиск
orgs-late-short = { $number } просроч.

## One organisation

org-sentence = Сдано { $done } из { $all ->
    [one] { $all } поручения
    [few] { $all } поручений
   *[many] { $all } поручений
}
# After it: how many of those that are handed in came after the deadline.
org-handed-late = из них с опозданием: { $count }
org-overdue = { $count ->
    [one] просрочено { $count }
    [few] просрочено { $count }
   *[many] просрочено { $count }
}
org-none = В этом периоде поручений нет
org-trend = Динамика исполнения
org-people = Ответственные
org-no-people = Ответственный не назначен
org-no-people-text = Напоминания никому не приходят. Пригласите сотрудника на странице «Люди».
org-linked = Telegram подключён
org-not-linked = Telegram ещё не подключён
org-unreachable = Сообщения не доходят
org-assignments = Поручения
org-satisfaction = Удовлетворённость граждан
org-cases = Низкие оценки без ответа
org-all = Все поручения

## Lists of assignments

list-measure = Поручение
list-deadline = Срок
list-answer = Последний ответ
# Which obligations the list shows, by what the on-time rate counts.
list-expected = Всего ожидалось
list-handed-in = Сдано
list-fell-due = Срок наступил
list-on-time = В срок
list-late = Сдано с опозданием
list-answered = { $answer } — { $ago }
list-reported-on-time = Сдано в срок: { $when }
list-reported-late = Сдано с опозданием: { $when }
list-more-files = Ещё доказательств: { $count }
list-promised = обещано: { $date }
list-none = Таких поручений нет.
list-next = Дальше
list-previous = Назад
