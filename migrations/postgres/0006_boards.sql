-- What the boards read: counts and lists of a period without looking at each row.

-- What is open, by day and measure: the lists of what is overdue and what comes next.
DROP INDEX obligation_open;
CREATE INDEX obligation_open ON obligation (due, measure_id, organisation_id, last_answer)
  WHERE state IN ('open', 'returned');
-- The same by organisation: the counts.
CREATE INDEX obligation_open_by_organisation ON obligation (organisation_id, due, last_answer)
  WHERE state IN ('open', 'returned');
-- Reported and accepted ones of a span of days; the newest month is counted by day.
CREATE INDEX obligation_by_due_and_state ON obligation (due, state, organisation_id);
-- One measure across the organisations.
CREATE INDEX obligation_by_measure ON obligation (measure_id, due);

-- A list of numbers as one bound value, as SQLite reads it by a function of the same name.
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE
AS $$ SELECT jsonb_array_elements_text(list::jsonb) $$;
