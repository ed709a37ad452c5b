-- Responses become packed columns: one row a run, score set, attempt, rotation and block of 1024 sample ids.
-- `responsemigration.cpp` packs the rows of the tables that end in _before_5 and drops them.
ALTER TABLE responses RENAME TO responses_before_5;
ALTER TABLE response_details RENAME TO details_before_5;

-- Also without the question, and without question and image.
ALTER TABLE runs RENAME TO runs_before_5;
CREATE TABLE runs(
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES models(id),
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    condition TEXT NOT NULL CHECK(condition IN
        ('standard', 'blind', 'circular', 'open_ended', 'choices_only', 'no_question', 'no_info')),
    setting TEXT NOT NULL DEFAULT '',
    source_path TEXT NOT NULL DEFAULT '',
    source_hash BLOB NOT NULL DEFAULT x'',
    created_at TEXT NOT NULL,
    UNIQUE(dataset_id, model_id, condition, setting)
) STRICT;
INSERT INTO runs SELECT id, model_id, dataset_id, condition, setting, source_path, source_hash, created_at
    FROM runs_before_5;

-- The responses of a run as one import or one re-scoring left them. Older sets stay, to be compared with.
CREATE TABLE score_sets(
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
    parent INTEGER,                         -- the set it was made from
    scorer TEXT NOT NULL DEFAULT '',        -- '' = as the import read them
    created_at TEXT NOT NULL,
    current INTEGER NOT NULL CHECK(current IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX score_sets_current ON score_sets(run_id) WHERE current = 1;
CREATE INDEX score_sets_run ON score_sets(run_id);

-- Columns of a block, as core/store/responseblock.h packs them. Written once, never changed.
-- `size` (in bytes, here and below) makes the rows of a page that lost its tree unlike those of any other table.
CREATE TABLE packed(
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- With a row id, so that a lost page comes back from the indexes.
CREATE TABLE response_blocks(
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
    score_set INTEGER NOT NULL REFERENCES score_sets(id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    shift INTEGER NOT NULL,
    block INTEGER NOT NULL,                 -- sample id / 1024
    entries INTEGER NOT NULL,               -- responses in it
    missing INTEGER NOT NULL,               -- of them without a score
    replies INTEGER NOT NULL,               -- of them with a text
    probable INTEGER NOT NULL,              -- of them with probabilities
    scores INTEGER NOT NULL REFERENCES packed(id),
    details INTEGER REFERENCES packed(id),  -- texts, tokens, seconds, cost, probabilities; shared by score sets
    UNIQUE(run_id, score_set, attempt, shift, block)
) STRICT;
CREATE INDEX response_blocks_scores ON response_blocks(scores);
CREATE INDEX response_blocks_details ON response_blocks(details) WHERE details IS NOT NULL;

-- What models said; equal short texts of one import are one row.
CREATE TABLE response_texts(
    id INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
