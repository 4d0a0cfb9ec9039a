-- What is forgotten by its age is found by its age.

CREATE INDEX conversation_by_age ON conversation (changed_at);
