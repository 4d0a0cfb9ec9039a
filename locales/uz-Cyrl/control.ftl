### Words of control that the bot and the panel share, and the pages of control. Plain text.

## Whom an assignment waits for

holder-officer = масъул ходимда
holder-controller = назоратчида
holder-deputy-hokim = ҳоким ўринбосарида
holder-for = { $holder }: { $days }
holder-just-now = янги

## Why the city says no

refusal-extension-waits = Қўшимча вақт аллақачон сўралган, қарор кутилмоқда.
refusal-extension-not-later = Янги муддат ҳозирги муддатдан кейинги, ҳали ўтмаган иш куни бўлиши керак.
refusal-extension-too-far = Муддатни кўпи билан { $limit } кунга узайтириш мумкин.
refusal-extension-decided = Бу сўров бўйича қарор аллақачон қабул қилинган ёки у қайтариб олинган.
refusal-own-request = Ўзингиз юборган сўров бўйича ўзингиз қарор қабул қила олмайсиз. Уни бошқа назоратчи кўриб чиқади.
refusal-own-decision = Бу ҳисоботни ўзингиз қабул қилгансиз. Уни бошқа назоратчи қайта текширади.
refusal-recheck-decided = Бу ҳисобот аллақачон қайта текширилган.

## One assignment: more time

extension-form = Қўшимча вақт сўраш
extension-form-day = Янги муддат
extension-form-reason = Нега қўшимча вақт керак?
extension-form-send = Сўров юбориш
extension-form-note = Кўпи билан { $limit } кун. Дам олиш куни кейинги иш кунига кўчади.
extension-card = Муддатни узайтириш сўрови
extension-card-lead = { $name } муддатни узайтиришни сўради: { $due } → { $wanted }.
extension-card-waits = Назоратчининг қарори кутилмоқда. Унгача аввалги муддат амал қилади.
extension-card-reason = Изоҳ (рад этишда шарт)
extension-card-grant = Муддатни узайтириш
extension-card-refuse = Рад этиш
extension-card-withdraw = Сўровни қайтариб олиш
extension-said-asked = Сўров назоратчига юборилди.
extension-said-granted = Муддат узайтирилди. Масъул ходимга хабар қилинади.
extension-said-refused = Сўров рад этилди. Сабаби масъул ходимга хабар қилинади.
extension-said-withdrawn = Сўров қайтариб олинди.
fact-original-due = Асл муддат
fact-ball = Кимда турибди
fact-ball-nobody = ҳеч кимда: масъул ходим йўқ
history-extension-asked = Қўшимча вақт сўралди: { $due } → { $wanted }.
history-extension-granted = Муддат узайтирилди: { $due } → { $wanted }.
history-extension-refused = Қўшимча вақт берилмади.
history-extension-withdrawn = Қўшимча вақт сўрови қайтариб олинди.
history-taken-back = Ҳисоботни қайтариб олди.
history-accept-undone = Қабул қилиш бекор қилинди: ҳисобот яна текширувда.
history-return-undone = Қайта ижрога юбориш бекор қилинди: ҳисобот яна текширувда.
history-recheck-chosen = Ҳисобот тасодифий танлов билан қайта текширишга олинди.
history-recheck-stands = Қайта текширилди: ҳисобот тасдиқланди.
history-recheck-falls = Қайта текширилди: ҳисобот тасдиқланмади.

## Rates

rate-by-original = асл муддат бўйича { $percent }
org-trust = Ишонч даражаси
org-trust-of = { $all } та қайта текширувдан { $stood } таси тасдиқланди
org-trust-none = 12 ойда қайта текширув бўлмаган

## Several reports at once

together-pick = Танлаш: { $text }
together-panel = Танланган ҳисоботлар
together-accept = Танланганларни қабул қилиш
together-return = Танланганларни қайтариш
together-reason = Сабаб (қайтаришда шарт, ҳаммаси учун битта)
together-chosen = Танланган ҳисоботлар: { $count }
together-accepted = Қабул қилинди: { $count } та ҳисобот.
together-returned = Қайта ижрога юборилди: { $count } та ҳисобот.
together-left = Бажарилмади: { $count } та. Сабаблари қуйида.
together-told-at = Қарорни соат { $time } гача бекор қилишингиз мумкин. Сўнг ходимларга иш вақтида хабар боради.
together-undo = Бекор қилиш
together-undone = Қарор бекор қилинди: { $count } та ҳисобот яна текширувда. Ходимларга хабар берилмади.
together-not-undone = Қарор бекор қилинмади.
together-stayed = Қарор ўз кучида қолди: { $count } та. Сабаблари қуйида.
together-pick-page = Саҳифадаги { $count } тасини танлаш
together-pick-all = Топилган { $count } тасини танлаш
together-pick-first = Биринчи { $count } тасини танлаш
together-pick-none = Танловни олиб ташлаш
together-nothing = Ҳеч нарса танланмаган. Рўйхатда камида битта ҳисоботни белгиланг.
together-back = Рўйхатга қайтиш

## The page of control

control-title = Назорат
control-text = Сўровлар, қайта текшириш ва навбат кимда тургани
control-holders = Кимда турибди
control-officer = Масъул ходимларда
control-controller = Назоратчида
control-deputy-hokim = Ҳоким ўринбосарида
control-patience-note = Назоратчи { $days } иш кунидан ортиқ ушлаб турган иш ҳоким ўринбосарига ўтади.
control-extensions = Муддатни узайтириш сўровлари
control-no-extensions = Қарор кутаётган сўров йўқ.
control-rechecks = Қайта текшириш
control-rechecks-text = Қабул қилинган ҳисоботларнинг бир қисми тасодифий танланади. Уни қабул қилган назоратчи қайта текширмайди.
control-no-rechecks = Сиз қайта текширадиган ҳисобот йўқ.
control-recheck-accepted = { $name } қабул қилган, { $date }
control-recheck-reason = Сабаб (тасдиқланмаса, шарт)
control-stands = Тасдиқлайман
control-falls = Тасдиқламайман
control-said-stands = Ҳисобот тасдиқланди.
control-said-falls = Ҳисобот тасдиқланмади. Ташкилотга хабар қилинади.
control-settings = Созламалар
control-percent = Қабул қилинган ҳисоботларнинг неча фоизи қайта текширилади?
control-patience = Назоратчи неча иш куни ушлаб туриши мумкин?
control-save = Сақлаш
control-said-saved = Созламалар сақланди.
control-wrong = Фоиз 0 дан 100 гача, кунлар 1 дан { $limit } гача бўлган бутун сон бўлсин.
overview-extensions = { $count } та муддатни узайтириш сўрови қарор кутмоқда
overview-deputy-hokim = { $count } та иш назоратчида ортиқча ушланиб қолган

## Cancelling

obligation-cancel = Топшириқни бекор қилиш
obligation-cancel-reason = Бекор қилиш сабаби
obligation-cancel-yes = Бекор қилиш
obligation-cancel-note = Топшириқ ҳисобдан чиқарилади, ижрочилар сабаби билан хабар олади. Бекор қилинган топшириқни қайтариб бўлмайди.
obligation-said-cancelled = Топшириқ бекор қилинди. Ижрочиларга сабаби билан хабар юборилади.
