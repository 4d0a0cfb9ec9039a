### What the bot writes to a citizen after a mark, in Telegram's HTML. Values are escaped.

# Which reasons were ticked. $reasons: their names, joined by commas.
opinion-reasons = ☑️ { $reasons }
# The criteria with their marks. $criteria: ready, joined by dots.
opinion-criteria = 📋 { $criteria }
opinion-hint-low = Нима ёқмади? Белгиланг ёки шу ерга ёзинг — ихтиёрий.
opinion-hint-high = Нима ёқди? Белгиланг ёки шу ерга ёзинг — ихтиёрий.
opinion-kept = <i>Сақланади: хизмат, баҳо, вақт ва қўшганларингиз. Исмингиз ва рақамингиз сақланмайди.</i>
# Above the question about one criterion. $number of $of.
criterion-title = <b>{ $number }/{ $of } · { $criterion }</b>
criterion-ask-legality = Ҳаммаси қонун-қоидага мувофиқ бўлдими?
criterion-ask-quality = Хизмат сифатли кўрсатилдими?
criterion-ask-timeliness = Белгиланган муддатда бажарилдими?
criterion-ask-accessibility = Бориш, кириш ва тушуниш осон бўлдими?
criterion-scale = <i>1 — жуда ёмон, 5 — аъло</i>

## Comments

comment-cut = ✂️ Изоҳ узун эди: биринчи { $limit } белгиси сақланди. Қисқартириш учун хабарингизни таҳрирланг.
comment-changed = 💬 Изоҳингиз янгиланди
comment-already = Бу баҳога изоҳингиз бор, шунинг учун охирги хабарингиз сақланмади.
comment-change-hint = <i>Изоҳни бугун ўзгартириш учун ўша хабарингизни таҳрирланг.</i>
comment-no-voice =
    <b>Овозли ва видео хабарларни қабул қилмаймиз</b>

    Овозингиздан Сизни таниш мумкин, шунинг учун у сақланмади. Илтимос, изоҳни сўз билан ёзинг.
comment-no-contact =
    <b>Контакт ва жойлашув сақланмади</b>

    Кимлигингизни билишимиз шарт эмас. Илтимос, изоҳни сўз билан ёзинг.
comment-no-sticker = Раҳмат! Лекин стикерни изоҳ сифатида сақлай олмаймиз. Илтимос, бир-икки сўз ёзинг.
