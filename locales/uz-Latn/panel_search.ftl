### Search, saved lists, keys. Plain text.

search-title = Qidiruv
search-measures = Chora-tadbirlar
search-services = Xizmatlar
search-points = Nuqtalar
search-all = Barcha natijalar
search-more = Yana koʻrsatish
search-short = Kamida ikki harf yozing.
# $words: what was typed.
search-none = «{ $words }» boʻyicha hech narsa topilmadi.
search-hint = Tashkilot, xizmat yoki nuqta nomini, xodim ismini, topshiriq matnidagi soʻzni yoki chora-tadbir raqamini yozing. Lotin yoki kirill yozuvi, imlo xatosi — farqi yoʻq.
# $number: of the measure. $plan: the number of its decree.
search-measure = { $number }-chora-tadbir, { $plan }-son qaror
views-title = Saqlangan roʻyxatlar
views-lead = Bu roʻyxatlar faqat Sizga koʻrinadi.
views-none = Hozircha yoʻq. Roʻyxatni filtrlang va «Bu roʻyxatni saqlash»ni bosing.
views-save = Bu roʻyxatni saqlash
views-manage = Tartibga solish
views-name = Roʻyxat nomi
views-keep = Saqlash
views-rename = Nomini oʻzgartirish
views-remove = Oʻchirish
views-unnamed = Nomsiz
# $count: how many one may keep.
views-full = Bir kishi { $count } tagacha roʻyxat saqlaydi. Keraksizini oʻchirib, qaytadan urinib koʻring.
keys-title = Tezkor tugmalar
keys-lead = Sichqonchasiz, klaviatura bilan tezroq yuring.
keys-search = Qidiruv
keys-next = Roʻyxatdagi keyingi qator
keys-previous = Roʻyxatdagi oldingi qator
keys-help = Shu sahifa
keys-note = Matn yozayotganingizda bu tugmalar oddiy harf boʻlib qoladi.
keys-are-on = Tezkor tugmalar yoqilgan.
keys-are-off = Tezkor tugmalar oʻchirilgan.
keys-turn-off = Oʻchirib qoʻyish
keys-turn-on = Yoqish
