### What citizens say of services, in words for the chat and for the panel. Plain text.

## Reasons: also labels of buttons, so keep them short.

reason-waiting = Uzoq kuttirishdi
reason-rude = Qoʻpol muomala
reason-unclear = Hujjatlar noaniq
reason-papers = Ortiqcha qogʻoz
reason-money = Pul soʻrashdi
reason-system = Tizim ishlamadi
reason-access = Borish qiyin
reason-unsettled = Hal boʻlmadi
reason-quick = Tez bitdi
reason-polite = Xushmuomala
reason-clear = Tushunarli
reason-near = Borish qulay
reason-simple = Ortiqcha talabsiz
reason-settled = Masala hal boʻldi

## In place of the name of a point, where there is none

rated-by-name = Nomi bilan topilgan xizmat
