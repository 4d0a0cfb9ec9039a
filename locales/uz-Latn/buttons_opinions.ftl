### Labels of buttons after a mark, and lines after a press. Plain text.

button-criteria = 📋 4 mezon
button-criterion-skip = Oʻtkazish
button-criterion-done = Tayyor
button-back-to-mark = Bahoga qaytish
button-ticked = ✅ { $label }
toast-reason-kept = Belgilandi
toast-reason-gone = Belgi olib tashlandi
toast-criterion-kept = Baho saqlandi
toast-thanks-all = Rahmat, hammasi saqlandi
