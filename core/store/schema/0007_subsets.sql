-- Subsets say what they were chosen from and how, their samples why they were and what they weigh. Nothing wrote into
-- the tables of before.
DROP TABLE subset_samples;
DROP TABLE subsets;

CREATE TABLE subsets(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    budget INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    parents TEXT NOT NULL DEFAULT '[]',     -- JSON: names of subsets
    source_hash BLOB NOT NULL DEFAULT x'',  -- SHA-256 of what it was chosen from
    request TEXT NOT NULL DEFAULT '{}',     -- JSON: how it was asked for
    report TEXT NOT NULL DEFAULT '{}',      -- JSON: what was measured then
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE subset_samples(
    subset_id INTEGER NOT NULL REFERENCES subsets(id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,                  -- the best first
    sample_id INTEGER NOT NULL REFERENCES samples(id),
    weight REAL NOT NULL,
    why TEXT NOT NULL,                      -- JSON: an array of one sentence
    PRIMARY KEY(subset_id, rank)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX subset_samples_sample ON subset_samples(sample_id, subset_id);
