### Texts of the bot about visit codes. Telegram's HTML.

# Asked at a point where marks need a code. Above it stand the service and the place. $sample: what a code looks like.
visit-ask =
    <b>Бу ерда баҳо ташриф коди билан берилади</b>

    Код ходим берган қоғозда ёки ойна ёнидаги экранда. Уни битта хабар қилиб ёзинг, масалан: <b>{ $sample }</b>. Катта ёки кичик ҳарф, лотин ёки кирилл — фарқи йўқ.

    Код йўқми? Ходимдан сўранг: у ҳар бир ташриф учун берилади, исм сўралмайди.
# Below it stand the service and the place of the code, and a button to their question.
visit-elsewhere = <b>Бу код бошқа жойники.</b> У билан қуйидаги жойни баҳолаш мумкин:
# The line below says why.
visit-not-taken = <b>Код қабул қилинмади</b>
visit-mistyped =
    <b>Кодда хато бор</b>

    Код 9 та белгидан иборат. Уни қоғоз билан солиштириб, қайтадан ёзинг.
visit-no-code =
    <b>Бу ташриф коди эмас</b>

    Кодни хабар қилиб ёзинг ёки қоғоздаги QR кодни сканерланг. Код керак бўлмаса — /bekor.
