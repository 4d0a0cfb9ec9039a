### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: taʼtil { $first } — { $last }, oʻrniga { $substitute }
people-leave-end = Taʼtilni tugatish
people-on-leave = Taʼtil va oʻrinbosar
people-said-leave-set = Oʻrinbosar belgilandi. Unga va rahbarga xabar boradi.
people-said-leave-ended = Taʼtil tugatildi. Eslatmalar yana xodimning oʻziga boradi.
leave-page-title = Taʼtil va oʻrinbosar
leave-page-text = Shu kunlarda eslatmalar oʻrinbosarga boradi va u tashkilot nomidan javob bera oladi. Birinchi va oxirgi kun ham kiradi.
leave-page-no-colleague = Bu tashkilotda botga ulangan boshqa hamkasb yoʻq. Avval kimnidir taklif qiling.
leave-page-substitute = Xodim oʻrniga kim javob beradi
leave-page-first = Birinchi kun
leave-page-last = Oxirgi kun
leave-page-set = Oʻrinbosarni belgilash
leave-incomplete = Oʻrinbosarni va ikkala kunni tanlang.
vacancy-head = Xabar yetib boradigan masʼul xodim yoʻq: eslatmalar faqat rahbarga boradi. Bogʻlaning: { $name }
vacancy-call = Xabar yetib boradigan masʼul xodim yoʻq: eslatmalar hech kimga bormayapti. Bogʻlaning: { $name }
fact-assignee = Bajaradi
history-offered = Topshiriqni hamkasbiga taklif qildi.
history-taken-over = Topshiriqni oʻziga oldi.
history-declined = Taklif qilingan topshiriqni olmadi.
history-offer-withdrawn = Taklifni qaytarib oldi.
history-offer-lapsed = Hamkasb oʻz vaqtida javob bermadi, taklif oʻz kuchini yoʻqotdi.
history-unassigned = Topshiriq yana barcha masʼul xodimlarga qaytdi.
## Who does an assignment, on its page: an offer to a colleague

hand-card-title = Bajaruvchi: { $doer }
hand-card-all = tashkilotning hamma masʼul xodimi
hand-card-waits = Taklif qilingan: { $name }. Javob { $date } gacha kutiladi.
hand-card-choose = Qaysi hamkasbga taklif qilinadi
hand-card-send = Taklif qilish
hand-card-note = Hamkasb Telegramda soʻraladi va { $days } ish kuni ichida javob beradi. U rozi boʻlmaguncha hech narsa oʻzgarmaydi.
hand-card-withdraw = Taklifni qaytarib olish
hand-card-nobody = Bu tashkilotda botga ulangan boshqa masʼul xodim yoʻq.
hand-said-offered = Taklif yuborildi: hamkasbdan Telegramda rozilik soʻraladi.
hand-said-withdrawn = Taklif qaytarib olindi.
