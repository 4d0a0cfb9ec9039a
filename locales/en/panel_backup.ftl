### The page of backups. Plain text.

backup-title = Backup
backup-lead = A copy of the whole system: when the server is lost, it is restored from this file.
backup-database = Database
# $size: a size.
backup-sqlite = The database is { $size } large. The copy is of this moment and in one file; everybody works on meanwhile.
backup-warning = The file holds names of people, answers, and what citizens wrote. Keep it where no stranger opens it. The secret key (secret.key) is not in it: keep that apart, never both in one place.
backup-download = Download the copy
backup-with-files = With the files that officers sent: one archive (ZIP) of everything but the secret key
backup-restore = Restoring
backup-restore-text = Stop the service and run this command on the server. The file is checked first, and the present database is kept beside it.
backup-postgres = The database is PostgreSQL: a copy is made on the server.
backup-postgres-restore = To restore it, stop the service and run:
backup-evidence = Files that officers sent
backup-count = How many, how large
# $count: how many files; $size: of all of them.
backup-evidence-value = files: { $count }, { $size }
backup-folder = Folder
backup-evidence-text = They are not in the database but in this folder. Tick the box at the download, or copy the folder as well; the secret key lies there, so keep its copy apart from the database.
backup-who = Who took a copy
backup-nobody = Nobody has taken a copy yet.
backup-at-the-machine = At the server
settings-backup = Download a copy of the database, and how it is restored.
