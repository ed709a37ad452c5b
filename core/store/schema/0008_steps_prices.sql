-- Samples that are steps of others, and what models cost.

-- `size` (bytes of both texts) makes the rows of a page that lost its tree unlike those of any other table.
CREATE TABLE sample_steps(
    sample_id INTEGER PRIMARY KEY REFERENCES samples(id) ON DELETE CASCADE,
    parent TEXT NOT NULL,                   -- source index in the same dataset; it need not be there
    size INTEGER NOT NULL,
    step TEXT NOT NULL
) STRICT;

-- US dollars: a million prompt tokens, a million output tokens, an image, an hour of the machine; NULL = not set.
CREATE TABLE model_prices(
    model_id INTEGER PRIMARY KEY REFERENCES models(id) ON DELETE CASCADE,
    input REAL,
    output REAL,
    image REAL,
    gpu_hour REAL,
    as_of TEXT NOT NULL,                    -- ISO date
    note TEXT NOT NULL DEFAULT ''           -- where it is from
) STRICT;
