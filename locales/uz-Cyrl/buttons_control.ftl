### Labels of the buttons about more time, several reports at once and re-checks, and the short lines after a press. Plain text.

## More time

button-more-time = Муддатни суриш
button-withdraw = Сўровни қайтариш
button-grant = ✓ Узайтириш
button-refuse = Рад этиш
button-extensions = Муддат сўровлари: { $count }
button-to-extensions = ← Сўровлар
button-why-others = Бошқа ташкилот
button-why-volume = Иш ҳажми катта
button-why-funding = Маблағ, харид
button-why-technical = Техник носозлик
button-whynot-not-justified = Сабаб асоссиз
button-whynot-time-enough = Вақт етарли эди
button-whynot-urgent = Иш шошилинч

# The reasons as they are kept and read by the other side.
ready-why-others = Бошқа ташкилот ўз ишини ҳали тугатмаган.
ready-why-volume = Иш ҳажми режадагидан катта.
ready-why-funding = Маблағ ажратиш ёки харид кечикмоқда.
ready-why-technical = Техник носозлик ишга халақит бермоқда.
ready-whynot-not-justified = Келтирилган сабаб муддатни узайтириш учун етарли эмас.
ready-whynot-time-enough = Ажратилган вақт етарли эди.
ready-whynot-urgent = Бу ишни кечиктириб бўлмайди.

## Several reports and re-checks

button-accept-page = ✓ Барини қабул қилиш
button-accept-together = ✓ Ҳа, { $count } тасини
button-rechecks = Қайта текшириш: { $count }
button-stands = ✓ Тасдиқлайман
button-falls = Тасдиқламайман
button-falls-not-found = Иш топилмади
button-falls-no-proof = Далил етарли эмас
button-falls-figures = Рақамлар бошқа
ready-falls-not-found = Бажарилган деб кўрсатилган иш жойида топилмади.
ready-falls-no-proof = Тақдим этилган далил ишни тасдиқламайди.
ready-falls-figures = Ҳақиқий рақамлар ҳисоботдагидан фарқ қилади.

## Short lines after a press, at most 200 characters

toast-extension-sent = Сўров юборилди
toast-extension-granted = Муддат узайтирилди
toast-extension-refused = Рад этилди
toast-extension-withdrawn = Сўров қайтариб олинди
toast-together = Қабул қилинди: { $count }
toast-recheck-kept = Қарор сақланди
