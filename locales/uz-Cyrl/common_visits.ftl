### Refusals about visit codes. Plain text.

refusal-visit-code-needed = Бу ерда баҳо бериш учун ташриф коди керак.
refusal-visit-code-unknown = Бундай код йўқ. Уни қоғоз билан солиштириб, қайтадан ёзинг.
refusal-visit-code-used = Бу код билан баҳо берилган: битта код — битта баҳо. Ходимдан янги код сўранг.
refusal-visit-code-over = Бу коднинг муддати тугаган ёки у бекор қилинган. Ходимдан янги код сўранг.
refusal-too-many-guesses = Бугун жуда кўп нотўғри код ёзилди. Эртага уриниб кўринг.
# $limit: 2000.
refusal-too-many-codes = Бу нуқтада ишлатилмаган кодлар { $limit } тадан ошиб кетади. Аввал борини тарқатинг ёки бекор қилинг.
refusal-batch-revoked = Бу кодлар аввал бекор қилинган. Саҳифани янгиланг.
