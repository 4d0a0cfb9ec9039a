-- What becomes of a scan, counted by the act itself: how often the question was opened, how many ratings have words with
-- them, how many were answered. Nobody is named, as in rating_day beside it.
CREATE TABLE response_day (
  day         TEXT NOT NULL,
  service_id  INTEGER NOT NULL REFERENCES service (id),
  opened      INTEGER NOT NULL,
  commented   INTEGER NOT NULL,
  answered    INTEGER NOT NULL,
  PRIMARY KEY (service_id, day)
) STRICT, WITHOUT ROWID;

-- Published results, frozen: a correction is another version beside the first.
CREATE TABLE publication (
  id            INTEGER PRIMARY KEY,
  -- '2026-Q3', '2026-H1' or '2026'.
  period        TEXT NOT NULL,
  version       INTEGER NOT NULL,
  published_at  TEXT NOT NULL,
  published_by  INTEGER NOT NULL REFERENCES person (id),
  -- Why it replaces the version before it.
  reason        TEXT,
  -- The SHA-256 of the document's bytes, in small hexadecimal letters.
  sha256        TEXT NOT NULL,
  -- The open data, byte for byte as they are given out.
  document      TEXT NOT NULL,
  UNIQUE (period, version)
) STRICT;

CREATE TRIGGER publication_is_never_changed BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'publications are frozen'); END;
CREATE TRIGGER publication_is_never_deleted BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'publications are frozen'); END;
