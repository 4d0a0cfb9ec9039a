### The history of an obligation: its period is not required any more because the plan ended, or is required again.

history-rule-restored = Правило срока исправлено: поручение за этот период снова требуется.
history-plan-ended = План завершён: поручение за этот период больше не требуется.
