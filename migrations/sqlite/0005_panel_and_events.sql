-- Who is in the panel, and the record of everything that was done.

CREATE TABLE web_session (
  token_hash  TEXT PRIMARY KEY NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  created_at  TEXT NOT NULL,
  seen_at     TEXT NOT NULL,
  expires_at  TEXT NOT NULL
) STRICT;
CREATE INDEX web_session_by_person ON web_session (person_id);

CREATE TABLE sign_in (
  token_hash    TEXT PRIMARY KEY NOT NULL,
  -- SHA-256 of the cookie of the browser that asked: only that browser can finish.
  browser_hash  TEXT NOT NULL,
  -- The two-digit number shown in both places.
  code          INTEGER NOT NULL,
  -- 'asked', 'approved', 'refused' or 'used'.
  state         TEXT NOT NULL,
  person_id     INTEGER REFERENCES person (id),
  created_at    TEXT NOT NULL,
  expires_at    TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  id               INTEGER PRIMARY KEY,
  at               TEXT NOT NULL,
  -- NULL: the system, or a citizen.
  actor_id         INTEGER REFERENCES person (id),
  action           TEXT NOT NULL,
  subject          TEXT NOT NULL,
  subject_id       INTEGER,
  organisation_id  INTEGER REFERENCES organisation (id),
  before           TEXT,
  after            TEXT,
  reason           TEXT
) STRICT;
CREATE INDEX event_by_subject ON event (subject, subject_id, id);
CREATE INDEX event_by_organisation ON event (organisation_id, id);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
