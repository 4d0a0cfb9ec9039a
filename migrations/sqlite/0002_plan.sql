-- What is promised: plans, measures, obligations, and the answers to them.

CREATE TABLE plan (
  id          INTEGER PRIMARY KEY,
  number      TEXT NOT NULL,
  adopted     TEXT NOT NULL,
  title       TEXT NOT NULL,
  -- The last day on which a recurring measure still makes an obligation.
  ends        TEXT,
  created_at  TEXT NOT NULL,
  UNIQUE (number, adopted)
) STRICT;

CREATE TABLE measure (
  id               INTEGER PRIMARY KEY,
  plan_id          INTEGER NOT NULL REFERENCES plan (id),
  number           INTEGER NOT NULL,
  section          TEXT NOT NULL,
  text             TEXT NOT NULL,
  mechanism        TEXT NOT NULL,
  -- As the decree words it, for ever.
  deadline_phrase  TEXT NOT NULL,
  kind             TEXT NOT NULL,
  -- The rule read from the phrase, as JSON; NULL when the phrase makes no date.
  rule             TEXT,
  -- 'certain' (read without doubt), 'to_confirm', 'confirmed' (by a person), 'no_date'.
  rule_state       TEXT NOT NULL,
  why              TEXT NOT NULL,
  confirmed_by     INTEGER REFERENCES person (id),
  confirmed_at     TEXT,
  executors        TEXT NOT NULL,
  controller       TEXT NOT NULL,
  UNIQUE (plan_id, number)
) STRICT;
CREATE INDEX measure_to_confirm ON measure (plan_id, number) WHERE rule_state = 'to_confirm';

CREATE TABLE measure_executor (
  measure_id       INTEGER NOT NULL REFERENCES measure (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  -- 'main' or 'co'.
  part             TEXT NOT NULL,
  PRIMARY KEY (measure_id, organisation_id)
) STRICT;
CREATE INDEX measure_executor_by_organisation ON measure_executor (organisation_id, measure_id);

CREATE TABLE obligation (
  id               INTEGER PRIMARY KEY,
  measure_id       INTEGER NOT NULL REFERENCES measure (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  period           TEXT NOT NULL,
  -- The date of the plan, never lost; and the day that counts.
  original_due     TEXT NOT NULL,
  due              TEXT NOT NULL,
  due_version      INTEGER NOT NULL DEFAULT 1,
  state            TEXT NOT NULL,
  -- Grows with every change of state: who decides names the version that was seen.
  state_version    INTEGER NOT NULL DEFAULT 0,
  submitted_at     TEXT,
  submitted_on     TEXT,
  decided_at       TEXT,
  last_answer      TEXT,
  last_answer_at   TEXT,
  promised         TEXT,
  created_at       TEXT NOT NULL,
  UNIQUE (measure_id, organisation_id, period)
) STRICT;
CREATE INDEX obligation_open ON obligation (due, organisation_id) WHERE state IN ('open', 'returned');
CREATE INDEX obligation_under_review ON obligation (submitted_at, id) WHERE state = 'reported';
CREATE INDEX obligation_by_organisation ON obligation (organisation_id, due);
CREATE INDEX obligation_by_due ON obligation (due, id);

-- Counts by organisation and month of the due day, kept by the transactions that change obligations.
CREATE TABLE obligation_month (
  month            TEXT NOT NULL,
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  class            TEXT NOT NULL,
  n                INTEGER NOT NULL,
  PRIMARY KEY (month, organisation_id, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  id             INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  person_id      INTEGER NOT NULL REFERENCES person (id),
  kind           TEXT NOT NULL,
  text           TEXT,
  promised       TEXT,
  given_at       TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_obligation ON answer (obligation_id, id);

CREATE TABLE evidence (
  id             INTEGER PRIMARY KEY,
  answer_id      INTEGER NOT NULL REFERENCES answer (id),
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  -- 'file', 'photo' or 'text' (a link or a number).
  kind           TEXT NOT NULL,
  name           TEXT NOT NULL,
  mime           TEXT NOT NULL,
  bytes          INTEGER NOT NULL,
  -- Telegram's handle; the file is fetched to our own disk, named by its SHA-256.
  telegram_file  TEXT NOT NULL,
  sha256         TEXT,
  -- 'waiting', 'kept' or 'failed'.
  state          TEXT NOT NULL,
  attempts       INTEGER NOT NULL DEFAULT 0,
  added_at       TEXT NOT NULL,
  UNIQUE (answer_id, telegram_file)
) STRICT;
CREATE INDEX evidence_by_obligation ON evidence (obligation_id, id);
CREATE INDEX evidence_waiting ON evidence (id) WHERE state = 'waiting';
