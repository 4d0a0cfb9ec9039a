-- Visit codes: a point may ask for a code that its counter hands out, one for each mark.

ALTER TABLE service_point ADD COLUMN asks_for_code INTEGER NOT NULL DEFAULT FALSE;

-- Codes that were printed together. How many of them were used is not counted: of a small batch it would tell who voted.
CREATE TABLE visit_batch (
  id           INTEGER PRIMARY KEY,
  point_id     INTEGER NOT NULL REFERENCES service_point (id),
  made_by      INTEGER REFERENCES person (id),
  made_at      TEXT NOT NULL,
  number       INTEGER NOT NULL,
  -- The last day on which they are valid.
  valid_on     TEXT NOT NULL,
  revoked_at   TEXT
) STRICT;
CREATE INDEX visit_batch_by_point ON visit_batch (point_id, id);

-- No person, no rating, no moment of use: nothing leads from a code to the mark that was given with it.
CREATE TABLE visit_code (
  -- HMAC of the code.
  hash         TEXT PRIMARY KEY NOT NULL,
  point_id     INTEGER NOT NULL REFERENCES service_point (id),
  -- 'unused', 'used' or 'revoked'.
  state        TEXT NOT NULL,
  -- NULL for a code of a screen, and from its use on.
  batch_id     INTEGER REFERENCES visit_batch (id),
  -- NULL from its use on.
  valid_until  TEXT,
  forget_on    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_code_by_point ON visit_code (point_id, valid_until) WHERE state = 'unused';
CREATE INDEX visit_code_by_batch ON visit_code (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX visit_code_to_forget ON visit_code (forget_on);

-- What became of the codes of a point, counted by the acts themselves.
CREATE TABLE visit_day (
  point_id    INTEGER NOT NULL REFERENCES service_point (id),
  day         TEXT NOT NULL,
  service_id  INTEGER NOT NULL REFERENCES service (id),
  made        INTEGER NOT NULL,
  used        INTEGER NOT NULL,
  revoked     INTEGER NOT NULL,
  -- Codes that were brought and do not exist.
  wrong       INTEGER NOT NULL,
  PRIMARY KEY (point_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_day_by_service ON visit_day (service_id, day);

-- How many codes that do not exist somebody tried today: HMAC of the person with the key of the day.
CREATE TABLE visit_guess (
  guesser  TEXT PRIMARY KEY NOT NULL,
  day      TEXT NOT NULL,
  wrong    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_guess_by_day ON visit_guess (day);
