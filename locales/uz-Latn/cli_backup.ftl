### What the commands of backups say to the administrator. Plain text.

help-backup = Maʼlumotlar bazasidan nusxa oladi (SQLite)
help-restore = Bazani nusxadan tiklaydi; hozirgisi yonida saqlanadi (SQLite)
option-with-files = Xodimlar yuborgan fayllarni ham qoʻshadi: maxfiy kalitdan boshqa hammasi bitta arxivda
option-to = Nusxa yoziladigan fayl
option-from = Nusxa fayli
option-replace = Hozirgi baza oʻrniga qoʻyish; u yonida saqlanadi
cli-busy-backup = Nusxa olinmoqda
cli-busy-restoring = Fayl tekshirilmoqda
cli-backup-done = Nusxa olindi: { $file } ({ $size }).
cli-backup-rest = Xodimlar yuborgan fayllar va maxfiy kalit { $folder } jildida: ularni alohida nusxalang.
cli-backup-files = Xodimlar yuborgan fayllar: { $count } ta, { $size }.
cli-backup-key = Maxfiy kalit arxivda yoʻq. U { $folder } jildida: uni alohida nusxalang.
cli-backup-nothing = Maʼlumotlar bazasi hali yoʻq.
cli-backup-exists = { $file } bor. Boshqa nom tanlang.
cli-backup-postgres = Baza PostgreSQL da. Nusxa: pg_dump --format=custom --file=nazorat.dump "$NAZORAT_DATABASE_URL"
cli-restore-postgres = Baza PostgreSQL da. Tiklash: pg_restore --clean --if-exists --dbname="$NAZORAT_DATABASE_URL" nazorat.dump
cli-restore-exists = { $file } bor. Oʻrniga qoʻyish uchun --replace yozing: u yonida saqlanadi.
cli-restore-damaged = Fayl buzilgan, hech narsa oʻzgarmadi: { $what }
cli-restore-file-damaged = Arxivdagi { $file } fayli buzilgan. Hech narsa tiklanmadi.
cli-restore-foreign = Bu Nazorat bazasi emas, hech narsa oʻzgarmadi.
cli-restore-newer = Faylni dasturning yangiroq versiyasi yozgan. Avval dasturni yangilang.
cli-restore-running = Xizmat shu baza bilan ishlayapti. Avval uni toʻxtating.
cli-restore-done = Tiklandi: { $file }
cli-restore-aside = Oldingi baza saqlandi: { $file }
# $file: what was given to restore from.
cli-restore-same = { $file } — bazaning oʻzi. Nusxa faylini koʻrsating.
# $what: the fault of the database.
cli-restore-unread = Hozirgi baza oʻqilmadi, u boricha saqlanadi: { $what }
cli-serve-restoring = Baza tiklanmoqda. Tugagach, qayta ishga tushiring.
