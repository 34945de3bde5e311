-- How much a run is like repetitions of itself: the adjusted Rand index of each. how: seeds or bootstrap.
CREATE TABLE run_repetition (
    run_id BIGINT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    how VARCHAR(20) NOT NULL,
    ordinal INTEGER NOT NULL,
    seed BIGINT NOT NULL,
    adjusted_rand DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run_id, how, ordinal)
);
