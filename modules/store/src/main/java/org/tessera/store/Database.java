// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The database that a store is in. Where one of its methods fails it throws {@link StoreException}. */
interface Database extends AutoCloseable {
    /** Opens the database of a location; {@code create}: whether a missing file is made. */
    static Database open(StoreLocation location, boolean create) {
        return location instanceof StoreLocation.File file
                ? H2Database.open(file.file(), create)
                : PostgresDatabase.open((StoreLocation.Server) location);
    }

    DataSource source();

    /** Whether an error may pass by itself, as when the process that served the file has just ended. */
    boolean passes(SQLException e);

    /** Bytes on disk. */
    long bytes();

    /** Makes a backup beside it, and removes all but the newest few there. */
    Path backup(Instant now);

    /** Writes a backup to a file. */
    void backup(Path target);

    /** Backups beside it, oldest first. */
    List<Path> backups();

    /** Waits until no other process changes the tables, where they do not take turns by themselves. */
    Turn migration();

    /** Backs up before a migration, where it can. */
    Optional<Path> backupBeforeMigration(Instant now);

    /** Gives back the space of what was changed and purged; closed afterwards. */
    void compact();

    @Override
    void close();
}
