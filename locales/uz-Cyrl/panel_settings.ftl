### The page of all settings. Plain text.

nav-settings = Созламалар
settings-title = Созламалар
settings-lead = Ҳамма созламалар бир жойда: ҳозирги қиймати, нимага таъсир қилиши ва уни ўзгартирадиган саҳифа.
settings-city = Шаҳар ва маълумотлар
settings-work = Режа, назорат, эслатмалар
settings-citizens = Фуқаролар баҳоси
settings-registry = Ташкилотлар номи, бўйсунуви, иш ҳафтаси ва хизматлари.
# $organisations, $services: how many are in use.
settings-registry-value = { $organisations } та ташкилот, { $services } та хизмат
settings-calendar = Байрамлар ва кўчирилган иш кунлари; муддатлар шунга қараб сурилади.
# $day: the last day that is known; $unsure: how many days are not certain.
settings-calendar-value = { $day } гача, аниқ эмас: { $unsure } та кун
settings-control = Назорат қанча кутиши ва қабул қилинган ҳисоботларнинг қанча қисми қайта текширилиши.
# $patience: working days; $percent: a share, with its sign.
settings-control-value = { $patience } иш куни, қайта текширув { $percent }
settings-escalation = Топшириқ кечикса, раҳбар, назоратчи ва ҳоким ўринбосари қайси куни хабар олади.
# $head, $controller, $brief: working days after the deadline.
settings-escalation-value = { $head }, { $controller } ва { $brief } иш кунидан кейин
# $number: the number of a decree.
settings-reminding = Эслатмалар: { $number }-сонли режа
# $before: days before the deadline; $after: how many days after it.
settings-reminding-value = { $before } кун олдин; кейин { $after } кун ҳар куни
settings-cases = Қайси баҳо мурожаат очади ва унга неча иш кунида жавоб берилади.
# $low: the highest mark that opens a case; $days: working days.
settings-cases-value = { $low } ва ундан паст; { $days } иш куни
settings-limits = Шубҳали баҳолар қачон алоҳида ажратилади.
# $person: marks of a person in a day; $point: at a point in an hour; $burst equal ones in $minutes.
settings-limits-value = кунига { $person } та, соатига { $point } та, { $minutes } дақиқада { $burst } та
settings-themes = Фуқаролар ёзганлари мавзуларга қайси сўзлар бўйича ажратилади.
settings-themes-value = { $count } та мавзу
settings-environment = Ўрнатиш созламалари
settings-environment-text = Уларни тизим администратори серверда ўзгартиради. Махфий қийматлар кўрсатилмайди.

# Below settings, for who may only read them.
settings-by-administrator = Бу созламаларни шаҳар администратори ўзгартиради.
