-- Who stands in for whom, and which of several officers does an obligation.

CREATE TABLE substitution (
  id               INTEGER PRIMARY KEY,
  -- Who is away, and who stands in.
  person_id        INTEGER NOT NULL REFERENCES person (id),
  substitute_id    INTEGER NOT NULL REFERENCES person (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  -- Both in the range.
  first_day        TEXT NOT NULL,
  last_day         TEXT NOT NULL,
  set_by           INTEGER REFERENCES person (id),
  set_at           TEXT NOT NULL,
  -- Ended before its last day; by nobody when a role ended and took it along.
  ended_by         INTEGER REFERENCES person (id),
  ended_at         TEXT
) STRICT;
CREATE INDEX substitution_by_organisation ON substitution (organisation_id, last_day) WHERE ended_at IS NULL;
CREATE INDEX substitution_by_person ON substitution (person_id, last_day) WHERE ended_at IS NULL;
CREATE INDEX substitution_by_substitute ON substitution (substitute_id, id);

-- The officer who alone does it; NULL: all officers of the organisation.
ALTER TABLE obligation ADD COLUMN assignee_id INTEGER REFERENCES person (id);
CREATE INDEX obligation_by_assignee ON obligation (assignee_id)
  WHERE assignee_id IS NOT NULL AND state IN ('open', 'returned');

-- An obligation goes to a colleague who agrees.
CREATE TABLE hand_over (
  id             INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  giver_id       INTEGER NOT NULL REFERENCES person (id),
  taker_id       INTEGER NOT NULL REFERENCES person (id),
  offered_at     TEXT NOT NULL,
  -- 'offered', 'accepted', 'declined', 'withdrawn'.
  state          TEXT NOT NULL,
  ended_at       TEXT
) STRICT;
-- Nobody is asked while somebody else is.
CREATE UNIQUE INDEX hand_over_open ON hand_over (obligation_id) WHERE state = 'offered';
