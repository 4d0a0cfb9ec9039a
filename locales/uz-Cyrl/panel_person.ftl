### The page of one person, and what an invitation says. Plain text.

person-roles = Вазифалари
person-no-roles = Ҳозир вазифаси йўқ.
person-grant = Яна бир вазифа бериш
person-grant-note = Вазифа танланган ташкилотда ва унга бўйсунадиганларда амал қилади. Янги ҳавола керак эмас: киши ботга уланган бўлса, дарҳол ишлайди.
person-give = Вазифани бериш
person-own-note = Ҳеч ким ўзига вазифа бера олмайди: буни бошқа администратор қилади.
person-describe = Исми ва лавозими
person-said-granted = Вазифа берилди.
person-was-granted = Вазифа берилди: { $role }.
person-was-ended = Вазифа тугатилди: { $role }.
person-has-joined = Таклифни қабул қилди.
person-has-withdrawn = Розилигини қайтариб олди: Telegram ҳисоби узилди.
# $after, $before: names.
person-was-described = Исми ёки лавозими ўзгартирилди: { $before } → { $after }.
person-position-missing = Лавозимни ўзбекча (лотин ёзувида) ҳам ёзинг: қолганлари унинг таржимаси.
invited-text = Юбориш учун тайёр матн
# $city: the hokimiyat; $link: the one-time link; $name: of the invited; $role: what they become; $until: until when.
invited-message =
    Ассалому алайкум, { $name }!
    Сиз «{ product-name }» тизимига таклиф қилиндингиз ({ $city }). Вазифангиз: { $role }.
    Telegram орқали шу ҳаволани очинг ва пастдаги бошлаш тугмасини босинг:
    { $link }
    Ҳавола бир марта, { $until } гача ишлайди. Уни бошқаларга берманг.
invited-copy = Матндан нусха олиш
invited-copied = Нусха олинди
refusal-own-role = Ҳеч ким ўзига вазифа бера олмайди. Бошқа администратордан сўранг.
refusal-last-administrator = Бу бутун шаҳарнинг ягона администратори. Аввал бошқасини тайинланг.
