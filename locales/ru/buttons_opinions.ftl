### Labels of buttons after a mark, and lines after a press. Plain text.

button-criteria = 📋 4 критерия
button-criterion-skip = Пропустить
button-criterion-done = Готово
button-back-to-mark = Назад к оценке
button-ticked = ✅ { $label }
toast-reason-kept = Отмечено
toast-reason-gone = Отметка снята
toast-criterion-kept = Оценка сохранена
toast-thanks-all = Спасибо, всё сохранено
