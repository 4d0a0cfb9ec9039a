-- Control beyond one report: more time, and the second look at what was accepted.

-- The day that counted before more time was granted for the first time; NULL while none was.
ALTER TABLE obligation ADD COLUMN extended_from TEXT;
-- When more time was asked for, while nobody has decided.
ALTER TABLE obligation ADD COLUMN asked_more_at TEXT;
-- The few whose rate by the original day differs.
CREATE INDEX obligation_extended ON obligation (due, extended_from, organisation_id, state, submitted_on)
  WHERE extended_from IS NOT NULL;
CREATE INDEX obligation_asked_more ON obligation (asked_more_at, organisation_id) WHERE asked_more_at IS NOT NULL;

-- Requests for more time, and what control said.
CREATE TABLE extension (
  id             INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  due_before     TEXT NOT NULL,
  due_wanted     TEXT NOT NULL,
  reason         TEXT NOT NULL,
  asked_by       INTEGER NOT NULL REFERENCES person (id),
  asked_at       TEXT NOT NULL,
  -- 'asked', 'granted', 'refused' or 'withdrawn'.
  state          TEXT NOT NULL,
  decided_by     INTEGER REFERENCES person (id),
  decided_at     TEXT,
  -- Why it was refused.
  decision       TEXT,
  granted        TEXT
) STRICT;
CREATE UNIQUE INDEX extension_undecided ON extension (obligation_id) WHERE state = 'asked';
CREATE INDEX extension_by_obligation ON extension (obligation_id, id);
CREATE INDEX extension_waiting ON extension (asked_at, id) WHERE state = 'asked';

-- Accepted reports that are looked at once more, by somebody else.
CREATE TABLE recheck (
  id               INTEGER PRIMARY KEY,
  answer_id        INTEGER NOT NULL UNIQUE REFERENCES answer (id),
  obligation_id    INTEGER NOT NULL REFERENCES obligation (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  accepted_by      INTEGER REFERENCES person (id),
  accepted_at      TEXT NOT NULL,
  -- 'chosen', 'stands' or 'falls'.
  state            TEXT NOT NULL,
  decided_by       INTEGER REFERENCES person (id),
  decided_at       TEXT,
  reason           TEXT
) STRICT;
CREATE INDEX recheck_by_obligation ON recheck (obligation_id, id);
CREATE INDEX recheck_waiting ON recheck (accepted_at, id) WHERE state = 'chosen';
CREATE INDEX recheck_decided ON recheck (organisation_id, decided_at, state) WHERE state <> 'chosen';
