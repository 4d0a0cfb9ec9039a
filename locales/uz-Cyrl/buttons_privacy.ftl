### Labels of buttons about privacy, and lines after a press. Plain text.

button-forget-ask = Мени унутинг
button-forget = Ҳа, унутилсин
button-forget-not = Йўқ, қолсин
button-forget-marks = Баҳоларимни унутинг
button-withdraw-ask = Розиликни қайтариб олиш
button-withdraw-consent = Ҳа, қайтариб оламан
button-privacy-page = Батафсил
toast-forget-not = Ҳеч нарса ўчирилмади
toast-forgotten-today = Сиз бугун унутишни сўрадингиз: бугун Сиздан яна баҳо қабул қилинмайди. Эртадан бошлаб яна баҳо бера оласиз.
