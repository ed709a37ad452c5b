-- An import arrives under a number that no reader sees, until one small last transaction; what it left when it was
-- killed is swept (core/store/importstage.h). What it brought can be taken back as a whole (core/store/importundo.h).
-- No two tables have rows of the same shape, so that rows are known without their tree (core/store/rowfinder.h).

-- Imports that are on their way. Samples arrive in a dataset of their own, which is no dataset of the project yet.
CREATE TABLE staged_imports(
    id INTEGER PRIMARY KEY,                 -- the import's id when it is done
    file TEXT NOT NULL,
    started_at TEXT NOT NULL,
    dataset_id INTEGER NOT NULL             -- 0 = none yet
) STRICT;

-- Rows that an import brought, as ranges of ids; 'part' = its records in `imports`, itself and another one of the same
-- file, 'undone' = it was taken back.
CREATE TABLE import_rows(
    import_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('sample', 'packed', 'text', 'score_set', 'part', 'undone')),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY(import_id, kind, first)
) STRICT, WITHOUT ROWID;

-- What was there before an import replaced it, as JSON: a sample by its id, what a judge had said (id 0).
CREATE TABLE replaced(
    kind TEXT NOT NULL CHECK(kind IN ('sample', 'judgements')),
    import_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(kind, import_id, id)
) STRICT, WITHOUT ROWID;

-- Names that datasets and models had before, and others that files call them.
CREATE TABLE aliases(
    kind TEXT NOT NULL CHECK(kind IN ('dataset', 'model')),
    name TEXT NOT NULL,
    id INTEGER NOT NULL,                    -- of the dataset or model
    PRIMARY KEY(kind, name)
) STRICT, WITHOUT ROWID;

-- What was set for the project (dataset 0) or a dataset; what is as usual has no row (core/store/settingsstore.h).
CREATE TABLE settings(
    name TEXT NOT NULL,
    dataset_id INTEGER NOT NULL DEFAULT 0,
    value TEXT NOT NULL,
    PRIMARY KEY(name, dataset_id)
) STRICT, WITHOUT ROWID;
INSERT INTO settings(name, value) SELECT key, value FROM meta WHERE key = 'policy' AND value <> 'reviewed';
DELETE FROM meta WHERE key = 'policy';
