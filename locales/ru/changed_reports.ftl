### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = Отчёт изменился после того, как Вы его видели. Посмотрите, каким он стал, и решите заново.
