### The command that writes posters. Plain text.

help-posters = Writes posters, cards and stickers for the points of an organisation, as PDF files
option-out = The folder for the files
option-languages = The languages of a poster, with commas: uz-Latn, uz-Cyrl, ru, en
cli-posters-none = The organisation “{ $key }” has no point in use. All of them: nazorat links
cli-posters-no-bot = The bot has not run yet, so links are not known. First: nazorat serve
cli-busy-posters = Drawing the posters
