### Текширувчи қарор қилгунча четга олинган баҳолар. Оддий матн.

refusal-quarantine-decided = Бу баҳолар бўйича аллақачон қарор қилинган.

## The page

quarantine-title = Четга олинган баҳолар
quarantine-text = Бу баҳолар хизмат жойидаги фуқаролар қўйган баҳога ўхшамайди. Улар сақланган, қўйган кишига одатдагидек раҳмат айтилган, лекин назорат ходими қарор қилгунча ҳеч қаерда ҳисобга олинмайди.
quarantine-waiting = Қарор кутмоқда
quarantine-none = Қарор кутаётган баҳо йўқ.
quarantine-why-burst = { $minutes } дақиқада { $count } та “{ $mark }” баҳо
# $count: marks of people who rated more services in a day than the limit allows.
quarantine-why-person = Бир кунда жуда кўп хизматни баҳолаганлардан { $count } та баҳо
quarantine-why-point = Хизмат жойининг соатлик чегарасидан ортиқ { $count } та баҳо
# What is usual: $count marks of the service that count, in the 30 days before.
quarantine-usual = Бундан олдинги 30 кунда хизмат { $count } та баҳо олган.
quarantine-pick = Танлаш: { $point }
quarantine-reason = Нега? Сабаб журналда сақланади.
quarantine-accept = Ҳисобга олиш
quarantine-leave-out = Ҳисобга олмаслик
quarantine-note = Ҳисобга олинмаган баҳолар ҳеч қаерда саналмайди, улар бўйича очилган мурожаатлар ёпилади. Сони панелларда кўрсатилади.
quarantine-nothing = Камида битта қаторни танланг.
quarantine-said-accepted = { $count } та баҳо ҳисобга олинди.
quarantine-said-left-out = { $count } та баҳо ҳисобга олинмайди.

## What was decided

quarantine-decided = Яқинда қарор қилинганлар
quarantine-state-accepted = ҳисобга олинди
quarantine-state-left-out = ҳисобга олинмади

## The limits

quarantine-limits = Чегаралар
quarantine-limit-person = Бир киши бир кунда баҳолаши мумкин бўлган хизматлар
quarantine-limit-point = Бир хизмат жойида бир соатдаги баҳолар
quarantine-limit-burst = Бир жойдаги шунча бир хил баҳо — кескин кўпайиш
quarantine-limit-minutes = Неча дақиқа ичида
quarantine-limits-note = 0 — чегара йўқ. Чегарадан ортиғи четга олинади, ҳеч қачон рад этилмайди.
quarantine-limits-wrong = 0 дан { $highest } гача бутун сонлар; кескин кўпайиш камида 2 та баҳо, 1–{ $minutes } дақиқа ичида.
quarantine-limits-keep = Сақлаш
quarantine-said-limits = Сақланди. Чегаралар янги баҳолар учун амал қилади.

## Elsewhere

ratings-apart-waiting = { $count } та баҳо четга олинган, текширув кутмоқда
ratings-apart-left-out = { $count } та баҳо текширувдан сўнг ҳисобга олинмади
overview-quarantine = { $count } та шубҳали баҳо қарорингизни кутмоқда
