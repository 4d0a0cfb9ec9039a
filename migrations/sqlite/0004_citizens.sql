-- What citizens say: ratings, and the cases that low ones open. No name, no Telegram id.

CREATE TABLE rating (
  id          INTEGER PRIMARY KEY,
  service_id  INTEGER NOT NULL REFERENCES service (id),
  point_id    INTEGER REFERENCES service_point (id),
  -- HMAC of the Telegram id with the key of the year.
  voter       TEXT NOT NULL,
  day         TEXT NOT NULL,
  mark        INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 5),
  comment     TEXT,
  given_at    TEXT NOT NULL,
  changed_at  TEXT NOT NULL,
  UNIQUE (service_id, voter, day)
) STRICT;
CREATE INDEX rating_with_comment ON rating (given_at) WHERE comment IS NOT NULL;

-- Counts of each mark, kept by the transaction of the rating itself.
CREATE TABLE rating_day (
  day         TEXT NOT NULL,
  service_id  INTEGER NOT NULL REFERENCES service (id),
  mark_1 INTEGER NOT NULL, mark_2 INTEGER NOT NULL, mark_3 INTEGER NOT NULL, mark_4 INTEGER NOT NULL, mark_5 INTEGER NOT NULL,
  PRIMARY KEY (service_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_month (
  month            TEXT NOT NULL,
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  mark_1 INTEGER NOT NULL, mark_2 INTEGER NOT NULL, mark_3 INTEGER NOT NULL, mark_4 INTEGER NOT NULL, mark_5 INTEGER NOT NULL,
  PRIMARY KEY (month, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE citizen_case (
  id               INTEGER PRIMARY KEY,
  rating_id        INTEGER NOT NULL UNIQUE REFERENCES rating (id),
  service_id       INTEGER NOT NULL REFERENCES service (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  mark             INTEGER NOT NULL,
  opened_at        TEXT NOT NULL,
  due              TEXT NOT NULL,
  -- 'open', 'answered', or 'withdrawn' when the citizen raised the mark the same day.
  state            TEXT NOT NULL,
  answer           TEXT,
  answered_by      INTEGER REFERENCES person (id),
  answered_at      TEXT
) STRICT;
CREATE INDEX citizen_case_open ON citizen_case (due, id) WHERE state = 'open';
CREATE INDEX citizen_case_by_organisation ON citizen_case (organisation_id, id);
