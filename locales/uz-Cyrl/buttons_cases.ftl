### Мурожаатлар ҳақидаги тугмалар ва қисқа сатрлар. Оддий матн.

button-case-answer = ✍️ Жавоб бериш
button-cases = Паст баҳолар
button-case-tell = 🔔 Жавобни менга айтинг
button-case-solved = ✅ Ҳа, ҳал бўлди
button-case-partly = Қисман
button-case-not = Йўқ, ҳал бўлмади
toast-case-over = Бу мурожаатга энди жавоб керак эмас
toast-case-will-hear = Жавобни оласиз
toast-case-none = Бу баҳо бўйича жавоб кутилмайди
toast-case-judged = Раҳмат, сақланди
toast-case-again = Мурожаат қайта очилди
button-late-cases = 💬 Паст баҳолар
