### Labels of buttons on the way to a service. Plain text.

button-find-service = 🔎 Хизматни топиш
button-by-organisation = Ташкилотлар
button-rate-service = Баҳолаш
