-- Whether a case stands for a low mark, which a raised one withdraws, or for words that complain, which it does not.

-- 'mark' or 'comment'.
ALTER TABLE citizen_case ADD COLUMN opened_by TEXT NOT NULL DEFAULT 'mark';
