-- What a user does to recorded runs: stars, deletes (restored or purged later). revision counts the changes of a run.

ALTER TABLE run ADD COLUMN starred BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE run ADD COLUMN deleted TIMESTAMP WITH TIME ZONE;
ALTER TABLE run ADD COLUMN revision BIGINT DEFAULT 0 NOT NULL;
