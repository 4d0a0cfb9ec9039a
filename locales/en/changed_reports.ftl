### Reports that change while somebody decides about them. Plain text.

refusal-report-changed = The report has changed since you looked. See how it stands now and decide again.
