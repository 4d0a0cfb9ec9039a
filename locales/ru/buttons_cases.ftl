### Кнопки и короткие строки об обращениях. Простой текст.

button-case-answer = ✍️ Ответить
button-cases = Низкие оценки
button-case-tell = 🔔 Сообщите мне ответ
button-case-solved = ✅ Да, решено
button-case-partly = Частично
button-case-not = Нет, не решено
toast-case-over = Ответ по этому обращению больше не нужен
toast-case-will-hear = Вы получите ответ
toast-case-none = По этой оценке ответ не ожидается
toast-case-judged = Спасибо, сохранено
toast-case-again = Обращение открыто снова
button-late-cases = 💬 Низкие оценки
