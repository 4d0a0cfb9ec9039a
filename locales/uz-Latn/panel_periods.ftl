### The history of an obligation: its period is not required any more because the plan ended, or is required again.

history-rule-restored = Muddat qoidasi tuzatildi: bu davr uchun topshiriq yana soʻraladi.
history-plan-ended = Reja tugadi: bu davr uchun topshiriq endi soʻralmaydi.
