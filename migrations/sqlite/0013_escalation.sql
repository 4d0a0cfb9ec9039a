-- Who heard of what is overdue, the briefs of the morning, and what the auditor found.

CREATE TABLE escalation (
  id             INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  -- A moved day and a returned report each begin a chain of their own.
  due_version    INTEGER NOT NULL,
  state_version  INTEGER NOT NULL,
  started_on     TEXT NOT NULL,
  -- The policy and the people of that day, as JSON.
  chain          TEXT NOT NULL,
  ended_at       TEXT,
  UNIQUE (obligation_id, due_version, state_version)
) STRICT;
CREATE INDEX escalation_running ON escalation (obligation_id) WHERE ended_at IS NULL;

CREATE TABLE escalation_step (
  id             INTEGER PRIMARY KEY,
  escalation_id  INTEGER NOT NULL REFERENCES escalation (id),
  position       INTEGER NOT NULL,
  -- 'officer', 'substitute', 'head', 'controller' or 'brief'.
  level          TEXT NOT NULL,
  -- NULL: nobody stood there, or it is the brief.
  person_id      INTEGER REFERENCES person (id),
  day            TEXT NOT NULL,
  -- 'waiting', 'told', 'vacant' or 'over'.
  state          TEXT NOT NULL,
  -- The message; old messages are forgotten, the step stays.
  outbox_id      INTEGER,
  acted_at       TEXT,
  UNIQUE (escalation_id, position)
) STRICT;
CREATE INDEX escalation_step_waiting ON escalation_step (escalation_id) WHERE state = 'waiting';
CREATE INDEX escalation_step_vacant ON escalation_step (escalation_id) WHERE state = 'vacant';

-- One brief a controller and day, with the figures that it told: the next one tells what has changed.
CREATE TABLE brief (
  person_id  INTEGER NOT NULL REFERENCES person (id),
  day        TEXT NOT NULL,
  figures    TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;

-- When somebody was last reminded by hand of what is overdue.
CREATE TABLE overdue_call (
  person_id  INTEGER PRIMARY KEY NOT NULL REFERENCES person (id),
  called_at  TEXT NOT NULL,
  called_by  INTEGER NOT NULL REFERENCES person (id)
) STRICT;

-- A promise of the service itself that does not hold.
CREATE TABLE finding (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL,
  -- The organisation that it is about; 0 when it is about the service.
  subject_id   INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  found_at     TEXT NOT NULL,
  resolved_at  TEXT
) STRICT;
CREATE UNIQUE INDEX finding_open ON finding (kind, subject_id) WHERE resolved_at IS NULL;
