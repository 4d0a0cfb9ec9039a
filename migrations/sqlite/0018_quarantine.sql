-- Marks that look as if they were not given by citizens wait for a reviewer, apart from the published counts.

CREATE TABLE quarantine (
  id               INTEGER PRIMARY KEY,
  -- 'burst', 'person' or 'point': what made the marks suspicious.
  kind             TEXT NOT NULL,
  -- NULL for marks of services that were found by their names.
  point_id         INTEGER REFERENCES service_point (id),
  service_id       INTEGER NOT NULL REFERENCES service (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  -- The mark of a burst; 0 for what has nothing to do with one mark.
  mark             INTEGER NOT NULL,
  day              TEXT NOT NULL,
  opened_at        TEXT NOT NULL,
  last_at          TEXT NOT NULL,
  -- 'waiting', 'accepted' or 'left_out'.
  state            TEXT NOT NULL,
  decided_by       INTEGER REFERENCES person (id),
  decided_at       TEXT,
  reason           TEXT
) STRICT;
-- What is suspicious in one way at one point on one day waits together.
CREATE UNIQUE INDEX quarantine_waiting ON quarantine (service_id, COALESCE(point_id, 0), kind, mark, day) WHERE state = 'waiting';
CREATE INDEX quarantine_decided ON quarantine (decided_at) WHERE decided_at IS NOT NULL;

-- 'counted', 'held' until a reviewer decides, 'accepted' or 'left_out' by them.
ALTER TABLE rating ADD COLUMN standing TEXT NOT NULL DEFAULT 'counted';
ALTER TABLE rating ADD COLUMN quarantine_id INTEGER REFERENCES quarantine (id);
CREATE INDEX rating_in_quarantine ON rating (quarantine_id) WHERE quarantine_id IS NOT NULL;
-- What was given at a point lately, and by a voter today.
CREATE INDEX rating_by_point ON rating (point_id, given_at);
CREATE INDEX rating_by_voter ON rating (day, voter);

-- What waits and what was left out is in none of the five counts.
ALTER TABLE rating_day ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rating_day ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rating_month ADD COLUMN quarantined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rating_month ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
