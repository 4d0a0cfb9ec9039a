### Labels of buttons about privacy, and lines after a press. Plain text.

button-forget-ask = Forget me
button-forget = Yes, forget me
button-forget-not = No, leave it
button-forget-marks = Forget my marks
button-withdraw-ask = Withdraw consent
button-withdraw-consent = Yes, withdraw
button-privacy-page = Read more
toast-forget-not = Nothing was deleted
toast-forgotten-today = You asked today to be forgotten, so we take no more marks from you until tomorrow. Tomorrow you can rate again.
