// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/** The H2 file of a store: private to its user, shared by this user's processes over loopback, every commit on disk. */
final class H2Database implements Database {
    private static final byte[] HEADER = "H:2,".getBytes(StandardCharsets.US_ASCII);
    private static final Set<Integer> PASSING = Set.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            // another process is making its lock file
            ErrorCode.ERROR_OPENING_DATABASE_1,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            // another process is about to compact it
            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
            ErrorCode.OBJECT_CLOSED);
    private static final int ATTEMPTS = 150;
    private static final long PAUSE_MILLIS = 100;

    private final Path file;
    private final H2Connections connections;

    private H2Database(Path file, H2Connections connections) {
        this.file = file;
        this.connections = connections;
    }

    /**
     * @param create whether a missing file is made
     * @throws StoreException if it is missing, no store, damaged, or cannot be read or written
     */
    static H2Database open(Path file, boolean create) {
        prepare(file, create);
        String text = file.toString();
        H2Connections connections = new H2Connections(text.substring(0, text.length() - StoreLocation.SUFFIX.length()));
        try {
            connect(connections, file);
            makePrivate(connections.lockFile());
            return new H2Database(file, connections);
        } catch (StoreException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public DataSource source() {
        return connections;
    }

    @Override
    public boolean passes(SQLException e) {
        return mayPass(e);
    }

    @Override
    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new StoreException("Cannot read the size of the store " + file + ".", e);
        }
    }

    @Override
    public Path backup(Instant now) {
        return Backups.make(connections, file, now);
    }

    @Override
    public void backup(Path target) {
        Backups.make(connections, target);
    }

    @Override
    public List<Path> backups() {
        return Backups.of(file);
    }

    @Override
    public Turn migration() {
        return connections.migration();
    }

    @Override
    public Optional<Path> backupBeforeMigration(Instant now) {
        return Optional.of(backup(now));
    }

    @Override
    public void close() {
        connections.close();
    }

    private static boolean mayPass(SQLException e) {
        return PASSING.contains(e.getErrorCode());
    }

    private static void connect(H2Connections connections, Path file) {
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Connection connection = connections.getConnection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
                if (!mayPass(e)) {
                    break;
                }
                pause();
            }
        }
        throw problem(file, last);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void compact() {
        try {
            // not closed where it is compacted: nothing is left of it then
            Connection connection = connections.getConnection();
            Statement statement = connection.createStatement();
            // nobody else connects from here on
            statement.execute("SET EXCLUSIVE 1");
            if (others(statement) > 0) {
                statement.execute("SET EXCLUSIVE 0");
                connection.close();
                throw new StoreException("Another program uses the store " + file + "; close it, then compact.");
            }
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw new StoreException(
                    "Cannot compact the store " + file + "; check the disk's space. Nothing in it is lost.", e);
        }
        close();
    }

    private static long others(Statement statement) throws SQLException {
        try (ResultSet sessions = statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.sessions WHERE session_id <> SESSION_ID()")) {
            return sessions.next() ? sessions.getLong(1) : 0;
        }
    }

    private static StoreException problem(Path file, @org.jspecify.annotations.Nullable SQLException e) {
        int code = e == null ? 0 : e.getErrorCode();
        return switch (code) {
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.UNSUPPORTED_SETTING_COMBINATION ->
                new StoreException(
                        "The store " + file + " is damaged or was made by another version; it is left as it is. "
                                + Backups.newest(file)
                                        .map(backup -> "The newest backup is " + backup
                                                + ": unzip it and name the file in it.")
                                        .orElse("Restore a backup or name another store."),
                        e == null ? new SQLException() : e);
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new StoreException(
                        "The store " + file + " is in use by a program that does not share it; close that program.",
                        e == null ? new SQLException() : e);
            default ->
                new StoreException(
                        "Cannot open the store " + file + "; check that it and its folder may be read and written.",
                        e == null ? new SQLException() : e);
        };
    }

    private static void prepare(Path file, boolean create) {
        if (file.toString().contains(";")) {
            throw new StoreException(
                    "The path " + file + " has a semicolon, which a store cannot have; choose another.");
        }
        if (Files.isDirectory(file)) {
            throw new StoreException(file + " is a folder, not a store; name a file in it.");
        }
        try {
            if (Files.exists(file)) {
                checkHeader(file);
            } else if (create) {
                makeFile(file);
            } else {
                throw new StoreException("There is no store at " + file + "; check the path, or record a run first.");
            }
        } catch (IOException e) {
            throw new StoreException(
                    "Cannot make or read the store " + file + "; check the folder and its permissions.", e);
        }
    }

    private static void checkHeader(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            throw new StoreException("The store " + file + " may not be written; check its permissions.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(HEADER.length);
            if (start.length > 0 && !Arrays.equals(start, HEADER)) {
                throw new StoreException(file + " is not a Tessera store; name another file.");
            }
        }
    }

    private static void makeFile(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            if (posix(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            checkHeader(file);
        }
    }

    static void makePrivate(Path file) {
        try {
            if (posix(file) && Files.exists(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            System.getLogger(H2Database.class.getName())
                    .log(System.Logger.Level.DEBUG, "another process made the lock file private or removed it", e);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
