-- The citizen's side of a case: who allowed it hears the answer and says whether it helped.

-- The chat of a citizen who wants to hear the answer, sealed; it goes with the answer, or when none is expected any more.
ALTER TABLE citizen_case ADD COLUMN sealed_chat TEXT;
ALTER TABLE citizen_case ADD COLUMN asked_language TEXT;
-- How often it was opened again, and when.
ALTER TABLE citizen_case ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0;
ALTER TABLE citizen_case ADD COLUMN reopened_at TEXT;

CREATE TABLE case_answer (
  case_id          INTEGER NOT NULL REFERENCES citizen_case (id),
  -- 0: the first answer; 1: the one after the citizen was not content.
  round            INTEGER NOT NULL,
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  words            TEXT NOT NULL,
  person_id        INTEGER NOT NULL REFERENCES person (id),
  at               TEXT NOT NULL,
  -- Minutes of working time that it took; NULL: not known.
  minutes          INTEGER,
  -- 'solved', 'partly' or 'not': what the citizen says.
  verdict          TEXT,
  verdict_at       TEXT,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_answer_by_organisation ON case_answer (organisation_id, at);

INSERT INTO case_answer (case_id, round, organisation_id, words, person_id, at)
SELECT id, 0, organisation_id, answer, answered_by, answered_at FROM citizen_case
WHERE answer IS NOT NULL AND answered_by IS NOT NULL AND answered_at IS NOT NULL;

-- Where a message goes whose chat nobody may read in the database; emptied when it was sent.
ALTER TABLE outbox ADD COLUMN sealed_chat TEXT;

-- Who hears of a case that is late, level by level, as for everything overdue.
CREATE TABLE case_step (
  case_id    INTEGER NOT NULL REFERENCES citizen_case (id),
  -- A case that was opened again has a chain of its own.
  round      INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  -- 'officer', 'substitute', 'head' or 'controller'.
  level      TEXT NOT NULL,
  -- NULL: nobody stood there.
  person_id  INTEGER REFERENCES person (id),
  day        TEXT NOT NULL,
  -- 'waiting', 'told', 'vacant' or 'over'.
  state      TEXT NOT NULL,
  acted_at   TEXT,
  PRIMARY KEY (case_id, round, position)
) STRICT, WITHOUT ROWID;

-- A comment that a reviewer hid: nothing reads it any more.
ALTER TABLE rating ADD COLUMN hidden_comment TEXT;
ALTER TABLE rating ADD COLUMN hidden_at TEXT;
CREATE INDEX rating_hidden ON rating (hidden_at) WHERE hidden_at IS NOT NULL;
