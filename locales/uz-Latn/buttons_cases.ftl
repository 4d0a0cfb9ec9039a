### Murojaatlar haqidagi tugmalar va qisqa satrlar. Oddiy matn.

button-case-answer = ✍️ Javob berish
button-cases = Past baholar
button-case-tell = 🔔 Javobni menga ayting
button-case-solved = ✅ Ha, hal boʻldi
button-case-partly = Qisman
button-case-not = Yoʻq, hal boʻlmadi
toast-case-over = Bu murojaatga endi javob kerak emas
toast-case-will-hear = Javobni olasiz
toast-case-none = Bu baho boʻyicha javob kutilmaydi
toast-case-judged = Rahmat, saqlandi
toast-case-again = Murojaat qayta ochildi
button-late-cases = 💬 Past baholar
