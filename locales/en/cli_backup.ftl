### What the commands of backups say to the administrator. Plain text.

help-backup = Makes a copy of the database (SQLite)
help-restore = Restores the database from a copy; the present one is kept beside it (SQLite)
option-with-files = Put what officers sent into it as well: one archive of everything but the secret key
option-to = The file for the copy
option-from = The file of the copy
option-replace = Take the place of the present database; it is kept beside
cli-busy-backup = The copy is being made
cli-busy-restoring = The file is being checked
cli-backup-done = The copy was made: { $file } ({ $size }).
cli-backup-rest = What officers sent and the secret key are in the folder { $folder }: copy them apart.
cli-backup-files = Files that officers sent: { $count }, { $size }.
cli-backup-key = The secret key is not in the archive. It is in the folder { $folder }: copy it apart.
cli-backup-nothing = There is no database yet.
cli-backup-exists = { $file } is there already. Choose another name.
cli-backup-postgres = The database is PostgreSQL. A copy: pg_dump --format=custom --file=nazorat.dump "$NAZORAT_DATABASE_URL"
cli-restore-postgres = The database is PostgreSQL. To restore: pg_restore --clean --if-exists --dbname="$NAZORAT_DATABASE_URL" nazorat.dump
cli-restore-exists = { $file } is there already. To take its place, say --replace: it is kept beside.
cli-restore-damaged = The file is damaged, nothing was changed: { $what }
cli-restore-file-damaged = The file { $file } in the archive is damaged. Nothing was restored.
cli-restore-foreign = This is no database of Nazorat, nothing was changed.
cli-restore-newer = A newer version of the program has written the file. Bring the program up to date first.
cli-restore-running = The service is running on this database. Stop it first.
cli-restore-done = Restored: { $file }
cli-restore-aside = The former database was kept: { $file }
# $file: what was given to restore from.
cli-restore-same = { $file } is the database itself. Name the file of a copy.
# $what: the fault of the database.
cli-restore-unread = The present database could not be read; it is kept as it is: { $what }
cli-serve-restoring = The database is being restored. Start again when that is done.
