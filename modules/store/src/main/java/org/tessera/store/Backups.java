// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Copies of a store as zip files beside it, made while it is in use; the oldest of those made by themselves go. */
final class Backups {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int KEPT = 5;

    private Backups() {}

    private static String prefix(Path store) {
        String name = Objects.requireNonNull(store.getFileName()).toString();
        return name.substring(0, name.length() - StoreLocation.SUFFIX.length()) + "-backup-";
    }

    /** Makes a backup beside a store, and removes all but the newest few there. */
    static Path make(DataSource source, Path store, Instant now) {
        Path target = store.resolveSibling(prefix(store) + TIME.format(now.atZone(ZoneId.systemDefault())) + ".zip");
        make(source, target);
        List<Path> all = of(store);
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            try {
                Files.deleteIfExists(old);
            } catch (IOException e) {
                System.getLogger(Backups.class.getName())
                        .log(System.Logger.Level.INFO, old + " is an old backup and cannot be removed", e);
            }
        }
        return target;
    }

    /** @throws StoreException if it cannot be written; there is no half of one then */
    static void make(DataSource source, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + part.toAbsolutePath().toString().replace("'", "''") + "'");
            H2Database.makePrivate(part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "Cannot write the backup " + target + "; check the folder, its permissions and the disk's space.",
                    e);
        }
    }

    /** The backups beside a store, oldest first. */
    static List<Path> of(Path store) {
        Path folder = Objects.requireNonNull(store.toAbsolutePath().getParent());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = Objects.requireNonNull(file.getFileName()).toString();
                        return name.startsWith(prefix(store)) && name.endsWith(".zip");
                    })
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The newest backup beside a store. */
    static Optional<Path> newest(Path store) {
        List<Path> all = of(store);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
