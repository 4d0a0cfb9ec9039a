### What the commands of backups say to the administrator. Plain text.

help-backup = Снимает копию базы данных (SQLite)
help-restore = Восстанавливает базу из копии; нынешняя остаётся рядом (SQLite)
option-with-files = Положить и файлы от сотрудников: один архив со всем, кроме секретного ключа
option-to = Файл, в который записать копию
option-from = Файл копии
option-replace = Поставить на место нынешней базы; она остаётся рядом
cli-busy-backup = Снимается копия
cli-busy-restoring = Файл проверяется
cli-backup-done = Копия снята: { $file } ({ $size }).
cli-backup-rest = Файлы от сотрудников и секретный ключ лежат в папке { $folder }: копируйте их отдельно.
cli-backup-files = Файлов от сотрудников: { $count }, { $size }.
cli-backup-key = Секретного ключа в архиве нет. Он лежит в папке { $folder }: копируйте его отдельно.
cli-backup-nothing = Базы данных пока нет.
cli-backup-exists = Файл { $file } уже есть. Выберите другое имя.
cli-backup-postgres = База в PostgreSQL. Копия: pg_dump --format=custom --file=nazorat.dump "$NAZORAT_DATABASE_URL"
cli-restore-postgres = База в PostgreSQL. Восстановление: pg_restore --clean --if-exists --dbname="$NAZORAT_DATABASE_URL" nazorat.dump
cli-restore-exists = Файл { $file } уже есть. Чтобы заменить его, добавьте --replace: он останется рядом.
cli-restore-damaged = Файл повреждён, ничего не изменилось: { $what }
cli-restore-file-damaged = Файл { $file } в архиве повреждён. Ничего не восстановлено.
cli-restore-foreign = Это не база Nazorat, ничего не изменилось.
cli-restore-newer = Файл записан более новой версией программы. Сначала обновите программу.
cli-restore-running = Служба работает с этой базой. Сначала остановите её.
cli-restore-done = Восстановлено: { $file }
cli-restore-aside = Прежняя база сохранена: { $file }
# $file: what was given to restore from.
cli-restore-same = { $file } — это сама база. Укажите файл копии.
# $what: the fault of the database.
cli-restore-unread = Прежнюю базу прочитать не удалось, она сохраняется как есть: { $what }
cli-serve-restoring = База восстанавливается. Запустите программу, когда восстановление закончится.
