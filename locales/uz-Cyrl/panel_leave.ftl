### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: таътил { $first } — { $last }, ўрнига { $substitute }
people-leave-end = Таътилни тугатиш
people-on-leave = Таътил ва ўринбосар
people-said-leave-set = Ўринбосар белгиланди. Унга ва раҳбарга хабар боради.
people-said-leave-ended = Таътил тугатилди. Эслатмалар яна ходимнинг ўзига боради.
leave-page-title = Таътил ва ўринбосар
leave-page-text = Шу кунларда эслатмалар ўринбосарга боради ва у ташкилот номидан жавоб бера олади. Биринчи ва охирги кун ҳам киради.
leave-page-no-colleague = Бу ташкилотда ботга уланган бошқа ҳамкасб йўқ. Аввал кимнидир таклиф қилинг.
leave-page-substitute = Ким ўрнига жавоб беради
leave-page-first = Биринчи кун
leave-page-last = Охирги кун
leave-page-set = Ўринбосарни белгилаш
leave-incomplete = Ўринбосарни ва иккала кунни танланг.
vacancy-head = Хабар етиб борадиган масъул ходим йўқ: эслатмалар фақат раҳбарга боради. Боғланинг: { $name }
vacancy-call = Хабар етиб борадиган масъул ходим йўқ: эслатмалар ҳеч кимга бормаяпти. Боғланинг: { $name }
fact-assignee = Бажаради
history-offered = Топшириқни ҳамкасбига таклиф қилди.
history-taken-over = Топшириқни ўзига олди.
history-declined = Таклиф қилинган топшириқни олмади.
history-offer-withdrawn = Таклифни қайтариб олди.
history-unassigned = Топшириқ яна барча масъул ходимларга қайтди.
