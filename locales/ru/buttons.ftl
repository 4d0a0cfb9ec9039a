### Labels of buttons, and the short lines that answer a press. Plain text; a label has at most 40 characters.

## Languages

button-language-uz-latn = Oʻz
button-language-uz-cyrl = Ўз
button-language-ru = Ру
button-language-en = En

## Moving about

button-tasks = Мои поручения
button-to-tasks = ← Список
button-previous = ← Назад
button-next = Далее →
button-help = Помощь
button-privacy = Что хранится
button-panel = Открыть панель
# Beside the text field: opens the panel inside Telegram. The shorter the better.
button-menu-panel = Панель

## Answers

button-answer-done = ✓ Исполнено
button-answer-in-progress = На исполнении
button-answer-blocked = Есть препятствие
button-answer-nothing = Нечего сообщить
button-without-evidence = Без подтверждения
button-finish = Завершить
button-open-task = Открыть поручение
button-snooze-tomorrow = ⏰ Напомнить завтра
button-snooze-on = ⏰ Напомнить { $day }
button-snooze-all = ⏰ Обо всём напомнить: { $day }

## Control

button-accept = ✓ Принять
button-return = Вернуть
button-back = ← Назад
button-reviews = На проверке
button-to-reviews = ← Список
button-overdue = Просроченное
button-status = Сводка
button-call = Напомнить
button-call-now = ✓ Да, отправить
button-sheet = Лист А4
button-reason-no-evidence = Нет подтверждения
button-reason-incomplete = Исполнено не всё
button-reason-inaccurate = Неверные данные

# The reason as the officer reads it.
ready-reason-no-evidence = Не приложен подтверждающий документ.
ready-reason-incomplete = Исполнено не полностью.
ready-reason-inaccurate = Данные неверны или неточны.

## Invitations and signing in

button-join = Согласен
button-yes = ✓ Да, войти
button-no = Нет

## Leave

button-back-to-work = Я на работе
button-call-off-leave = Отменить отпуск
button-leave-later = 📅 Начнётся позже
button-no-brief = 🔕 Не присылать
button-brief = 🔔 Присылать сводку
toast-brief-on = Сводка будет приходить каждое рабочее утро
toast-brief-off = Сводка больше не придёт
toast-leave-kept = Сохранено: коллеге придёт сообщение
toast-leave-ended = Завершено: поручения снова приходят Вам
toast-leave-was-over = Это замещение закончилось раньше

## Handing over

button-hand-over = Передать коллеге
button-withdraw-offer = Отозвать
button-take-over = ✓ Беру
button-decline-offer = Не беру
toast-offer-made = Предложение отправлено: коллега ответит
toast-offer-withdrawn = Предложение отозвано
toast-offer-declined = Ваш ответ передадут
toast-taken-over = Поручение теперь Ваше

## Ratings

button-comment = Комментарий
button-no-comment = Без комментария
button-change-mark = Изменить оценку
button-mark-5 = ⭐⭐⭐⭐⭐ Отлично
button-mark-4 = ⭐⭐⭐⭐ Хорошо
button-mark-3 = ⭐⭐⭐ Удовлетворительно
button-mark-2 = ⭐⭐ Неудовлетворительно
button-mark-1 = ⭐ Очень плохо

## Short lines after a press, at most 200 characters

toast-answer-kept = Ответ сохранён
toast-answered-before = Этот ответ уже принят
toast-changed = За это время что-то изменилось: сообщение обновлено
toast-only-private = Эта кнопка работает только в личной переписке. Напишите мне лично.
toast-snoozed = Напомним { $day }
toast-snoozed-all = Отложено до { $day }: { $count }
toast-nothing-snoozed = Откладывать нечего: сроки слишком близко
toast-old-button = Эта кнопка устарела. Воспользуйтесь меню или командой /start.
toast-trial = Это проба: её кнопки ничего не меняют
toast-accepted = Принято
toast-returned = Возвращено
toast-mark-kept = Оценка сохранена
toast-mark-known = Эта оценка уже сохранена
toast-only-today = Оценку можно изменить только в тот же день
toast-language = Язык изменён
toast-sheet = Лист готовится, сейчас придёт
