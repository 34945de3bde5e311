// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A database of a PostgreSQL server, shared by a team; user and password are in the URL or in {@code ~/.pgpass}. */
final class PostgresDatabase implements Database {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final long CONNECT_MILLIS = 15_000;
    private static final int MOST_CONNECTIONS = 6;

    private final StoreLocation.Server location;
    private final HikariDataSource pool;

    private PostgresDatabase(StoreLocation.Server location, HikariDataSource pool) {
        this.location = location;
        this.pool = pool;
    }

    /** @throws StoreException if the URL is of another database, or the server does not answer or refuses */
    static PostgresDatabase open(StoreLocation.Server location) {
        if (!location.url().startsWith(PREFIX)) {
            throw new StoreException("The store " + location
                    + " is on a server that Tessera does not know; name a file, or a URL that begins with " + PREFIX
                    + "//.");
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("Tessera store");
        // the class loader of the platform does not find drivers by itself
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(location.url());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("ApplicationName", "Tessera");
        config.addDataSourceProperty("loginTimeout", "10");
        try {
            return new PostgresDatabase(location, new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreException(
                    "Cannot open the store " + location + " (" + reason(e)
                            + "); check the address, the database's name, the user and the password.",
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return message == null
                ? last.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public boolean passes(SQLException e) {
        // class 08: the connection broke; 57P0x: the server is restarting
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    @Override
    public long bytes() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)"
                                + " FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace")) {
            return size.next() ? size.getLong(1) : 0;
        } catch (SQLException e) {
            throw new StoreException("Cannot read the size of the store " + location + ".", e);
        }
    }

    @Override
    public Path backup(Instant now) {
        throw elsewhere("backed up");
    }

    @Override
    public void backup(Path target) {
        throw elsewhere("backed up");
    }

    private StoreException elsewhere(String what) {
        return new StoreException("The store " + location + " is on a server; it is " + what
                + " there, with the tools of PostgreSQL (pg_dump, VACUUM). To keep runs in a file, bundle them.");
    }

    @Override
    public List<Path> backups() {
        return List.of();
    }

    @Override
    public Turn migration() {
        // Flyway locks its table there
        return Turn.free();
    }

    @Override
    public Optional<Path> backupBeforeMigration(Instant now) {
        // PostgreSQL changes tables within a transaction: a migration that fails has changed nothing
        return Optional.empty();
    }

    @Override
    public void compact() {
        throw elsewhere("compacted");
    }

    @Override
    public void close() {
        pool.close();
    }
}
