### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: таътил { $first } — { $last }, ўрнига { $substitute }
people-leave-end = Таътилни тугатиш
people-on-leave = Таътил ва ўринбосар
people-said-leave-set = Ўринбосар белгиланди. Унга ва раҳбарга хабар боради.
people-said-leave-ended = Таътил тугатилди. Эслатмалар яна ходимнинг ўзига боради.
leave-page-title = Таътил ва ўринбосар
leave-page-text = Шу кунларда эслатмалар ўринбосарга боради ва у ташкилот номидан жавоб бера олади. Биринчи ва охирги кун ҳам киради.
leave-page-no-colleague = Бу ташкилотда ботга уланган бошқа ҳамкасб йўқ. Аввал кимнидир таклиф қилинг.
leave-page-substitute = Ходим ўрнига ким жавоб беради
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
history-offer-lapsed = Ҳамкасб ўз вақтида жавоб бермади, таклиф ўз кучини йўқотди.
history-unassigned = Топшириқ яна барча масъул ходимларга қайтди.
## Who does an assignment, on its page: an offer to a colleague

hand-card-title = Бажарувчи: { $doer }
hand-card-all = ташкилотнинг ҳамма масъул ходими
hand-card-waits = Таклиф қилинган: { $name }. Жавоб { $date } гача кутилади.
hand-card-choose = Қайси ҳамкасбга таклиф қилинади
hand-card-send = Таклиф қилиш
hand-card-note = Ҳамкасб Telegramда сўралади ва { $days } иш куни ичида жавоб беради. У рози бўлмагунча ҳеч нарса ўзгармайди.
hand-card-withdraw = Таклифни қайтариб олиш
hand-card-nobody = Бу ташкилотда ботга уланган бошқа масъул ходим йўқ.
hand-said-offered = Таклиф юборилди: ҳамкасбдан Telegramда розилик сўралади.
hand-said-withdrawn = Таклиф қайтариб олинди.
