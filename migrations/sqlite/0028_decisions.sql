-- Decisions about reports that can be taken back for a while. Nobody is told of them before that is over.

CREATE TABLE decision (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  -- 'accepted' or 'returned'
  kind        TEXT NOT NULL,
  at          TEXT NOT NULL,
  -- Until when the person can take it back.
  until       TEXT NOT NULL,
  undone_at   TEXT
) STRICT;
CREATE INDEX decision_by_end ON decision (until);

-- What became of each of its reports; and of those that were decided, how they stood before.
CREATE TABLE decision_part (
  decision_id     INTEGER NOT NULL REFERENCES decision (id),
  obligation_id   INTEGER NOT NULL,
  -- 'done', 'undone', or why not
  outcome         TEXT NOT NULL,
  -- The version of the state that the decision made,
  state_version   INTEGER,
  due_version     INTEGER,
  -- and the last thing that happened to it then: whatever is later was somebody else.
  event_id        INTEGER,
  -- The line of news that waits.
  news_id         INTEGER,
  submitted_at    TEXT,
  submitted_on    TEXT,
  decided_at      TEXT,
  -- The request for more time that the decision closed.
  extension_id    INTEGER,
  -- Whether the controllers had not yet been told of the report.
  untold          INTEGER NOT NULL DEFAULT FALSE,
  PRIMARY KEY (decision_id, obligation_id)
) STRICT;
CREATE INDEX decision_part_by_obligation ON decision_part (obligation_id);

-- Before this moment nobody is told.
ALTER TABLE news ADD COLUMN wait_until TEXT;

-- The report waits no more, but until this moment its messages do not say so.
ALTER TABLE report_message ADD COLUMN stale_from TEXT;
CREATE INDEX report_message_stale_from ON report_message (stale_from) WHERE stale_from IS NOT NULL;
