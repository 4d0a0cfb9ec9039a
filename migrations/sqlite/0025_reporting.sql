-- Reports for leaders, frozen: whoever wants other figures makes another one.
CREATE TABLE made_report (
  id               INTEGER PRIMARY KEY,
  -- '2026-11-23': the sheet of a day; '2026-11': a month; '2026': a year.
  period           TEXT NOT NULL,
  -- About this organisation and all below it.
  organisation_id  INTEGER NOT NULL REFERENCES organisation (id),
  made_at          TEXT NOT NULL,
  made_by          INTEGER NOT NULL REFERENCES person (id),
  -- The number of the latest event that is in the figures.
  position         INTEGER NOT NULL,
  -- The SHA-256 of the document's bytes, in small hexadecimal letters.
  sha256           TEXT NOT NULL,
  -- The figures and names as JSON, in no language: every page and file is drawn from it.
  document         TEXT NOT NULL
) STRICT;
CREATE INDEX made_report_by_organisation ON made_report (organisation_id, id);

CREATE TRIGGER made_report_is_never_changed BEFORE UPDATE ON made_report
BEGIN SELECT RAISE(ABORT, 'reports are frozen'); END;
CREATE TRIGGER made_report_is_never_deleted BEFORE DELETE ON made_report
BEGIN SELECT RAISE(ABORT, 'reports are frozen'); END;
