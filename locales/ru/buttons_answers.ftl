### Labels of buttons of what follows an answer, and short lines after a press. Plain text.

button-choose-day = 📅 Выбрать день
button-other-day = 📅 Другой день
button-record = Номер в NIS.UZ
button-attach = 📎 Подтверждение
button-take-back = ↩️ Отозвать отчёт
button-take-back-sure = Да, отозвать
button-files = 📎 Файлы ({ $count })
button-cause-no-money = Нет средств
button-cause-others = Ждём ответа
button-cause-technical = Технический сбой
button-cause-no-requests = Не было обращений
button-cause-done-before = Сделано раньше
button-cause-not-ours = Не наша работа

# The reason as the controller reads it.
cause-no-money = Средства не выделены.
cause-others = Ждём ответа другой организации.
cause-technical = Есть техническая неисправность.
cause-no-requests = В этом периоде обращений не было.
cause-done-before = Работа сделана в прошлом периоде.
cause-not-ours = Это не входит в полномочия нашей организации.

## Short lines after a press, at most 200 characters

toast-promised = День сохранён
toast-promised-before = Этот день уже сохранён
toast-cause-kept = Причина сохранена
toast-no-files = В этом ответе нет файлов, присланных через Telegram. Всё видно в панели.
toast-taken-back = Отчёт отозван, поручение снова открыто
