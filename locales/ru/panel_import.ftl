### The pages of imports. Plain text.

import-title = Загрузка таблиц
import-lead = Сначала показано, что изменит файл. Он записывается, только если все строки верны и Вы подтвердили; иначе ничего не меняется.
import-open = Загрузить таблицу
import-plan = План мероприятий
import-about-plan = План в том виде, в каком его составляют: пункты, сроки словами и ответственные. Правило срока читается из слов; неточное ждёт Вашего подтверждения.
import-about-organisations = Организации и их подчинение. Если ключ уже известен, сведения обновляются.
import-about-services = Услуги и организации, которые их оказывают. Для новой услуги точка и QR-код создаются сами.
import-about-people = Сотрудники и их роли. Каждый потом подключается по одноразовой ссылке.
import-about-calendar = Праздники и перенесённые рабочие дни. По ним сдвигаются сроки открытых поручений.
import-columns = Столбцы
import-sample = Скачать файл-образец
import-file = Файл: CSV или XLSX
# $limit: a size.
import-limit = Не больше { $limit }. Файл большего размера загружают на сервере.
import-number = Номер решения
import-adopted = День принятия решения
import-plan-title = Название плана (необязательно)
import-look = Посмотреть, что изменится
import-no-file = Выберите файл.
import-empty-file = Файл пуст. Выберите файл с таблицей.
import-no-number = Укажите номер решения.
import-no-day = Выберите день принятия решения.
import-not-kept = Просмотренный файл больше не хранится или заменён. Выберите его ещё раз.
import-would = Что изменится
import-nothing-yet = Пока ничего не записано. Просмотрите список и подтвердите.
# $until: a moment.
import-kept-until = Файл хранится до { $until }.
import-carry-out = Записать
import-other = Выбрать другой файл
import-wrong = В файле ошибки, ничего не записано
import-mend = Исправьте файл и загрузите его снова.
import-row = Строка
import-change = Что будет
import-about = О таблице
# The column that names what a row brings.
import-entry = Запись
import-more-rows = { $count ->
    [one] … и ещё { $count } строка.
    [few] … и ещё { $count } строки.
   *[many] … и ещё { $count } строк.
}
