### The page of backups. Plain text.

backup-title = Zaxira nusxa
backup-lead = Butun tizimning nusxasi: server ishdan chiqsa, shu fayldan tiklanadi.
backup-database = Maʼlumotlar bazasi
# $size: a size.
backup-sqlite = Baza hajmi — { $size }. Nusxa hozirgi holatda, bitta faylda olinadi; bu vaqtda hamma ishlashda davom etadi.
backup-warning = Faylda xodimlar ismi, javoblar va fuqarolar yozganlari bor. Uni begonalar ocha olmaydigan joyda saqlang. Maxfiy kalit (secret.key) faylga kirmaydi: uni alohida saqlang, ikkalasini bir joyda qoldirmang.
backup-download = Nusxani yuklab olish
backup-with-files = Xodimlar yuborgan fayllar bilan birga: maxfiy kalitdan boshqa hammasi bitta arxivda (ZIP)
backup-restore = Tiklash
backup-restore-text = Xizmatni toʻxtating va serverda shu buyruqni bajaring. Fayl avval tekshiriladi, hozirgi baza yonida saqlab qoʻyiladi.
backup-postgres = Baza PostgreSQL da: undan nusxa serverda olinadi.
backup-postgres-restore = Tiklash uchun xizmatni toʻxtating va bajaring:
backup-evidence = Xodimlar yuborgan fayllar
backup-count = Soni va hajmi
# $count: how many files; $size: of all of them.
backup-evidence-value = { $count } ta fayl, { $size }
backup-folder = Jild
backup-evidence-text = Ular bazada emas, shu jildda turadi. Yuklab olishda belgi qoʻying yoki jildni ham nusxalang; unda maxfiy kalit bor, shuning uchun nusxani bazadan alohida saqlang.
backup-who = Kim nusxa olgan
backup-nobody = Hali hech kim nusxa olmagan.
backup-at-the-machine = Serverda
settings-backup = Maʼlumotlar bazasining nusxasini yuklab olish va tiklash tartibi.
