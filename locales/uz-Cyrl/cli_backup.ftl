### What the commands of backups say to the administrator. Plain text.

help-backup = Маълумотлар базасидан нусха олади (SQLite)
help-restore = Базани нусхадан тиклайди; ҳозиргиси ёнида сақланади (SQLite)
option-with-files = Ходимлар юборган файлларни ҳам қўшади: махфий калитдан бошқа ҳаммаси битта архивда
option-to = Нусха ёзиладиган файл
option-from = Нусха файли
option-replace = Ҳозирги база ўрнига қўйиш; у ёнида сақланади
cli-busy-backup = Нусха олинмоқда
cli-busy-restoring = Файл текширилмоқда
cli-backup-done = Нусха олинди: { $file } ({ $size }).
cli-backup-rest = Ходимлар юборган файллар ва махфий калит { $folder } жилдида: уларни алоҳида нусхаланг.
cli-backup-files = Ходимлар юборган файллар: { $count } та, { $size }.
cli-backup-key = Махфий калит архивда йўқ. У { $folder } жилдида: уни алоҳида нусхаланг.
cli-backup-nothing = Маълумотлар базаси ҳали йўқ.
cli-backup-exists = { $file } бор. Бошқа ном танланг.
cli-backup-postgres = База PostgreSQL да. Нусха: pg_dump --format=custom --file=nazorat.dump "$NAZORAT_DATABASE_URL"
cli-restore-postgres = База PostgreSQL да. Тиклаш: pg_restore --clean --if-exists --dbname="$NAZORAT_DATABASE_URL" nazorat.dump
cli-restore-exists = { $file } бор. Ўрнига қўйиш учун --replace ёзинг: у ёнида сақланади.
cli-restore-damaged = Файл бузилган, ҳеч нарса ўзгармади: { $what }
cli-restore-file-damaged = Архивдаги { $file } файли бузилган. Ҳеч нарса тикланмади.
cli-restore-foreign = Бу Nazorat базаси эмас, ҳеч нарса ўзгармади.
cli-restore-newer = Файлни дастурнинг янгироқ версияси ёзган. Аввал дастурни янгиланг.
cli-restore-running = Хизмат шу база билан ишлаяпти. Аввал уни тўхтатинг.
cli-restore-done = Тикланди: { $file }
cli-restore-aside = Олдинги база сақланди: { $file }
# $file: what was given to restore from.
cli-restore-same = { $file } — базанинг ўзи. Нусха файлини кўрсатинг.
# $what: the fault of the database.
cli-restore-unread = Ҳозирги база ўқилмади, у борича сақланади: { $what }
cli-serve-restoring = База тикланмоқда. Тугагач, қайта ишга туширинг.
