-- Which page of its file an image is, of how many, and what a pixel measures on the sample (micrometres; null: not known).

ALTER TABLE image ADD COLUMN page INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE image ADD COLUMN pages INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE image ADD COLUMN pixel_width DOUBLE PRECISION;
ALTER TABLE image ADD COLUMN pixel_height DOUBLE PRECISION;
