// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a store's tables to this version. Flyway is loaded only when there is something to do. */
final class Migrations {
    /** The newest version under {@code migrations}. */
    static final int NEWEST = 6;

    private Migrations() {}

    /** @throws StoreException if the store was made by a newer Tessera, or the migration fails (it then changes nothing) */
    static void apply(Database database, StoreLocation location) {
        DataSource source = database.source();
        int version = version(source);
        if (version > NEWEST) {
            throw new StoreException("The store " + location + " was made by a newer Tessera (schema " + version
                    + ", this program knows " + NEWEST + "); update Tessera or name another store.");
        }
        if (version < NEWEST) {
            if (version > 0) {
                database.backupBeforeMigration(Instant.now());
            }
            try {
                configured().dataSource(source).connectRetries(5).load().migrate();
            } catch (FlywayException e) {
                throw new StoreException(
                        "Cannot bring the store " + location
                                + " to this version; it is left as it was. Restore a backup or name another store.",
                        e);
            }
        }
    }

    /** Where the migrations are; without a database yet. */
    static FluentConfiguration configured() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations("classpath:org/tessera/store/migrations")
                .javaMigrations(new V5__Details())
                .failOnMissingLocations(true);
    }

    static int version(DataSource source) {
        try (Connection connection = source.getConnection();
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
