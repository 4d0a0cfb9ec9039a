-- What citizens add to a mark: reasons that they tick, and marks for the criteria of the regulation of December 2025.
-- Service and day stand here once more, so that counts by service and span find their rows by one index.

CREATE TABLE rating_reason (
  rating_id   BIGINT NOT NULL REFERENCES rating (id),
  reason      TEXT NOT NULL,
  service_id  BIGINT NOT NULL REFERENCES service (id),
  day         DATE NOT NULL,
  PRIMARY KEY (rating_id, reason)
);
CREATE INDEX rating_reason_by_service ON rating_reason (service_id, day, reason);

CREATE TABLE rating_criterion (
  rating_id   BIGINT NOT NULL REFERENCES rating (id),
  criterion   TEXT NOT NULL,
  mark        BIGINT NOT NULL CHECK (mark BETWEEN 1 AND 5),
  service_id  BIGINT NOT NULL REFERENCES service (id),
  day         DATE NOT NULL,
  PRIMARY KEY (rating_id, criterion)
);
CREATE INDEX rating_criterion_by_service ON rating_criterion (service_id, day, criterion, mark);
