-- details: parameters, scores, cluster sizes, explained variance, warnings and timings of a run as JSON, so that a run is
-- one row to write and to read. changes: counts every transaction that writes; its row makes them take turns, so that
-- revision, the change that wrote a run last, says what is new since a change that was seen.

CREATE TABLE store_state (
    id INTEGER NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL
);
INSERT INTO store_state (id, changes) VALUES (1, 1);

ALTER TABLE run ADD COLUMN details VARCHAR(1000000);
-- the runs it was made from
ALTER TABLE run ADD COLUMN parent_id BIGINT;
ALTER TABLE run ADD COLUMN applied_id BIGINT;
ALTER TABLE run ALTER COLUMN note SET DATA TYPE VARCHAR(100000);
UPDATE run SET revision = 1;
CREATE INDEX run_revision ON run (revision);
