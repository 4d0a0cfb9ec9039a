-- News are not sent from this moment on, until their hearer works again.
ALTER TABLE outbox ADD COLUMN quiet_from TEXT;
CREATE INDEX outbox_quiet ON outbox (quiet_from) WHERE state = 'queued' AND quiet_from IS NOT NULL;
-- The message of a brief: when it expires unsent, the brief was never told.
ALTER TABLE brief ADD COLUMN outbox_id INTEGER;
CREATE INDEX brief_by_outbox ON brief (outbox_id);
CREATE INDEX escalation_step_by_outbox ON escalation_step (outbox_id);

-- Since when the rule of its measure does not ask for it: when it does again, it is open again.
ALTER TABLE obligation ADD COLUMN dropped_at TEXT;
UPDATE obligation SET dropped_at = decided_at
WHERE state = 'cancelled' AND EXISTS (
  SELECT 1 FROM event
  WHERE event.subject = 'obligation' AND event.subject_id = obligation.id AND event.action = 'rule_dropped');
