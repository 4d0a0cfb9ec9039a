-- A point is called by the languages of those who come there; its link can be taken back and replaced.
ALTER TABLE service_point ADD COLUMN name_uz_cyrl TEXT;
ALTER TABLE service_point ADD COLUMN name_ru TEXT;
ALTER TABLE service_point ADD COLUMN name_en TEXT;
-- Since when the link is not valid any more; NULL while it is.
ALTER TABLE service_point ADD COLUMN revoked_at TIMESTAMPTZ;

-- Links that others took the place of: they still hang on walls, so they are never given out again.
CREATE TABLE former_link (
  code         TEXT PRIMARY KEY NOT NULL,
  point_id     BIGINT NOT NULL REFERENCES service_point (id),
  replaced_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX former_link_by_point ON former_link (point_id);
