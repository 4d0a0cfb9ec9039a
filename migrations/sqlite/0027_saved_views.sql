-- Lists that a person keeps at hand: a page, its filters, and a name.

CREATE TABLE saved_view (
  id         INTEGER PRIMARY KEY,
  person_id  INTEGER NOT NULL REFERENCES person (id),
  name       TEXT NOT NULL,
  -- The address of the list, such as '/obligations',
  path       TEXT NOT NULL,
  -- and what it is narrowed to, such as 'standing=overdue'; empty for the whole list.
  query      TEXT NOT NULL,
  saved_at   TEXT NOT NULL,
  UNIQUE (person_id, path, name)
) STRICT;
