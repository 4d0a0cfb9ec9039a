### Refusals about service points. Plain text.

refusal-link-revoked = Эта ссылка уже отозвана или заменена. Обновите страницу.
refusal-point-closed = Эта точка уже закрыта.
refusal-point-open = Эта точка уже работает.
