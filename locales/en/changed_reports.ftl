### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = The report has changed since you looked. See how it stands now and decide again.
refusal-nothing-to-take-back = There is no report to take back: none is under review.
refusal-report-taken-back = This report was taken back. Open the assignment and give a new answer.

# What became of a report while somebody else was about to decide. At most 200 characters.
toast-accepted-by = { $person } has already accepted this report: { $moment }.
toast-returned-by = { $person } has already returned this report: { $moment }.
toast-cancelled-by = { $person } has already cancelled this assignment: { $moment }.
toast-taken-back-by = { $person } has taken this report back: { $moment }.
