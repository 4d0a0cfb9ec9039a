### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Ҳисобот Сиз кўрганингиздан кейин ўзгарди. Ҳозирги ҳолатини кўриб, қайта қарор қилинг.
refusal-nothing-to-take-back = Қайтариб олинадиган ҳисобот йўқ: у текширувда эмас.
refusal-report-taken-back = Бу ҳисобот қайтариб олинган. Топшириқни очиб, янги жавоб беринг.

# What became of a report while somebody else was about to decide. At most 200 characters.
toast-accepted-by = Бу ҳисоботни { $person } қабул қилиб бўлган: { $moment }.
toast-returned-by = Бу ҳисоботни { $person } қайта ижрога юборган: { $moment }.
toast-cancelled-by = Бу топшириқни { $person } бекор қилган: { $moment }.
toast-taken-back-by = Бу ҳисоботни { $person } қайтариб олган: { $moment }.
