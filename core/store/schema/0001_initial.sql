-- Winnow project file, schema 1. How to change it: core/store/README.md.

CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE datasets(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    source_path TEXT NOT NULL DEFAULT '',
    source_hash BLOB NOT NULL DEFAULT x'',
    format TEXT NOT NULL DEFAULT '',
    generated INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE samples(
    id INTEGER PRIMARY KEY,
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    source_index TEXT NOT NULL,
    position INTEGER NOT NULL,
    split TEXT NOT NULL DEFAULT '',
    capability TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    option_count INTEGER NOT NULL DEFAULT 0,
    question TEXT NOT NULL,
    hint TEXT NOT NULL DEFAULT '',
    gold TEXT NOT NULL DEFAULT '',
    accepted TEXT NOT NULL DEFAULT '',      -- JSON list where several answers are accepted, else ''
    extra TEXT NOT NULL DEFAULT '',         -- JSON object of columns without a field here, else ''
    content_hash BLOB NOT NULL,
    UNIQUE(dataset_id, source_index)
) STRICT;
CREATE INDEX samples_facets ON samples(dataset_id, split, capability, category, option_count);

CREATE TABLE options(
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY(sample_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rotations(
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    shift INTEGER NOT NULL,
    source_index TEXT NOT NULL,
    permutation TEXT NOT NULL,
    gold TEXT NOT NULL,
    PRIMARY KEY(sample_id, shift)
) STRICT, WITHOUT ROWID;

CREATE TABLE images(
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    path TEXT NOT NULL DEFAULT '',          -- '' = the bytes are in the image store beside the project
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    format TEXT NOT NULL DEFAULT '',
    byte_size INTEGER NOT NULL DEFAULT 0,
    phash INTEGER,                          -- measured once, by the first audit that needs it
    quality TEXT                            -- JSON object of measures, likewise
) STRICT;

CREATE TABLE sample_images(
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    image_id INTEGER REFERENCES images(id), -- NULL = not to be had
    source TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'ok' CHECK(state IN ('ok', 'missing', 'unreadable', 'refused')),
    PRIMARY KEY(sample_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_images_image ON sample_images(image_id);

CREATE VIEW sample_search(rowid, question, options, gold) AS
    SELECT s.id, s.question || ' ' || s.hint,
        coalesce((SELECT group_concat(text, ' ') FROM (SELECT text FROM options o WHERE o.sample_id = s.id ORDER BY position)), ''),
        s.gold
    FROM samples s;
CREATE VIRTUAL TABLE samples_fts USING fts5(question, options, gold, content='sample_search',
    tokenize="unicode61 remove_diacritics 2");

CREATE TABLE models(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    family TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE runs(
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES models(id),
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    condition TEXT NOT NULL CHECK(condition IN ('standard', 'blind', 'circular', 'open_ended', 'choices_only')),
    setting TEXT NOT NULL DEFAULT '',
    source_path TEXT NOT NULL DEFAULT '',
    source_hash BLOB NOT NULL DEFAULT x'',
    created_at TEXT NOT NULL,
    UNIQUE(dataset_id, model_id, condition, setting)
) STRICT;

-- Narrow on purpose: audits scan it whole. What a person reads is in response_details.
CREATE TABLE responses(
    run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    shift INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    score REAL,                             -- NULL = missing
    answer TEXT NOT NULL DEFAULT '',        -- parsed; '' = none
    PRIMARY KEY(run_id, sample_id, shift, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE response_details(
    run_id INTEGER NOT NULL,
    sample_id INTEGER NOT NULL,
    shift INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    prompt_tokens INTEGER,
    output_tokens INTEGER,
    latency REAL,
    cost REAL,
    probabilities TEXT,                     -- JSON list in option order
    PRIMARY KEY(run_id, sample_id, shift, attempt),
    FOREIGN KEY(run_id, sample_id, shift, attempt)
        REFERENCES responses(run_id, sample_id, shift, attempt) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE detector_runs(
    id INTEGER PRIMARY KEY,
    detector TEXT NOT NULL,
    version INTEGER NOT NULL,
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    parameters TEXT NOT NULL DEFAULT '{}',
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK(status IN ('done', 'failed', 'cancelled', 'unmet')),
    message TEXT NOT NULL DEFAULT '',
    added INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    resolved INTEGER NOT NULL DEFAULT 0,
    summary TEXT NOT NULL DEFAULT '{}'      -- JSON: dataset-level findings
) STRICT;
CREATE INDEX detector_runs_latest ON detector_runs(detector, dataset_id, id);

CREATE TABLE flags(
    id INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    sample_id INTEGER NOT NULL REFERENCES samples(id),
    dataset_id INTEGER NOT NULL REFERENCES datasets(id),
    kind TEXT NOT NULL,
    detector TEXT NOT NULL,
    score REAL NOT NULL,
    evidence TEXT NOT NULL DEFAULT '{}',
    active INTEGER NOT NULL DEFAULT 1,
    -- Derived from the ledger; `check --repair` rebuilds it.
    state TEXT NOT NULL DEFAULT 'open' CHECK(state IN ('open', 'confirmed', 'overridden', 'unsure'))
) STRICT;
CREATE INDEX flags_sample ON flags(sample_id);
CREATE INDEX flags_kind ON flags(kind, active, score DESC);
CREATE INDEX flags_detector ON flags(detector, dataset_id);

-- The ledger.
CREATE TABLE decisions(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    annotator TEXT NOT NULL,
    sample_id INTEGER NOT NULL REFERENCES samples(id),
    sample_key TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '' CHECK(verdict IN ('', 'confirm', 'override', 'unsure')),
    action TEXT NOT NULL DEFAULT '' CHECK(action IN ('', 'keep', 'drop', 'fix', 'convert', 'circular')),
    new_gold TEXT NOT NULL DEFAULT '',
    new_question TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    seconds REAL NOT NULL DEFAULT 0,
    batch TEXT NOT NULL DEFAULT '',
    undoes INTEGER REFERENCES decisions(id),
    redoes INTEGER REFERENCES decisions(id),
    content_hash BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX decisions_sample ON decisions(sample_id, id);
CREATE UNIQUE INDEX decisions_undoes ON decisions(undoes) WHERE undoes IS NOT NULL;
CREATE UNIQUE INDEX decisions_redoes ON decisions(redoes) WHERE redoes IS NOT NULL;
CREATE INDEX decisions_annotator ON decisions(annotator, id);
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
    BEGIN SELECT raise(ABORT, 'the ledger is append-only: decisions are never changed'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
    BEGIN SELECT raise(ABORT, 'the ledger is append-only: decisions are never deleted'); END;

-- What stands after all undos.
CREATE VIEW effective_decisions AS
    SELECT * FROM decisions d
    WHERE d.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id);

-- Derived from the ledger: the latest action on each sample. `check --repair` rebuilds it.
CREATE TABLE sample_actions(
    sample_id INTEGER PRIMARY KEY REFERENCES samples(id) ON DELETE CASCADE,
    action TEXT NOT NULL,
    new_gold TEXT NOT NULL DEFAULT '',
    new_question TEXT NOT NULL DEFAULT '',
    decision_id INTEGER NOT NULL REFERENCES decisions(id)
) STRICT;

CREATE TABLE policies(
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE subsets(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    budget INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    parents TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE subset_samples(
    subset_id INTEGER NOT NULL REFERENCES subsets(id) ON DELETE CASCADE,
    sample_id INTEGER NOT NULL REFERENCES samples(id),
    rank INTEGER NOT NULL,
    PRIMARY KEY(subset_id, sample_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exports(
    id INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    path TEXT NOT NULL,
    policy TEXT NOT NULL,
    manifest TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE imports(
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    role TEXT NOT NULL CHECK(role IN ('samples', 'responses', 'judgements')),
    dataset_id INTEGER REFERENCES datasets(id),
    mapping TEXT NOT NULL DEFAULT '{}',
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL
) STRICT;
CREATE TABLE import_issues(
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    severity TEXT NOT NULL CHECK(severity IN ('rejected', 'warning', 'note')),
    file TEXT NOT NULL,
    line INTEGER NOT NULL DEFAULT 0,
    column_name TEXT NOT NULL DEFAULT '',
    found TEXT NOT NULL DEFAULT '',
    expected TEXT NOT NULL DEFAULT '',
    sample_key TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX import_issues_import ON import_issues(import_id, id);

CREATE TABLE field_mappings(
    header_fingerprint TEXT PRIMARY KEY,
    mapping TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
