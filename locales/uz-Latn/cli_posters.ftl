### The command that writes posters. Plain text.

help-posters = Tashkilot nuqtalari uchun plakat, kartochka va stikerlarni PDF fayllarga yozadi
option-out = Fayllar yoziladigan papka
option-languages = Plakat tillari, vergul bilan: uz-Latn, uz-Cyrl, ru, en
cli-posters-none = “{ $key }” tashkilotida ishlayotgan nuqta yoʻq. Hammasi: nazorat links
cli-posters-no-bot = Bot hali ishga tushmagan, shuning uchun havolalar nomaʼlum. Avval: nazorat serve
cli-busy-posters = Plakatlar chizilmoqda
