-- The chain of events: each is held by the hash of its content and of the link before it, in the order in which they were kept.

CREATE TABLE event_link (
  -- From 1 on, without gaps.
  position  BIGINT PRIMARY KEY,
  event_id  BIGINT NOT NULL UNIQUE,
  -- SHA-256, in hexadecimal digits.
  hash      TEXT NOT NULL
);

CREATE FUNCTION refuse_to_change_the_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the chain of events is append-only'; END $$;
CREATE TRIGGER event_link_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event_link
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_chain();

-- The newest link: whoever adds to the chain holds this row until the end of the transaction.
CREATE TABLE event_head (
  id        BIGINT PRIMARY KEY CHECK (id = 1),
  position  BIGINT NOT NULL,
  hash      TEXT NOT NULL
);
INSERT INTO event_head (id, position, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What was recorded before there was a chain: the program links it when it starts, and empties this table.
CREATE TABLE event_unlinked (event_id BIGINT PRIMARY KEY);
INSERT INTO event_unlinked (event_id) SELECT id FROM event;

-- The record by person: who is offered to choose from, and what one of them did.
CREATE INDEX event_by_actor ON event (actor_id, id);
