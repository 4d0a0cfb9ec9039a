### Answers, their versions and proofs in the panel.

## Answers

panel-answer-required = Бу топшириқ далил билан топширилади: файл, ҳавола, NIS.UZ рақами ёки камида { $least } белгили изоҳ керак.
panel-answer-files = Файллар (ихтиёрий): { $files } тагача, ҳар бири { $limit } гача
panel-earlier = Аввалги нусхалар: { $count }
panel-earlier-until = { $version }-нусха, { $moment } гача
panel-earlier-empty = Изоҳсиз
panel-link = Ҳавола
panel-record = NIS.UZ рақами

## The proof that a measure needs

panel-proof-title = Далил
panel-proof-text = Шарт қилинса, «Бажарилди» жавоби далилсиз ҳисобот бўлмайди: бот ҳам, панель ҳам далил сўрайди.
panel-proof-welcome = Ихтиёрий
panel-proof-required = Шарт
panel-proof-save = Сақлаш
panel-proof-said = Сақланди: далил талаби ўзгартирилди.
