### The pages of visit codes, and what others tell of them. Plain text.

# The page of the visit codes of a point, and its link.
visit-codes = Ташриф кодлари
visit-lead = Фуқаро баҳони фақат шу ерда олган бир марталик коди билан беради. Кимнинг коди экани ва қайси код қандай баҳо бергани сақланмайди.
visit-on = Баҳо учун код сўралади
visit-off = Баҳо кодсиз олинади
visit-turn-on = Код сўрайдиган қилиш
visit-turn-off = Кодсиз қабул қилиш
visit-turn-on-note = Аввал кодларни чоп этинг: ёқилгач, кодсиз баҳо олинмайди.
visit-by-administrator = Буни администратор ёқади ва ўчиради.
visit-counts = Кодлар нима бўлди
visit-made = Берилган
visit-used = Баҳо берилган
visit-valid = Ҳали амал қилади
visit-expired = Муддати тугаган
visit-revoked = Бекор қилинган
visit-wrong = Нотўғри код ёзилган
visit-counts-note = Фақат жами кўрсатилади: битта тўплам бўйича саноқ ким овоз берганини билдириб қўйиши мумкин.
visit-sheet = Кодларни чоп этиш
visit-number = Нечта код
visit-days = Неча кун амал қилади
visit-make = Кодлар ва PDF
visit-sheet-note = А4, бир варақда 16 та талон; чизиқлар бўйлаб қирқинг. Кодлар фақат шу файлда бўлади: уни йўқотсангиз, тўпламни бекор қилиб, янгисини чоп этинг.
# $limit: the highest number.
visit-number-wrong = Кодлар сони 1 дан { $limit } гача бўлсин.
visit-days-wrong = Муддат 1 кундан { $limit } кунгача бўлсин.
visit-screen = Ойна ёнидаги экран
# $minutes: how long a code is valid.
visit-screen-lead = Ҳар босишда янги код чиқади, у { $minutes } дақиқа амал қилади.
visit-screen-open = Экранни очиш
visit-new = Янги код
visit-scan = Камерани QR кодга тутинг ёки кодни ботга ёзинг.
visit-qr = Ташриф кодининг QR коди
# $time: the hour and minute.
visit-until = Соат { $time } гача амал қилади, бир марта
visit-batches = Чоп этилган кодлар
visit-no-batch = Ҳали код чоп этилмаган.
# $count: how many codes. $date: the last day on which they are valid.
visit-batch = { $count } та код, { $date } гача
# $when: day and time.
visit-batch-revoked = Ишлатилмагани бекор қилинган: { $when }
visit-revoke = Ишлатилмаганини бекор қилиш
visit-said-on = Энди бу ерда баҳо код билан берилади.
visit-said-off = Энди бу ерда баҳо кодсиз олинади.
visit-said-revoked = Ишлатилмаган кодлар бекор қилинди.
visit-by-others = Кодларни ташкилот ходимлари ва администратор беради.
visit-was-asked = Баҳо учун код сўраладиган қилинди.
visit-was-not-asked = Баҳо кодсиз олинадиган қилинди.
# $count: how many.
visit-were-made = { $count } та ташриф коди чоп этилди.
visit-were-shown = Куннинг биринчи коди экранда кўрсатилди.
visit-were-revoked = Тўпламнинг ишлатилмаган кодлари бекор қилинди.
# Below the marks on the page of ratings. $count: how many marks were given with a code.
ratings-with-code = { $count } та баҳо ташриф коди билан берилган
# On the public page that tells how figures are counted.
counted-codes = Ташриф кодлари
counted-codes-text = Баъзи жойларда баҳо фақат ташриф коди билан олинади: уни ходим беради ёки экран кўрсатади, битта код — битта баҳо. Код киши шу ерда бўлганини билдиради, кимлигини эмас: код билан баҳо орасида боғланиш сақланмайди. Бундай баҳолар бошқалари билан бирга, бир хил ҳисобланади.
