-- A mark belongs to the organisation that gave the service when it was given, also after the service moved to another one.

ALTER TABLE rating ADD COLUMN organisation_id BIGINT REFERENCES organisation (id);
UPDATE rating SET organisation_id = service.organisation_id FROM service WHERE service.id = rating.service_id;

-- Services that moved, by the record: who gave them before, and until when.
CREATE TEMP TABLE moved_service AS
  SELECT event.id AS event_id, event.subject_id AS service_id, event.at, organisation.id AS organisation_id
  FROM event JOIN organisation ON organisation.key = CAST(event.before AS jsonb) ->> 'org_key'
  WHERE event.subject = 'service' AND event.action IN ('changed', 'imported') AND event.before LIKE '%"org_key"%';
UPDATE rating SET organisation_id = COALESCE((
    SELECT moved_service.organisation_id FROM moved_service
    WHERE moved_service.service_id = rating.service_id AND moved_service.at > rating.given_at
    ORDER BY moved_service.event_id LIMIT 1), organisation_id)
WHERE service_id IN (SELECT service_id FROM moved_service);
ALTER TABLE rating ALTER COLUMN organisation_id SET NOT NULL;

-- The counts by service and day are told apart by organisation.
ALTER TABLE rating_day ADD COLUMN organisation_id BIGINT REFERENCES organisation (id);
UPDATE rating_day SET organisation_id = service.organisation_id FROM service WHERE service.id = rating_day.service_id;
ALTER TABLE rating_day DROP CONSTRAINT rating_day_pkey;
DELETE FROM rating_day WHERE service_id IN (SELECT service_id FROM moved_service);
INSERT INTO rating_day
  (day, service_id, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
  SELECT day, service_id, organisation_id,
    COUNT(*) FILTER (WHERE mark = 1 AND standing IN ('counted', 'accepted')),
    COUNT(*) FILTER (WHERE mark = 2 AND standing IN ('counted', 'accepted')),
    COUNT(*) FILTER (WHERE mark = 3 AND standing IN ('counted', 'accepted')),
    COUNT(*) FILTER (WHERE mark = 4 AND standing IN ('counted', 'accepted')),
    COUNT(*) FILTER (WHERE mark = 5 AND standing IN ('counted', 'accepted')),
    COUNT(*) FILTER (WHERE standing = 'held'), COUNT(*) FILTER (WHERE standing = 'left_out')
  FROM rating WHERE service_id IN (SELECT service_id FROM moved_service)
  GROUP BY day, service_id, organisation_id;
ALTER TABLE rating_day ALTER COLUMN organisation_id SET NOT NULL;
ALTER TABLE rating_day ADD PRIMARY KEY (service_id, day, organisation_id);

-- A mark that was changed on the day of the move was taken from the wrong organisation: months are the sums of days.
DELETE FROM rating_month WHERE EXISTS (SELECT 1 FROM moved_service);
INSERT INTO rating_month
  (month, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
  SELECT CAST(date_trunc('month', day) AS DATE), organisation_id, SUM(mark_1), SUM(mark_2), SUM(mark_3), SUM(mark_4),
    SUM(mark_5), SUM(quarantined), SUM(left_out)
  FROM rating_day WHERE EXISTS (SELECT 1 FROM moved_service)
  GROUP BY date_trunc('month', day), organisation_id;
DROP TABLE moved_service;
