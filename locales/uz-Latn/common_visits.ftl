### Refusals about visit codes. Plain text.

refusal-visit-code-needed = Bu yerda baho berish uchun tashrif kodi kerak.
refusal-visit-code-unknown = Bunday kod yoʻq. Uni qogʻoz bilan solishtirib, qaytadan yozing.
refusal-visit-code-used = Bu kod bilan baho berilgan: bitta kod — bitta baho. Xodimdan yangi kod soʻrang.
refusal-visit-code-over = Bu kodning muddati tugagan yoki u bekor qilingan. Xodimdan yangi kod soʻrang.
refusal-too-many-guesses = Bugun juda koʻp notoʻgʻri kod yozildi. Ertaga urinib koʻring.
# $limit: 2000.
refusal-too-many-codes = Bu nuqtada ishlatilmagan kodlar { $limit } tadan oshib ketadi. Avval borini tarqating yoki bekor qiling.
refusal-batch-revoked = Bu kodlar avval bekor qilingan. Sahifani yangilang.
