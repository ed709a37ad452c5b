-- What was set for the project (dataset 0) or a dataset; what is as usual has no row (core/store/settingsstore.h).
CREATE TABLE settings(
    dataset_id INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(dataset_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO settings(name, value) SELECT key, value FROM meta WHERE key = 'policy' AND value <> 'reviewed';
DELETE FROM meta WHERE key = 'policy';
