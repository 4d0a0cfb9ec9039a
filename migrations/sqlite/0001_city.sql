-- Who there is: organisations, people and what they may do, services and their points.

CREATE TABLE organisation (
  id            INTEGER PRIMARY KEY,
  key           TEXT NOT NULL UNIQUE,
  parent_id     INTEGER REFERENCES organisation (id),
  kind          TEXT NOT NULL,
  name_uz_latn  TEXT NOT NULL,
  name_uz_cyrl  TEXT,
  name_ru       TEXT,
  name_en       TEXT,
  -- 'five' or 'six' working days.
  week          TEXT NOT NULL DEFAULT 'five',
  search        TEXT NOT NULL,
  active        INTEGER NOT NULL DEFAULT TRUE
) STRICT;

CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  -- NULL until an invitation is accepted.
  telegram_id  INTEGER UNIQUE,
  name         TEXT NOT NULL,
  position     TEXT,
  language     TEXT NOT NULL DEFAULT 'uz-Latn',
  -- When Telegram last said that this person cannot be written to, and why.
  unreachable_since TEXT,
  unreachable_why   TEXT,
  created_at   TEXT NOT NULL,
  active       INTEGER NOT NULL DEFAULT TRUE
) STRICT;

CREATE TABLE role_grant (
  id               INTEGER PRIMARY KEY,
  person_id        INTEGER NOT NULL REFERENCES person (id),
  role             TEXT NOT NULL,
  -- The node of the tree where the right holds, and below it.
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  granted_at       TEXT NOT NULL,
  ended_at         TEXT,
  UNIQUE (person_id, role, organisation_id)
) STRICT;
CREATE INDEX role_grant_by_organisation ON role_grant (organisation_id, role) WHERE ended_at IS NULL;

CREATE TABLE invitation (
  id               INTEGER PRIMARY KEY,
  -- SHA-256 of the token: the link itself is shown once and never kept.
  token_hash       TEXT NOT NULL UNIQUE,
  person_id        INTEGER NOT NULL REFERENCES person (id),
  created_by       INTEGER REFERENCES person (id),
  created_at       TEXT NOT NULL,
  expires_at       TEXT NOT NULL,
  used_at          TEXT,
  revoked_at       TEXT
) STRICT;
CREATE INDEX invitation_by_person ON invitation (person_id, id);

CREATE TABLE service (
  id               INTEGER PRIMARY KEY,
  key              TEXT NOT NULL UNIQUE,
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  name_uz_latn     TEXT NOT NULL,
  name_uz_cyrl     TEXT,
  name_ru          TEXT,
  name_en          TEXT,
  -- The regulated term, as worded.
  term             TEXT,
  search           TEXT NOT NULL,
  active           INTEGER NOT NULL DEFAULT TRUE
) STRICT;
CREATE INDEX service_by_organisation ON service (organisation_id, id);

CREATE TABLE service_point (
  id          INTEGER PRIMARY KEY,
  service_id  INTEGER NOT NULL REFERENCES service (id),
  -- What stands in the link and the QR code: random, not guessable.
  code        TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  active      INTEGER NOT NULL DEFAULT TRUE
) STRICT;
CREATE INDEX service_point_by_service ON service_point (service_id, id);

CREATE TABLE calendar_day (
  day        TEXT NOT NULL,
  weeks      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  name       TEXT NOT NULL,
  certainty  TEXT NOT NULL,
  source     TEXT NOT NULL,
  PRIMARY KEY (day, weeks)
) STRICT;

CREATE TABLE setting (
  key         TEXT PRIMARY KEY NOT NULL,
  value       TEXT NOT NULL,
  changed_at  TEXT NOT NULL
) STRICT;
