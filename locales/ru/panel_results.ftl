### Public results, their publication, and the figures of ratings in the panel. Plain text.

## What the pages of results are called

results-title = Оценки граждан: открытые результаты
results-lead = Что граждане сказали о государственных услугах города: по кварталам, полугодиям и годам.
# $half: 1 or 2. $year: four digits.
results-half = { $half ->
    [1] I полугодие { $year } г.
   *[2] II полугодие { $year } г.
}
results-none = Результаты пока не опубликованы. Они появятся здесь после окончания квартала, когда их опубликует заместитель хокима.
results-periods = Опубликованные периоды
# $count: ratings.
results-of = { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
}
results-satisfied = Довольны: оценки 4 и 5
# $high, $low: the ends of a 95 % interval. $share: the share itself.
results-share = { $share } (с вероятностью 95 % от { $low } до { $high })
results-organisations = По организациям
results-organisation = Организация
results-services = По услугам
results-place = Место
# $best, $worst: places.
results-place-range = { $best }–{ $worst }
# $number: among how many.
results-place-of = из { $number }
results-interval = 95 % интервал
results-satisfied-short = Довольны
results-hidden = не показано
results-hidden-note = «Не показано»: меньше 10 оценок, или скрыто, чтобы меньше 10 оценок нельзя было вычислить вычитанием.
results-place-note = Где интервалы пересекаются, по оценкам нельзя сказать, кто лучше. Тогда место показано диапазоном.
# $left, $waiting: numbers of ratings.
results-set-aside = Подозрительные оценки этого периода отложены и не считаются: ждут проверки — { $waiting }, исключены — { $left }.
results-own = Это собственный опрос хокимията. Он не заменяет оценку на Едином портале my.gov.uz.
# $date: a day. $version: a number.
results-published = Опубликовано { $date }, версия { $version }
# $reason: words of a person.
results-corrected = Исправление: { $reason }
results-replaced = Эту версию заменила более поздняя.
results-newest = Показать последнюю версию
results-versions = Версии
# $version: a number.
results-version = Версия { $version }
results-sum-of = Сумма опубликованных кварталов
results-hash = SHA-256 открытых данных
results-counted = Как это считается
results-data = Открытые данные
results-back = Все результаты
results-badge = Значок для сайта
results-badge-text = Он всегда показывает последний опубликованный период. Вставьте в страницу эту строку:
# In the picture itself: short.
badge-label = оценка граждан
badge-none = результатов пока нет
# $count: ratings. $mean: a number. $period: a quarter or the like. $service: a name.
badge-title = { $service }: средняя { $mean } из 5, { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
}, { $period }
# $service: a name.
badge-title-none = { $service }: опубликованных результатов пока нет

## How this is counted

counted-lead = Простыми словами и с формулами. В панели и в открытых результатах правила одни и те же.
counted-marks = Что считается
counted-marks-text = Одна оценка — это оценка от 1 до 5, которую один человек поставил услуге в один день. Если он в тот же день оценит ту же услугу ещё раз, новая оценка заменит прежнюю. Кто это был, не сохраняется.
counted-mean = Среднее
counted-mean-text = Все оценки складываются и делятся на их число. Вес у всех оценок одинаковый: в среднем по организации услуга со многими оценками весит больше, чем услуга с немногими. Никаких других весов нет.
counted-interval = Интервал среднего
# $least: the smallest variance. $number, $quantile, $spread: letters of the formula.
counted-interval-text = Оценили лишь некоторые из тех, кого обслужили, поэтому в другой день среднее могло быть другим. Интервал говорит, в каких пределах среднее лежит с доверием 95 % (интервал Стьюдента: { $number } — число оценок, { $spread } — стандартное отклонение, { $quantile } — квантиль для числа на единицу меньше). Если все оценки одинаковы, дисперсия берётся равной { $least }, а не нулю: так точно знать нельзя.
counted-share = Доля довольных
counted-share-text = Довольны те, кто поставил 4 или 5; доля — их часть среди всех. Её 95 % интервал считается по Уилсону. Проценты не округляются, лишние знаки отбрасываются: 100 % стоит только там, где это все.
counted-places = Места
counted-places-text = Одна организация стоит выше другой, только если её интервал среднего целиком выше. Где интервалы пересекаются, порядок неизвестен: место показано диапазоном, например 1–3.
counted-few = Когда оценок мало
counted-few-text = Об услуге или организации, у которой меньше 10 оценок, не показывается ничего. Если после вычитания показанных из общего числа осталось бы меньше 10 оценок, скрывается ещё одна строка, самая маленькая: вычислить немногих не сможет никто.
counted-apart = Отложенные оценки
counted-apart-text = Оценки, которые не похожи на поставленные гражданами, например тридцать одинаковых за десять минут в одном месте, откладываются. До решения проверяющего их нет ни в одной цифре; принятые считаются, остальные исключаются. Рядом с результатами указано, сколько их: ничто не пропадает молча.
counted-periods = Квартал, полугодие, год
counted-periods-text = Квартал считается по оценкам его дней. Полугодие и год — суммы опубликованных кварталов; услуга, не показанная в одном из них, не показана и в сумме.
counted-frozen = Опубликованное не меняется
counted-frozen-text = Результаты публикует заместитель хокима после окончания периода. После этого они никогда не меняются и не пересчитываются. Исправление — это новая версия рядом с прежней, с указанием причины; остаются обе. Две версии могут отличаться на несколько оценок.
counted-funnel = От сканирования до ответа
counted-funnel-text = «Открыли вопрос» — сколько раз вопрос открыли по коду; кто отсканировал дважды, считается дважды, ведь там никого не узнают. «Оценили», «написали отзыв» и «получили ответ» считают оценки тех же дней.
counted-limits = О чём цифры не говорят
counted-limits-text = Каждый сам решает, оценивать или нет, поэтому цифры говорят о тех, кто оценил, а не обо всех, кого обслужили.

