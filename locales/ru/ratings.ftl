### What citizens say of services, in words for the chat and for the panel. Plain text.

## Reasons: also labels of buttons, so keep them short.

reason-waiting = Долго ждать
reason-rude = Грубость
reason-unclear = Неясны документы
reason-papers = Лишние бумаги
reason-money = Просили деньги
reason-system = Сбой системы
reason-access = Трудно попасть
reason-unsettled = Вопрос не решён
reason-quick = Быстро
reason-polite = Вежливо
reason-clear = Всё понятно
reason-near = Удобно добраться
reason-simple = Ничего лишнего
reason-settled = Вопрос решён

## In place of the name of a point, where there is none

rated-by-name = Услуга найдена по названию
