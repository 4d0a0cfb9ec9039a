### Labels of buttons of what follows an answer, and short lines after a press. Plain text.

button-choose-day = 📅 Кунни танлаш
button-other-day = 📅 Бошқа кун
button-record = NIS.UZ рақами
button-attach = 📎 Далил қўшиш
button-take-back = ↩️ Қайтариб олиш
button-take-back-sure = Ҳа, қайтариб оламан
button-files = 📎 Далиллар ({ $count })
button-cause-no-money = Маблағ йўқ
button-cause-others = Жавоб кутиляпти
button-cause-technical = Техник носозлик
button-cause-no-requests = Мурожаат бўлмади
button-cause-done-before = Аввал бажарилган
button-cause-not-ours = Бизнинг иш эмас

# The reason as the controller reads it.
cause-no-money = Маблағ ажратилмаган.
cause-others = Бошқа ташкилотнинг жавоби кутиляпти.
cause-technical = Техник носозлик бор.
cause-no-requests = Бу даврда мурожаат бўлмаган.
cause-done-before = Иш аввалги даврда бажарилган.
cause-not-ours = Бу иш ташкилотимиз ваколатига кирмайди.

## Short lines after a press, at most 200 characters

toast-promised = Кун сақланди
toast-promised-before = Бу кун аввал сақланган
toast-cause-kept = Сабаб сақланди
toast-no-files = Бу жавобда Telegram орқали юборилган файл йўқ. Ҳаммаси панелда кўринади.
toast-taken-back = Ҳисобот қайтариб олинди, топшириқ яна очиқ
