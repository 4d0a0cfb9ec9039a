### The page of all settings. Plain text.

nav-settings = Sozlamalar
settings-title = Sozlamalar
settings-lead = Hamma sozlamalar bir joyda: hozirgi qiymati, nimaga taʼsir qilishi va uni oʻzgartiradigan sahifa.
settings-city = Shahar va maʼlumotlar
settings-work = Reja, nazorat, eslatmalar
settings-citizens = Fuqarolar bahosi
settings-registry = Tashkilotlar nomi, boʻysunuvi, ish haftasi va xizmatlari.
# $organisations, $services: how many are in use.
settings-registry-value = { $organisations } ta tashkilot, { $services } ta xizmat
settings-calendar = Bayramlar va koʻchirilgan ish kunlari; muddatlar shunga qarab suriladi.
# $day: the last day that is known; $unsure: how many days are not certain.
settings-calendar-value = { $day } gacha, aniq emas: { $unsure } ta kun
settings-control = Nazorat qancha kutishi va qabul qilingan hisobotlarning qancha qismi qayta tekshirilishi.
# $patience: working days; $percent: a share, with its sign.
settings-control-value = { $patience } ish kuni, qayta tekshiruv { $percent }
settings-escalation = Topshiriq kechiksa, rahbar, nazoratchi va hokim oʻrinbosari qaysi kuni xabar oladi.
# $head, $controller, $brief: working days after the deadline.
settings-escalation-value = { $head }, { $controller } va { $brief } ish kunidan keyin
# $number: the number of a decree.
settings-reminding = Eslatmalar: { $number }-sonli reja
# $before: days before the deadline; $after: how many days after it.
settings-reminding-value = { $before } kun oldin; keyin { $after } kun har kuni
settings-cases = Qaysi baho murojaat ochadi va unga necha ish kunida javob beriladi.
# $low: the highest mark that opens a case; $days: working days.
settings-cases-value = { $low } va undan past; { $days } ish kuni
settings-limits = Shubhali baholar qachon alohida ajratiladi.
# $person: marks of a person in a day; $point: at a point in an hour; $burst equal ones in $minutes.
settings-limits-value = kuniga { $person } ta, soatiga { $point } ta, { $minutes } daqiqada { $burst } ta
settings-themes = Fuqarolar yozganlari mavzularga qaysi soʻzlar boʻyicha ajratiladi.
settings-themes-value = { $count } ta mavzu
settings-environment = Oʻrnatish sozlamalari
settings-environment-text = Ularni tizim administratori serverda oʻzgartiradi (docs/settings.md). Maxfiy qiymatlar koʻrsatilmaydi.

# Below settings, for who may only read them.
settings-by-administrator = Bu sozlamalarni shahar administratori oʻzgartiradi.
