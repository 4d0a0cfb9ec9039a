### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Отчёт изменился после того, как Вы его видели. Посмотрите, каким он стал, и решите заново.
refusal-nothing-to-take-back = Отзывать нечего: отчёта на проверке нет.
refusal-report-taken-back = Этот отчёт отозван. Откройте поручение и дайте новый ответ.

# What became of a report while somebody else was about to decide. At most 200 characters.
toast-accepted-by = Отчёт уже принят: { $person }, { $moment }.
toast-returned-by = Отчёт уже возвращён на доработку: { $person }, { $moment }.
toast-cancelled-by = Поручение уже отменено: { $person }, { $moment }.
toast-taken-back-by = Отчёт отозван: { $person }, { $moment }.
