-- One row for each month and organisation, a column for each class: a board reads a fifth of the rows, and groups nothing.
CREATE TABLE obligation_month_of_classes (
  month             TEXT NOT NULL,
  organisation_id   INTEGER NOT NULL REFERENCES organisation (id),
  open              INTEGER NOT NULL,
  reported_on_time  INTEGER NOT NULL,
  reported_late     INTEGER NOT NULL,
  accepted_on_time  INTEGER NOT NULL,
  accepted_late     INTEGER NOT NULL,
  not_applicable    INTEGER NOT NULL,
  PRIMARY KEY (month, organisation_id)
) STRICT, WITHOUT ROWID;
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

-- The sums of rating_day by week, each with the Monday on which it begins: a span of months is read by its weeks.
CREATE TABLE rating_week (
  week         TEXT NOT NULL,
  service_id   INTEGER NOT NULL REFERENCES service (id),
  mark_1 INTEGER NOT NULL, mark_2 INTEGER NOT NULL, mark_3 INTEGER NOT NULL, mark_4 INTEGER NOT NULL, mark_5 INTEGER NOT NULL,
  quarantined  INTEGER NOT NULL,
  left_out     INTEGER NOT NULL,
  PRIMARY KEY (week, service_id)
) STRICT, WITHOUT ROWID;
INSERT INTO rating_week
  SELECT date(day, 'weekday 0', '-6 days'), service_id, SUM(mark_1), SUM(mark_2), SUM(mark_3), SUM(mark_4), SUM(mark_5),
    SUM(quarantined), SUM(left_out)
  FROM rating_day GROUP BY service_id, date(day, 'weekday 0', '-6 days');
