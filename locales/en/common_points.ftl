### Refusals about service points. Plain text.

refusal-link-revoked = This link was withdrawn or replaced before. Reload the page.
refusal-point-closed = This point is closed already.
refusal-point-open = This point is in use already.
