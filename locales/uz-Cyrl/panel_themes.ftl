### Фуқаролар нима ёзади, панелда. Оддий матн.

refusal-comment-gone = Бу изоҳ аллақачон яширилган ёки у бўйича мурожаат бор.
themes-title = Фуқаролар нима ёзади
# $count: how many comments were looked at.
themes-text = Охирги 90 кунда { $count } та изоҳ.
themes-hidden = { $count } та изоҳ яширилган.
themes-counts = Мавзулар бўйича
themes-latest = Охиргилари
themes-none = Бундай изоҳ йўқ.
themes-decide = Қарор қилиш
themes-reason = Нега яширилади? Сабаб журналда сақланади.
themes-hide = Яшириш
themes-case = Жавоб керак
themes-words = Мавзулар қайси сўзлардан билинади
themes-label = Ҳар мавзуга бир қатор: номи, икки нуқта, сўз бошлари
themes-keep = Сақлаш
themes-note = Сўз лотин ва кирилл ёзувида бирдек топилади, охири қандай бўлмасин.
themes-wrong = { $line }-қатор мавзу эмас: ном, икки нуқта ва камида уч ҳарфли сўзлар; кўпи билан { $most } та мавзу.
themes-said-kept = Сақланди. Аввалги изоҳлар ҳам шу мавзулар бўйича саналади.
themes-said-hidden = Изоҳ яширилди. Баҳоси ҳисобда қолади.
themes-said-case = Ташкилотдан жавоб сўралди.
