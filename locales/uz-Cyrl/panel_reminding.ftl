### How a plan reminds: the page of its settings and of their preview. Plain text.

## The settings

reminding-title = Режа бўйича эслатмалар
reminding-link = Қандай эслатилади
reminding-lead = Масъул ходимларга бу режа талаблари қачон ва қандай эслатилиши.
reminding-settings = Созламалар
reminding-before = Муддатгача, иш кунлари
reminding-before-note = Каттасидан кичигига, вергул билан ёзинг. Муддат кунининг ўзида эслатма ҳар доим келади.
reminding-daily = Муддатдан кейин ҳар иш куни, неча кун
reminding-weekly = Сўнг бажарилгунча ҳафтада бир марта
reminding-list-days = Рўйхат кунлари
reminding-list-note = Шу кунлари эслатмада кейинги ой охиригача бажариладиган ҳамма ишлар ҳам бўлади. Дам олиш кунига тўғри келса, рўйхат кейинги иш куни юборилади.
reminding-urgent = Режа шошилинч
reminding-urgent-note = Дам олиш кунлари ҳам эслатилади, муддат куни эса ҳисобот бўлмаса, соат 16:00 да яна бир марта.
reminding-save = Сақлаш
reminding-try = Саналарни кўрсатиш, ҳозирча сақламасдан
reminding-saved = Сақланди. Кейинги эслатмалар шу созламалар бўйича боради.
reminding-changed = Саҳифа очилгандан кейин созламаларни бошқа киши ўзгартирган. Ҳозирги ҳолатни кўриб, қайтадан сақланг.
reminding-yes = ҳа
reminding-no = йўқ
reminding-wrong-count = Муддатдан неча кун олдин эслатилишини 1 тадан { $most } тагача сон билан ёзинг.
reminding-wrong-stage = Ҳар бир сон 1 дан { $farthest } иш кунигача бўлиши керак.
reminding-wrong-order = Сонларни каттасидан кичигига, ҳар бирини бир марта ёзинг.
reminding-wrong-daily = Ҳар кунги эслатмалар 0 дан { $longest } иш кунигача давом этиши мумкин.
reminding-wrong-list-days = Душанбадан шанбагача бўлган кунларни танланг.

## The preview

reminding-preview = Қандай кўринади
reminding-preview-of = Топшириқ
reminding-show = Кўрсатиш
reminding-none = Бу режада ҳозирча очиқ топшириқ йўқ.
reminding-when = Масъул ходимга қачон эслатилади
reminding-message = { $date }, соат { $time } даги хабар
reminding-message-note = Ҳақиқий хабарда ташкилотнинг муддати яқин ҳамма топшириқлари туради, ҳар бирининг ўз тугмаси бор; бу ерда шу топшириқнинг ўзи кўрсатилган.
reminding-trial = Менга синов хабари юбориш
reminding-trial-note = Хабар бот билан ўз чатингизга, ўз тилингизда келади. У «Синов» сўзи билан бошланади ва топшириқни бугун масъул ходим кўрадиган ҳолда, тугмалари билан кўрсатади. Уни бошқа ҳеч ким олмайди ва у эслатма ҳисобланмайди.
reminding-trial-sent = Синов хабари чатингизга юборилмоқда.
reminding-trial-no-chat = Ҳисобингиз ҳали Telegram билан боғланмаган, шунинг учун синов хабарини юборадиган чат йўқ.
reminding-connect = Telegram билан боғлаш
