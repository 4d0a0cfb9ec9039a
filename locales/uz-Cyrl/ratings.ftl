### What citizens say of services, in words for the chat and for the panel. Plain text.

## Reasons: also labels of buttons, so keep them short.

reason-waiting = Узоқ куттиришди
reason-rude = Қўпол муомала
reason-unclear = Ҳужжатлар ноаниқ
reason-papers = Ортиқча қоғоз
reason-money = Пул сўрашди
reason-system = Тизим ишламади
reason-access = Бориш қийин
reason-unsettled = Ҳал бўлмади
reason-quick = Тез битди
reason-polite = Хушмуомала
reason-clear = Тушунарли
reason-near = Бориш қулай
reason-simple = Ортиқча талабсиз
reason-settled = Масала ҳал бўлди

## In place of the name of a point, where there is none

rated-by-name = Номи билан топилган хизмат
