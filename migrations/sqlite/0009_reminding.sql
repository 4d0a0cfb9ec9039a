-- How each plan reminds, who had which digest, and what people asked to hear of later.

-- As JSON; NULL: as usual.
ALTER TABLE plan ADD COLUMN reminding TEXT;

-- One message a person, day and slot: 'morning' or 'last_hours'.
CREATE TABLE digest (
  person_id  INTEGER NOT NULL REFERENCES person (id),
  day        TEXT NOT NULL,
  slot       TEXT NOT NULL,
  -- Whether it brought the list of all that falls due until the end of the next month.
  listed     INTEGER NOT NULL,
  outbox_id  INTEGER NOT NULL REFERENCES outbox (id),
  PRIMARY KEY (day, person_id, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_listed ON digest (person_id, day) WHERE listed;

CREATE TABLE snooze (
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id),
  person_id      INTEGER NOT NULL REFERENCES person (id),
  -- The first day on which the person hears of it again.
  until          TEXT NOT NULL,
  asked_at       TEXT NOT NULL,
  PRIMARY KEY (person_id, obligation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX snooze_by_obligation ON snooze (obligation_id);

-- Who wants to see how a reminder of what will look; a row goes when the message stands in the outbox.
CREATE TABLE reminder_trial (
  -- Never given twice: news name it.
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id      INTEGER NOT NULL REFERENCES person (id),
  obligation_id  INTEGER NOT NULL REFERENCES obligation (id)
) STRICT;
