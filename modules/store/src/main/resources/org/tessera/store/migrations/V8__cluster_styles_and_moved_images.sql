-- clusters: how the user names, colours and orders the clusters of a run, as JSON; null: as they were found. revision of an
-- image set: the change that last said where its images are.
ALTER TABLE run ADD COLUMN clusters VARCHAR(100000);
ALTER TABLE image_set ADD COLUMN revision BIGINT DEFAULT 0 NOT NULL;
