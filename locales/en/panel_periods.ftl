### The history of an obligation: its period is not required any more because the plan ended, or is required again.

history-rule-restored = The rule of the deadline was mended: this period is required again.
history-plan-ended = The plan has ended: this period is no longer required.
