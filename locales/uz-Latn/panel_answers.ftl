### Answers, their versions and proofs in the panel.

## Answers

panel-answer-required = Bu topshiriq dalil bilan topshiriladi: fayl, havola, NIS.UZ raqami yoki kamida { $least } belgili izoh kerak.
panel-answer-files = Fayllar (ixtiyoriy): { $files } tagacha, har biri { $limit } gacha
panel-earlier = Avvalgi nusxalar: { $count }
panel-earlier-until = { $version }-nusxa, { $moment } gacha
panel-earlier-empty = Izohsiz
panel-link = Havola
panel-record = NIS.UZ raqami

## The proof that a measure needs

panel-proof-title = Dalil
panel-proof-text = Shart qilinsa, «Bajarildi» javobi dalilsiz hisobot boʻlmaydi: bot ham, panel ham dalil soʻraydi.
panel-proof-welcome = Ixtiyoriy
panel-proof-required = Shart
panel-proof-save = Saqlash
panel-proof-said = Saqlandi: dalil talabi oʻzgartirildi.
