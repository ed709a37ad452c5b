-- Which run of its detector raised a flag, and which no longer did: "new" and "resolved" open their samples.
-- NULL where that was not kept yet, or where the flag stands.
ALTER TABLE flags ADD COLUMN raised_run INTEGER;
ALTER TABLE flags ADD COLUMN resolved_run INTEGER;
