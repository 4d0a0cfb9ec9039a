-- The obligations of which the last reminder by hand speaks: a list of their numbers, as JSON.
ALTER TABLE overdue_call ADD COLUMN items TEXT NOT NULL DEFAULT '[]';
-- When it is told: at once, or when the hours of work begin again. The next one comes no earlier than a while after that.
ALTER TABLE overdue_call ADD COLUMN told_from TEXT;
UPDATE overdue_call SET told_from = called_at;
