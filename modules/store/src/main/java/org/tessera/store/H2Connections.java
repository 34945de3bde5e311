// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The connections of this process to an H2 file, shared with this user's other processes over loopback, every commit on disk.
 *
 * <p>Whoever gets a connection opens the file where no process serves it. Of several that do so at once, H2's own protocol
 * ({@code FileLock.lockFile}, 2.4.240) lets each wait until the lock file of the others is 2 s old, and then write it anew: with
 * eight processes that end one after the other that was half a minute of waiting. So they take turns.
 */
final class H2Connections implements DataSource, AutoCloseable {
    private static final int MOST = 64;
    private static final long PAUSE_MILLIS = 10;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_MIGRATE = Duration.ofMinutes(10);

    private final JdbcConnectionPool pool;
    private final Path lockFile;
    private final Path turnFile;
    private final Path migrationFile;
    private final ReentrantLock threads = new ReentrantLock();
    private volatile boolean leaving;

    /** @param name the file's path without its suffix */
    H2Connections(String name) {
        H2Process.prepare();
        pool = JdbcConnectionPool.create(
                "jdbc:h2:async:" + name + ";AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0",
                "sa",
                "");
        pool.setMaxConnections(MOST);
        lockFile = Path.of(name + ".lock.db");
        turnFile = Path.of(name + ".turn");
        migrationFile = Path.of(name + ".migration");
        H2Process.opened(this);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (leaving) {
            throw new SQLException("The program ends.", "90121", ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);
        }
        threads.lock();
        try {
            Turn turn = Turn.take(turnFile, TO_CONNECT);
            try {
                return pool.getConnection();
            } finally {
                turn.end();
            }
        } finally {
            threads.unlock();
        }
    }

    /** The turn to change the tables. */
    Turn migration() {
        return Turn.take(migrationFile, TO_MIGRATE);
    }

    /** The file by which H2 knows whether a process has the store open. */
    Path lockFile() {
        return lockFile;
    }

    /** Where others use the file, this process goes on serving it until it exits. */
    @Override
    public void close() {
        pool.dispose();
        if (!serves()) {
            H2Process.closed(this);
        }
        removeTurns();
    }

    /** Those who still take turns make the files again. */
    private void removeTurns() {
        remove(turnFile);
        remove(migrationFile);
    }

    /**
     * At the exit of the process: leaves the file to the others, if there are any, as at a kill.
     *
     * @param end of {@link System#nanoTime}: until then work that is running is waited for
     */
    void leave(long end) throws InterruptedException {
        leaving = true;
        pool.dispose();
        while (pool.getActiveConnections() > 0 && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
        if (serves()) {
            // others need not wait until it is old; the system's lock of the store itself lasts as long as this process
            remove(lockFile);
        }
        removeTurns();
    }

    /** Whether H2 holds the lock file in this process, which a thread does that is named after it. */
    private boolean serves() {
        String name;
        try {
            name = lockFile.toRealPath().toString().replace(File.separatorChar, '/');
        } catch (IOException e) {
            // nobody holds a file that is not there
            return false;
        }
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(thread -> thread.startsWith("H2 File Lock Watchdog") && thread.endsWith(name));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(H2Connections.class.getName())
                    .log(System.Logger.Level.DEBUG, "another process uses " + file, e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
