### Labels of buttons about privacy, and lines after a press. Plain text.

button-forget-ask = Забыть меня
button-forget = Да, забыть
button-forget-not = Нет, оставить
button-forget-marks = Забыть мои оценки
button-withdraw-ask = Отозвать согласие
button-withdraw-consent = Да, отозвать
button-privacy-page = Подробнее
toast-forget-not = Ничего не удалено
toast-forgotten-today = Сегодня Вы попросили забыть Вас, поэтому новых оценок до завтра мы не примем. Завтра можно будет оценивать снова.
