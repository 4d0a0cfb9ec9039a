### Refusals about visit codes. Plain text.

refusal-visit-code-needed = Marks here need a visit code.
refusal-visit-code-unknown = There is no such code. Compare it with the slip and send it again.
refusal-visit-code-used = A mark was given with this code before: one code, one mark. Ask the clerk for a new one.
refusal-visit-code-over = This code has ended or was withdrawn. Ask the clerk for a new one.
refusal-too-many-guesses = Too many wrong codes were sent today. Try again tomorrow.
# $limit: 2000.
refusal-too-many-codes = This point would have more than { $limit } unused codes. Hand out or withdraw some first.
refusal-batch-revoked = These codes were withdrawn before. Reload the page.
