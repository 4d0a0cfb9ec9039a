### Labels of buttons after a mark, and lines after a press. Plain text.

button-criteria = 📋 4 мезон
button-criterion-skip = Ўтказиш
button-criterion-done = Тайёр
button-back-to-mark = Баҳога қайтиш
button-ticked = ✅ { $label }
toast-reason-kept = Белгиланди
toast-reason-gone = Белги олиб ташланди
toast-criterion-kept = Баҳо сақланди
toast-thanks-all = Раҳмат, ҳаммаси сақланди
