-- Answers whole: a proof that is required, versions of what was said, and the messages that it came from.

-- 'welcome' or 'required': without a proof "done" is no report.
ALTER TABLE measure ADD COLUMN evidence TEXT NOT NULL DEFAULT 'welcome';

-- What an answer said before it was changed. How it stands is in the answer itself.
CREATE TABLE answer_version (
  answer_id  INTEGER NOT NULL REFERENCES answer (id),
  version    INTEGER NOT NULL,
  text       TEXT,
  promised   TEXT,
  -- The moment of the change.
  until      TEXT NOT NULL,
  PRIMARY KEY (answer_id, version)
) STRICT;

-- What came for an answer, message by message: an edited message is found by its sender and number.
CREATE TABLE answer_part (
  id          INTEGER PRIMARY KEY,
  answer_id   INTEGER NOT NULL REFERENCES answer (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  -- Telegram's number of the message; NULL for what came by a button or from the panel.
  message_id  INTEGER,
  -- The words as they were typed; NULL for a file without words.
  text        TEXT,
  added_at    TEXT NOT NULL
) STRICT;
CREATE INDEX answer_part_by_answer ON answer_part (answer_id, id);
CREATE INDEX answer_part_by_message ON answer_part (person_id, message_id);

-- 'file', 'photo', 'link' or 'nis'. Links and numbers come from the words of a part and go with them.
ALTER TABLE evidence ADD COLUMN part_id INTEGER REFERENCES answer_part (id);
-- Telegram's name for the files that were sent together.
ALTER TABLE evidence ADD COLUMN album TEXT;
-- Telegram's name for the same bytes, whoever sends them and how often.
ALTER TABLE evidence ADD COLUMN same_file TEXT;
CREATE INDEX evidence_by_answer ON evidence (answer_id, id);

-- Which message told a controller of a report: it is changed with the report.
CREATE TABLE report_message (
  outbox_id      INTEGER PRIMARY KEY,
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  person_id      INTEGER NOT NULL REFERENCES person (id),
  state_version  INTEGER NOT NULL,
  -- The message in the outbox that changes it, while that still waits.
  change_id      INTEGER,
  -- Whether the report says more than the message.
  stale          INTEGER NOT NULL DEFAULT FALSE
) STRICT;
CREATE INDEX report_message_by_obligation ON report_message (obligation_id);
CREATE INDEX report_message_stale ON report_message (outbox_id) WHERE stale;
