-- One row for each month and organisation, a column for each class: a board reads a fifth of the rows, and groups nothing.
CREATE TABLE obligation_month_of_classes (
  month             DATE NOT NULL,
  organisation_id   BIGINT NOT NULL REFERENCES organisation (id),
  open              BIGINT NOT NULL,
  reported_on_time  BIGINT NOT NULL,
  reported_late     BIGINT NOT NULL,
  accepted_on_time  BIGINT NOT NULL,
  accepted_late     BIGINT NOT NULL,
  not_applicable    BIGINT NOT NULL,
  PRIMARY KEY (month, organisation_id)
);
INSERT INTO obligation_month_of_classes
  SELECT month, organisation_id,
    SUM(CASE class WHEN 'open' THEN n ELSE 0 END),
    SUM(CASE class WHEN 'reported_on_time' THEN n ELSE 0 END),
    SUM(CASE class WHEN 'reported_late' THEN n ELSE 0 END),
    SUM(CASE class WHEN 'accepted_on_time' THEN n ELSE 0 END),
    SUM(CASE class WHEN 'accepted_late' THEN n ELSE 0 END),
    SUM(CASE class WHEN 'not_applicable' THEN n ELSE 0 END)
  FROM obligation_month GROUP BY month, organisation_id;
DROP TABLE obligation_month;
ALTER TABLE obligation_month_of_classes RENAME TO obligation_month;
ALTER INDEX obligation_month_of_classes_pkey RENAME TO obligation_month_pkey;

-- The sums of rating_day by week, each with the Monday on which it begins: a span of months is read by its weeks.
CREATE TABLE rating_week (
  week         DATE NOT NULL,
  service_id   BIGINT NOT NULL REFERENCES service (id),
  mark_1 BIGINT NOT NULL, mark_2 BIGINT NOT NULL, mark_3 BIGINT NOT NULL, mark_4 BIGINT NOT NULL, mark_5 BIGINT NOT NULL,
  quarantined  BIGINT NOT NULL,
  left_out     BIGINT NOT NULL,
  PRIMARY KEY (week, service_id)
);
INSERT INTO rating_week
  SELECT CAST(date_trunc('week', day) AS DATE), service_id, SUM(mark_1), SUM(mark_2), SUM(mark_3), SUM(mark_4), SUM(mark_5),
    SUM(quarantined), SUM(left_out)
  FROM rating_day GROUP BY service_id, date_trunc('week', day);
