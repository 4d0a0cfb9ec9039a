-- The obligations of which the last reminder by hand speaks: a list of their numbers, as JSON.
ALTER TABLE overdue_call ADD COLUMN items TEXT NOT NULL DEFAULT '[]';
