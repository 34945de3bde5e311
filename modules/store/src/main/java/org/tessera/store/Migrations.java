// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a store's tables to this version. Flyway is loaded only when there is something to do. */
final class Migrations {
    /** The newest version under {@code migrations}. */
    static final int NEWEST = 9;

    private Migrations() {}

    /** @throws StoreException if the store was made by a newer Tessera, or the migration fails (it then changes nothing) */
    static void apply(Database database, StoreLocation location) {
        int version = version(database);
        if (version > NEWEST) {
            throw new StoreException("The store " + location + " was made by a newer Tessera (schema " + version
                    + ", this program knows " + NEWEST + "); update Tessera or name another store.");
        }
        if (version < NEWEST) {
            Turn turn = database.migration();
            try {
                migrate(database, location);
            } finally {
                turn.end();
            }
        }
    }

    private static void migrate(Database database, StoreLocation location) {
        int version = version(database);
        if (version == NEWEST) {
            // by another process in the meantime
            return;
        }
        Optional<Path> backup = version > 0 ? database.backupBeforeMigration(Instant.now()) : Optional.empty();
        try {
            configured().dataSource(database.source()).connectRetries(5).load().migrate();
        } catch (FlywayException e) {
            throw failed(location, version, backup, e);
        }
    }

    private static StoreException failed(
            StoreLocation location, int version, Optional<Path> backup, FlywayException cause) {
        String what = version == 0
                ? "Cannot make the store " + location + "; check the disk's space, then remove what there is of it."
                : "Cannot bring the store " + location + " from version " + version + " to " + NEWEST
                        + "; check the disk's space, "
                        + backup.map(file -> "then unzip its backup " + file + " in its place.")
                                .orElse("then open it again: it is left as it was.");
        return new StoreException(what, cause);
    }

    /** Where the migrations are; without a database yet. */
    static FluentConfiguration configured() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations("classpath:org/tessera/store/migrations")
                .javaMigrations(new V5__Details())
                .failOnMissingLocations(true);
    }

    static int version(Database database) {
        return Patience.with(database, () -> versionNow(database));
    }

    private static int versionNow(Database database) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            boolean known;
            try (ResultSet tables = statement.executeQuery(
                    "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'flyway_schema_history'")) {
                known = tables.next() && tables.getInt(1) > 0;
            }
            if (!known) {
                return 0;
            }
            try (ResultSet newest = statement.executeQuery(
                    "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\" WHERE \"success\"")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new StoreException("Cannot read which version made the store; check that it is a Tessera store.", e);
        }
    }
}
