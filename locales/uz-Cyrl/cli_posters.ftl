### The command that writes posters. Plain text.

help-posters = Ташкилот нуқталари учун плакат, карточка ва стикерларни PDF файлларга ёзади
option-out = Файллар ёзиладиган папка
option-languages = Плакат тиллари, вергул билан: uz-Latn, uz-Cyrl, ru, en
cli-posters-none = “{ $key }” ташкилотида ишлаётган нуқта йўқ. Ҳаммаси: nazorat links
cli-posters-no-bot = Бот ҳали ишга тушмаган, шунинг учун ҳаволалар номаълум. Аввал: nazorat serve
cli-busy-posters = Плакатлар чизилмоқда
