### Leave and vacancies on the pages. Plain text.

people-leave = { $person }: taʼtil { $first } — { $last }, oʻrniga { $substitute }
people-leave-end = Taʼtilni tugatish
people-on-leave = Taʼtil va oʻrinbosar
people-said-leave-set = Oʻrinbosar belgilandi. Unga va rahbarga xabar boradi.
people-said-leave-ended = Taʼtil tugatildi. Eslatmalar yana xodimning oʻziga boradi.
leave-page-title = Taʼtil va oʻrinbosar
leave-page-text = Shu kunlarda eslatmalar oʻrinbosarga boradi va u tashkilot nomidan javob bera oladi. Birinchi va oxirgi kun ham kiradi.
leave-page-no-colleague = Bu tashkilotda botga ulangan boshqa hamkasb yoʻq. Avval kimnidir taklif qiling.
leave-page-substitute = Kim oʻrniga javob beradi
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
history-unassigned = Topshiriq yana barcha masʼul xodimlarga qaytdi.
