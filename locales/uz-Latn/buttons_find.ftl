### Labels of buttons on the way to a service. Plain text.

button-find-service = 🔎 Xizmatni topish
button-by-organisation = Tashkilotlar
button-rate-service = Baholash
