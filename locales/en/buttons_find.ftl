### Labels of buttons on the way to a service. Plain text.

button-find-service = 🔎 Find a service
button-by-organisation = Organisations
button-rate-service = Rate
