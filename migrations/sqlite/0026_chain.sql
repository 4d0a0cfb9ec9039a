-- The chain of events: each is held by the hash of its content and of the link before it, in the order in which they were kept.

CREATE TABLE event_link (
  -- From 1 on, without gaps.
  position  INTEGER PRIMARY KEY,
  event_id  INTEGER NOT NULL UNIQUE,
  -- SHA-256, in hexadecimal digits.
  hash      TEXT NOT NULL
) STRICT;

CREATE TRIGGER event_link_is_never_changed BEFORE UPDATE ON event_link
BEGIN SELECT RAISE(ABORT, 'the chain of events is append-only'); END;
CREATE TRIGGER event_link_is_never_deleted BEFORE DELETE ON event_link
BEGIN SELECT RAISE(ABORT, 'the chain of events is append-only'); END;

-- The newest link: whoever adds to the chain holds this row until the end of the transaction.
CREATE TABLE event_head (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  position  INTEGER NOT NULL,
  hash      TEXT NOT NULL
) STRICT;
INSERT INTO event_head (id, position, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What was recorded before there was a chain: the program links it when it starts, and empties this table.
CREATE TABLE event_unlinked (event_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO event_unlinked (event_id) SELECT id FROM event;

-- The record by person: who is offered to choose from, and what one of them did.
CREATE INDEX event_by_actor ON event (actor_id, id);
