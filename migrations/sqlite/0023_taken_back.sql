-- When the organisation took this report back; it counts no more.
ALTER TABLE answer ADD COLUMN taken_back_at TEXT;
