### The history of an obligation: its period is not required any more because the plan ended, or is required again.

history-rule-restored = Муддат қоидаси тузатилди: бу давр учун топшириқ яна сўралади.
history-plan-ended = Режа тугади: бу давр учун топшириқ энди сўралмайди.
