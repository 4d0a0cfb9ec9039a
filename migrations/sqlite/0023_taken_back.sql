-- When the organisation took this report back; it counts no more.
ALTER TABLE answer ADD COLUMN taken_back_at TEXT;

-- A message that told a controller of a request for more time is changed like one of a report. Its state_version is -1: no report
-- has that version.
ALTER TABLE report_message ADD COLUMN extension_id INTEGER REFERENCES extension (id);
CREATE INDEX report_message_by_extension ON report_message (extension_id) WHERE extension_id IS NOT NULL;

-- A controller who does not want the brief of the morning.
ALTER TABLE person ADD COLUMN without_brief INTEGER NOT NULL DEFAULT FALSE;