## Open data

data-lead = Опубликованные результаты в виде файлов, бесплатно для любого использования. Просим указывать источник.
data-files = Адреса
data-file-index = Всё опубликованное: период, версия, день, SHA-256
data-file-json = Один период, последняя версия, JSON
data-file-csv = То же таблицей: CSV в UTF-8, через запятую
data-file-version = Одна версия, JSON или CSV: никогда не меняется
data-file-badge = Значок услуги, SVG, на любом из четырёх языков
data-fields = Поля
data-field-n = число оценок
data-field-marks = число каждой оценки, от 1 до 5
data-field-mean = средняя оценка и границы её 95 % интервала
data-field-satisfied = доля оценок 4 и 5 от 0 до 1 и границы её 95 % интервала
data-field-place = лучшее и худшее возможное место и из скольких
data-field-empty = пусто, если не показано
data-field-key = короткое имя, одинаковое от периода к периоду
data-hash = Проверка SHA-256
data-hash-text = Рядом с каждым результатом стоит SHA-256 файла JSON этой версии, байт в байт. Чтобы проверить:
data-promise = На что можно положиться
# $header: the name of a header. $path: the beginning of addresses.
data-promise-text = Адреса под { $path } сохраняют форму: поля могут добавляться, но не исчезают и не меняют смысла. У каждого ответа есть ETag; на запрос с { $header } о том, что не изменилось, приходит ответ 304 без тела. В CSV слова, которые таблица могла бы принять за формулу, начинаются с апострофа.

## Publishing, in the panel

publish-title = Публикация результатов
publish-lead = Опубликованное здесь прочтут все. Оно остаётся неизменным: никто не может его исправить или отозвать; исправление — это новая версия.
publish-open = Опубликовать результаты
publish-see = Открытые результаты
publish-period = Период
publish-state = Состояние
publish-look = Посмотреть и опубликовать
publish-correct = Исправить
publish-not-yet = не опубликовано
publish-waits = сначала опубликуйте его кварталы
publish-nothing = Ни один квартал с оценками ещё не закончился.
# $period: a quarter or the like.
publish-preview = Что станет открытым: { $period }
# $count: services.
publish-few = { $count ->
    [one] У { $count } услуги меньше 10 оценок, она не показана.
    [few] У { $count } услуг меньше 10 оценок, они не показаны.
   *[many] У { $count } услуг меньше 10 оценок, они не показаны.
}
# $count: organisations and services.
publish-held = { $count ->
    [one] Чтобы их нельзя было вычислить, скрыта ещё { $count } строка.
    [few] Чтобы их нельзя было вычислить, скрыты ещё { $count } строки.
   *[many] Чтобы их нельзя было вычислить, скрыто ещё { $count } строк.
}
publish-empty = В этом периоде меньше 10 оценок: показывать нечего.
# $version: a number.
publish-replaces = Опубликована версия { $version }. Это будет следующая версия; прежняя останется доступной.
publish-same = Цифры такие же, как в опубликованной версии. Исправлять нечего.
publish-reason = Почему исправляется? Причина будет открыта всем.
publish-confirm = Цифры просмотрены. Они станут открытыми и останутся такими.
publish-confirm-missing = Подтвердите, что цифры просмотрены.
publish-button = Опубликовать для всех
publish-done = Опубликовано. Теперь это могут прочитать все.
refusal-period-not-ready = Этот период пока нельзя опубликовать: он не закончился или не опубликован один из его кварталов.
refusal-figures-changed = С тех пор как вы смотрели, цифры изменились. Посмотрите на них ещё раз перед публикацией.
refusal-nothing-to-publish = В опубликованной версии те же цифры.

## Ratings in the panel

ratings-weeks = Средняя оценка, 12 недель
ratings-week = Неделя с
ratings-funnel = От сканирования до ответа
ratings-opened = Открыли вопрос
ratings-rated = Оценили
ratings-commented = Написали отзыв
ratings-answered = Получили ответ
# $share: a percentage.
ratings-of-opened = { $share } от открытых
# $share: a percentage.
ratings-of-rated = { $share } от оценок
