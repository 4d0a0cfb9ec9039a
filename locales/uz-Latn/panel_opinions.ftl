### Panelda fuqarolar bahoga qoʻshgan sabab va mezonlar. Oddiy matn.

opinions-title = Fuqarolar nimani aytmoqda
opinions-wrong = Nima yomon boʻldi
opinions-right = Nima yaxshi boʻldi
opinions-no-reasons = Bu davrda hech kim sabab belgilamagan.
opinions-criteria = Mezonlar boʻyicha
opinions-no-criteria = Bu davrda hech kim mezonlarni baholamagan.
opinions-note = Fuqaro bir nechta sababni belgilashi mumkin. Tekshiruvdagi baholar hisobga kirmaydi.
case-reasons = Sabablar
