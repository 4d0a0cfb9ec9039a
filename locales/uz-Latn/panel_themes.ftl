### Fuqarolar nima yozadi, panelda. Oddiy matn.

refusal-comment-gone = Bu izoh allaqachon yashirilgan yoki u boʻyicha murojaat bor.
themes-title = Fuqarolar nima yozadi
# $count: how many comments were looked at.
themes-text = Oxirgi 90 kunda { $count } ta izoh.
themes-hidden = { $count } ta izoh yashirilgan.
themes-counts = Mavzular boʻyicha
themes-latest = Oxirgilari
themes-none = Bunday izoh yoʻq.
themes-decide = Qaror qilish
themes-reason = Nega yashiriladi? Sabab jurnalda saqlanadi.
themes-hide = Yashirish
themes-case = Javob kerak
themes-words = Mavzular qaysi soʻzlardan bilinadi
themes-label = Har mavzuga bir qator: nomi, ikki nuqta, soʻz boshlari
themes-keep = Saqlash
themes-note = Soʻz lotin va kirill yozuvida birdek topiladi, oxiri qanday boʻlmasin. Nomi oldidagi ! belgisi: bunday izoh baho yaxshi boʻlsa ham murojaat ochadi.
themes-wrong = { $line }-qator mavzu emas: nom, ikki nuqta va kamida uch harfli soʻzlar; koʻpi bilan { $most } ta mavzu.
themes-said-kept = Saqlandi. Avvalgi izohlar ham shu mavzular boʻyicha sanaladi.
themes-said-hidden = Izoh yashirildi. Bahosi hisobda qoladi.
themes-said-case = Tashkilotdan javob soʻraldi.
