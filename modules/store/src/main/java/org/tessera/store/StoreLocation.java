// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a store is. */
public sealed interface StoreLocation {
    /** The ending of an H2 file. */
    String SUFFIX = ".mv.db";

    /**
     * An embedded store in a file.
     *
     * @param file absolute, ends in {@link #SUFFIX}
     */
    record File(Path file) implements StoreLocation {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * A store on a database server.
     *
     * @param url begins with {@code jdbc:}
     */
    record Server(String url) implements StoreLocation {
        @Override
        public String toString() {
            return url.replaceAll("(?i)(password=)[^&;]*", "$1...");
        }
    }

    /** A file (with or without {@link #SUFFIX}) or a JDBC URL, as a person types it. */
    static StoreLocation parse(String text) {
        if (text.startsWith("jdbc:")) {
            return new Server(text);
        }
        Path path = Path.of(text).toAbsolutePath().normalize();
        boolean complete = text.endsWith(SUFFIX);
        if (!complete && Files.isRegularFile(path)) {
            throw new StoreException(path + " is not a Tessera store; its name would end in " + SUFFIX + ".");
        }
        return new File(complete ? path : path.resolveSibling(path.getFileName() + SUFFIX));
    }

    /** The folder of the user's own data: {@code TESSERA_HOME}, or where the system keeps such data. */
    static Path userFolder(Map<String, String> environment, String system, Path home) {
        String named = environment.get("TESSERA_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String data = environment.get("LOCALAPPDATA");
            return (data == null ? home.resolve("AppData").resolve("Local") : Path.of(data)).resolve("Tessera");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Tessera");
        }
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("tessera");
    }

    /** The folder of this user's own data on this machine. */
    static Path userFolder() {
        return userFolder(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /** The store used where none is named. */
    static StoreLocation ofUser() {
        return new File(userFolder().resolve("tessera" + SUFFIX));
    }
}
