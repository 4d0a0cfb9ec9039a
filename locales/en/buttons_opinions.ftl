### Labels of buttons after a mark, and lines after a press. Plain text.

button-criteria = 📋 4 criteria
button-criterion-skip = Skip
button-criterion-done = Done
button-back-to-mark = Back to the mark
button-ticked = ✅ { $label }
toast-reason-kept = Ticked
toast-reason-gone = The tick is gone
toast-criterion-kept = The mark is saved
toast-thanks-all = Thank you, everything is saved
