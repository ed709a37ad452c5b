-- What a judge said of a sample, the sound ones too (what it found wrong stands as flags): a gold answer that a
-- judge verified makes a sample that nobody solves a frontier sample.
CREATE TABLE judgements(
    judge TEXT NOT NULL,
    sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
    sound INTEGER NOT NULL CHECK(sound IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY(sample_id, judge)
) STRICT, WITHOUT ROWID;
