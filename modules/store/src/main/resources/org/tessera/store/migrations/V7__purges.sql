-- purges: counts the runs that were removed for good, so that one who knows all runs need not ask which are still there.
ALTER TABLE store_state ADD COLUMN purges BIGINT DEFAULT 0 NOT NULL;
