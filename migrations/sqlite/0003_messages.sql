-- What is said: updates taken in, conversations, reminders, and messages on their way out.

CREATE TABLE seen_update (
  update_id  INTEGER PRIMARY KEY,
  seen_at    TEXT NOT NULL
) STRICT;
CREATE INDEX seen_update_by_age ON seen_update (seen_at);

-- Updates whose handling failed, kept whole for the administrator.
CREATE TABLE parked_update (
  update_id    INTEGER PRIMARY KEY,
  body         TEXT NOT NULL,
  error        TEXT NOT NULL,
  parked_at    TEXT NOT NULL,
  resolved_at  TEXT
) STRICT;

-- Where a conversation stands. The key is a keyed hash: a citizen cannot be found by it.
CREATE TABLE conversation (
  key         TEXT PRIMARY KEY NOT NULL,
  state       TEXT NOT NULL,
  changed_at  TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY,
  chat_id      INTEGER NOT NULL,
  person_id    INTEGER REFERENCES person (id),
  -- 'digest', 'decision', 'case', … : what it is about.
  purpose      TEXT NOT NULL,
  method       TEXT NOT NULL,
  body         TEXT NOT NULL,
  -- 0: a person waits for it; 1: news; 2: bulk.
  priority     INTEGER NOT NULL,
  -- What to do when it is not known whether Telegram took it: 'resend' or 'hold'.
  policy       TEXT NOT NULL,
  -- A second row with the same key is not written.
  dedupe       TEXT UNIQUE,
  -- 'queued', 'sending', 'sent', 'failed', 'unknown', 'dropped'.
  state        TEXT NOT NULL DEFAULT 'queued',
  attempts     INTEGER NOT NULL DEFAULT 0,
  -- Telegram may have taken it already: after one more try it is not sent again.
  unsure       INTEGER NOT NULL DEFAULT FALSE,
  not_before   TEXT NOT NULL,
  claimed_at   TEXT,
  finished_at  TEXT,
  message_id   INTEGER,
  error        TEXT,
  created_at   TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_queue ON outbox (priority, id) WHERE state = 'queued';
CREATE INDEX outbox_sending ON outbox (claimed_at) WHERE state = 'sending';
CREATE INDEX outbox_troubled ON outbox (id) WHERE state IN ('failed', 'unknown');
CREATE INDEX outbox_by_message ON outbox (chat_id, message_id);
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state IN ('sent', 'dropped');

CREATE TABLE reminder (
  id             INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  person_id      INTEGER NOT NULL REFERENCES person (id),
  stage          TEXT NOT NULL,
  due_version    INTEGER NOT NULL,
  day            TEXT NOT NULL,
  outbox_id      INTEGER NOT NULL REFERENCES outbox (id),
  UNIQUE (obligation_id, person_id, stage, due_version)
) STRICT;
CREATE INDEX reminder_by_outbox ON reminder (outbox_id, id);
CREATE INDEX reminder_by_day ON reminder (person_id, day);

-- What happened and still has to be told to somebody; a row goes when its messages stand in the outbox.
CREATE TABLE news (
  -- Never given twice, although rows go: messages are told apart by it.
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 'reported', 'accepted', 'returned', 'cancelled', 'case_opened', 'rule_confirmed' …
  kind        TEXT NOT NULL,
  subject_id  INTEGER NOT NULL,
  at          TEXT NOT NULL
) STRICT;

-- One holder at a time for work that must not be done twice at once.
CREATE TABLE lease (
  name    TEXT PRIMARY KEY NOT NULL,
  holder  TEXT NOT NULL,
  until   TEXT NOT NULL
) STRICT;
