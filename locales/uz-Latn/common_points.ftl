### Refusals about service points. Plain text.

refusal-link-revoked = Bu havola avval bekor qilingan yoki almashtirilgan. Sahifani yangilang.
refusal-point-closed = Bu nuqta avval yopilgan.
refusal-point-open = Bu nuqta allaqachon ishlayapti.
