-- Why a message did not arrive, in a word; what must go before it; until when it is of use; what was sent in its place.
ALTER TABLE outbox ADD COLUMN cause TEXT;
-- The message of whose words this one goes on: it is sent after it.
ALTER TABLE outbox ADD COLUMN after_id INTEGER;
-- The message by which the same words went out without formatting.
ALTER TABLE outbox ADD COLUMN plain_id INTEGER;
ALTER TABLE outbox ADD COLUMN useful_until TEXT;
-- When not_before was set: a moment ahead of the clock tells that the clock was set back.
ALTER TABLE outbox ADD COLUMN queued_at TEXT;
CREATE INDEX outbox_by_person ON outbox (person_id, id);
CREATE INDEX digest_by_outbox ON digest (outbox_id);
CREATE INDEX outbox_expiring ON outbox (useful_until) WHERE state = 'queued' AND useful_until IS NOT NULL;

-- An administrator wants the update to be tried again.
ALTER TABLE parked_update ADD COLUMN again_at TEXT;
CREATE INDEX parked_update_waiting ON parked_update (parked_at) WHERE resolved_at IS NULL;
CREATE INDEX parked_update_again ON parked_update (again_at) WHERE again_at IS NOT NULL;

-- The day that control granted: it stays when the calendar or the rule changes.
ALTER TABLE obligation ADD COLUMN extended_due TEXT;

-- Due days that were changed together, until those concerned were told.
CREATE TABLE due_batch (
  id      INTEGER PRIMARY KEY,
  -- 'calendar' or 'rule'.
  kind    TEXT NOT NULL,
  -- The names of the days; nothing for a rule.
  reason  TEXT NOT NULL,
  at      TEXT NOT NULL
) STRICT;

CREATE TABLE due_change (
  batch_id       INTEGER NOT NULL REFERENCES due_batch (id),
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  before         TEXT NOT NULL,
  -- NULL: it is not asked for any more.
  after          TEXT,
  PRIMARY KEY (batch_id, obligation_id)
) STRICT, WITHOUT ROWID;
