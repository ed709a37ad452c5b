-- Decisions become events: one JSON line each, the same in the journal beside the project, in what `ledger` writes and
-- in what `merge` reads. `ledgermigration.cpp` turns the rows of ledger_before_4 into lines and drops that table.
DROP VIEW effective_decisions;
DROP TABLE sample_actions;
DROP TRIGGER decisions_no_update;
DROP TRIGGER decisions_no_delete;
DROP INDEX decisions_sample;
DROP INDEX decisions_undoes;
DROP INDEX decisions_redoes;
DROP INDEX decisions_annotator;
ALTER TABLE decisions RENAME TO ledger_before_4;

-- The ledger. `line` is the source, byte for byte; the other columns are read from it for queries. Samples are named
-- by key: an event may know a sample that this project does not have yet.
CREATE TABLE decisions(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    line BLOB NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    seat TEXT NOT NULL,
    number INTEGER NOT NULL,
    ord INTEGER NOT NULL,                   -- microseconds since the epoch; states follow (ord, uuid)
    at TEXT NOT NULL,
    annotator TEXT NOT NULL,
    dataset TEXT NOT NULL,
    sample_key TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '' CHECK(verdict IN ('', 'confirm', 'override', 'unsure')),
    action TEXT NOT NULL DEFAULT '' CHECK(action IN ('', 'keep', 'drop', 'fix', 'convert', 'circular')),
    new_gold TEXT NOT NULL DEFAULT '',
    new_question TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    seconds REAL NOT NULL DEFAULT 0,
    batch TEXT NOT NULL DEFAULT '',
    batch_size INTEGER NOT NULL DEFAULT 0,
    undoes TEXT NOT NULL DEFAULT '',
    redoes TEXT NOT NULL DEFAULT '',
    adjudicates INTEGER NOT NULL DEFAULT 0,
    content_hash BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX decisions_order ON decisions(ord, uuid);
CREATE INDEX decisions_sample ON decisions(sample_key);
CREATE INDEX decisions_annotator ON decisions(annotator, ord, uuid);
CREATE INDEX decisions_batch ON decisions(batch) WHERE batch <> '';
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
    BEGIN SELECT raise(ABORT, 'the ledger is append-only: decisions are never changed'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
    BEGIN SELECT raise(ABORT, 'the ledger is append-only: decisions are never deleted'); END;

-- All below is derived from the ledger; `check --repair` derives it again.

-- Events whose batch is whole and whose sample is here; live = a decision that nobody took back.
CREATE TABLE standing(
    decision_id INTEGER PRIMARY KEY REFERENCES decisions(id),
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    live INTEGER NOT NULL
) STRICT;
CREATE INDEX standing_sample ON standing(sample_id);
CREATE VIEW effective_decisions AS
    SELECT d.*, s.sample_id FROM standing s JOIN decisions d ON d.id = s.decision_id WHERE s.live = 1;

-- Events of samples that are not here.
CREATE TABLE waiting_decisions(
    decision_id INTEGER PRIMARY KEY REFERENCES decisions(id),
    sample_key TEXT NOT NULL
) STRICT;
CREATE INDEX waiting_decisions_sample ON waiting_decisions(sample_key);

-- Batches of which some events have not arrived.
CREATE TABLE incomplete_batches(
    batch TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Where each kind stands on a sample, whether a detector flags it now or later.
CREATE TABLE verdicts(
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK(state IN ('confirmed', 'overridden', 'unsure', 'disputed')),
    PRIMARY KEY(sample_id, kind)
) STRICT, WITHOUT ROWID;

-- The action that stands on a sample; 'disputed' = annotators want different ones.
CREATE TABLE sample_actions(
    sample_id INTEGER PRIMARY KEY REFERENCES samples(id) ON DELETE CASCADE,
    action TEXT NOT NULL CHECK(action IN ('keep', 'drop', 'fix', 'convert', 'circular', 'disputed')),
    new_gold TEXT NOT NULL DEFAULT '',
    new_question TEXT NOT NULL DEFAULT '',
    decision_id INTEGER NOT NULL REFERENCES decisions(id)
) STRICT;

CREATE TABLE flags_4(
    id INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    sample_id INTEGER NOT NULL REFERENCES samples(id),
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    kind TEXT NOT NULL,
    detector TEXT NOT NULL,
    score REAL NOT NULL,
    evidence TEXT NOT NULL DEFAULT '{}',
    active INTEGER NOT NULL DEFAULT 1,
    -- Derived from the ledger.
    state TEXT NOT NULL DEFAULT 'open' CHECK(state IN ('open', 'confirmed', 'overridden', 'unsure', 'disputed')),
    raised_run INTEGER,
    resolved_run INTEGER
) STRICT;
INSERT INTO flags_4 SELECT id, fingerprint, sample_id, dataset_id, kind, detector, score, evidence, active, state,
    raised_run, resolved_run FROM flags;
DROP TABLE flags;
ALTER TABLE flags_4 RENAME TO flags;
CREATE INDEX flags_sample ON flags(sample_id);
CREATE INDEX flags_kind ON flags(kind, active, score DESC);
CREATE INDEX flags_detector ON flags(detector, dataset_id);
