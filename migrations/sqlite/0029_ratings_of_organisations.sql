-- A mark belongs to the organisation that gave the service when it was given, also after the service moved to another one.

ALTER TABLE rating ADD COLUMN organisation_id INTEGER REFERENCES organisation (id);
UPDATE rating SET organisation_id = (SELECT service.organisation_id FROM service WHERE service.id = rating.service_id);

-- Services that moved, by the record: who gave them before, and until when.
CREATE TEMP TABLE moved_service AS
  SELECT event.id AS event_id, event.subject_id AS service_id, event.at, organisation.id AS organisation_id
  FROM event JOIN organisation ON organisation.key = json_extract(event.before, '$.org_key')
  WHERE event.subject = 'service' AND event.action IN ('changed', 'imported') AND event.before LIKE '%"org_key"%';
UPDATE rating SET organisation_id = COALESCE((
    SELECT moved_service.organisation_id FROM moved_service
    WHERE moved_service.service_id = rating.service_id AND moved_service.at > rating.given_at
    ORDER BY moved_service.event_id LIMIT 1), organisation_id)
WHERE service_id IN (SELECT service_id FROM moved_service);

-- The counts by service and day are told apart by organisation.
CREATE TABLE rating_day_of_organisation (
  day              TEXT NOT NULL,
  service_id       INTEGER NOT NULL REFERENCES service (id),
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  mark_1 INTEGER NOT NULL, mark_2 INTEGER NOT NULL, mark_3 INTEGER NOT NULL, mark_4 INTEGER NOT NULL, mark_5 INTEGER NOT NULL,
  quarantined INTEGER NOT NULL DEFAULT 0,
  left_out    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (service_id, day, organisation_id)
) STRICT, WITHOUT ROWID;
INSERT INTO rating_day_of_organisation
  SELECT rating_day.day, rating_day.service_id, service.organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5,
    quarantined, left_out
  FROM rating_day JOIN service ON service.id = rating_day.service_id
  WHERE rating_day.service_id NOT IN (SELECT service_id FROM moved_service);
INSERT INTO rating_day_of_organisation
  SELECT day, service_id, organisation_id,
    SUM(mark = 1 AND standing IN ('counted', 'accepted')), SUM(mark = 2 AND standing IN ('counted', 'accepted')),
    SUM(mark = 3 AND standing IN ('counted', 'accepted')), SUM(mark = 4 AND standing IN ('counted', 'accepted')),
    SUM(mark = 5 AND standing IN ('counted', 'accepted')), SUM(standing = 'held'), SUM(standing = 'left_out')
  FROM rating WHERE service_id IN (SELECT service_id FROM moved_service)
  GROUP BY day, service_id, organisation_id;
DROP TABLE rating_day;
ALTER TABLE rating_day_of_organisation RENAME TO rating_day;

-- A mark that was changed on the day of the move was taken from the wrong organisation: months are the sums of days.
DELETE FROM rating_month WHERE EXISTS (SELECT 1 FROM moved_service);
INSERT INTO rating_month
  (month, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
  SELECT substr(day, 1, 7) || '-01', organisation_id, SUM(mark_1), SUM(mark_2), SUM(mark_3), SUM(mark_4), SUM(mark_5),
    SUM(quarantined), SUM(left_out)
  FROM rating_day WHERE EXISTS (SELECT 1 FROM moved_service)
  GROUP BY substr(day, 1, 7), organisation_id;
DROP TABLE moved_service;
