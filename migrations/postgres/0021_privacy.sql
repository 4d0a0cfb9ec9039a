-- What leads to a citizen is let go: by their wish, and by age.

-- A secret for each year. With it and the key of the installation a voter is known again; when no vote of the year needs that
-- any more, it is destroyed.
CREATE TABLE voter_secret (
  year     BIGINT PRIMARY KEY,
  secret   TEXT NOT NULL,
  made_at  TIMESTAMPTZ NOT NULL
);

-- Whether the voter still is a keyed hash. Of a vote that was untied it is '-' and the number of the vote: nobody's.
ALTER TABLE rating ADD COLUMN tied BOOLEAN NOT NULL DEFAULT TRUE;
-- What was given before has a voter that only the key of the installation made: it is let go at once.
UPDATE rating SET voter = '-' || CAST(id AS TEXT), tied = FALSE;
DROP INDEX rating_by_voter;
CREATE INDEX rating_by_voter ON rating (voter, day) WHERE tied;
CREATE INDEX rating_tied ON rating (day) WHERE tied;

-- Who asked on this day to be forgotten: their votes of the day are nobody's now, so no more are taken until the next one.
CREATE TABLE forgotten_voter (
  voter  TEXT NOT NULL,
  day    DATE NOT NULL,
  PRIMARY KEY (voter, day)
);

-- The case that a message tells of: a citizen's words stand in it, so it keeps none once it was sent.
ALTER TABLE outbox ADD COLUMN case_id BIGINT;
CREATE INDEX outbox_by_case ON outbox (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX outbox_sealed ON outbox (id) WHERE sealed_chat IS NOT NULL;
CREATE INDEX citizen_case_sealed ON citizen_case (id) WHERE sealed_chat IS NOT NULL;
