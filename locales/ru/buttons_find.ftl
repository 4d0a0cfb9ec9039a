### Labels of buttons on the way to a service. Plain text.

button-find-service = 🔎 Найти услугу
button-by-organisation = Организации
button-rate-service = Оценить
