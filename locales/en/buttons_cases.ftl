### Labels and short lines about cases. Plain text.

button-case-answer = ✍️ Answer
button-cases = Low marks
button-case-tell = 🔔 Tell me the answer
button-case-solved = ✅ Yes, solved
button-case-partly = Partly
button-case-not = No, not solved
toast-case-over = This case needs no answer any more
toast-case-will-hear = You will hear the answer
toast-case-none = No answer is expected to this rating
toast-case-judged = Thank you, it is kept
toast-case-again = The case is open again
button-late-cases = 💬 Low marks
