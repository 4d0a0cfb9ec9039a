### Reasons and criteria that citizens added to their marks, in the panel. Plain text.

opinions-title = What citizens point out
opinions-wrong = What was wrong
opinions-right = What was right
opinions-no-reasons = Nobody has named a reason in this period.
opinions-criteria = By criterion
opinions-no-criteria = Nobody has judged the criteria in this period.
opinions-note = A citizen can name several reasons. Marks under review do not count.
case-reasons = Reasons
