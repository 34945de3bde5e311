// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of Debian's package, as its own user, in a temporary folder, on a loopback port of its own: started for
 * the first test that asks, stopped with the process. Where there is none, tests that ask are skipped and say so.
 */
public final class PostgresServer {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final long START_SECONDS = 60;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static Optional<PostgresServer> running = Optional.empty();
    private static String missing = "";

    private final Path bin;
    private final Path folder;
    private final int port;

    private PostgresServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** The URL of a new, empty database; the test is skipped where there is no server. */
    public static synchronized String newDatabase() {
        if (running.isEmpty() && missing.isEmpty()) {
            start();
        }
        Shared.log("tessera.postgres.log", running.isEmpty() ? "skipped " + missing : "ran");
        Assumptions.assumeTrue(running.isPresent(), () -> "skipped: " + missing);
        return running.orElseThrow().create("tessera" + DATABASES.incrementAndGet());
    }

    private static void start() {
        Optional<Path> bin = binaries();
        if (bin.isEmpty()) {
            missing = "there is no PostgreSQL server under " + VERSIONS;
            return;
        }
        try {
            Path folder = Files.createTempDirectory(Path.of("/tmp"), "tessera-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            PostgresServer server = new PostgresServer(bin.get(), folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.run(
                    "initdb",
                    "-D",
                    server.data(),
                    "-U",
                    "tessera",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "-N");
            server.run(
                    "pg_ctl",
                    "-D",
                    server.data(),
                    "-w",
                    "-t",
                    Long.toString(START_SECONDS),
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + server.port
                            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200",
                    "start");
            running = Optional.of(server);
        } catch (IOException e) {
            missing = "the PostgreSQL server under " + bin.get() + " did not start (" + e.getMessage() + ")";
        }
    }

    private static Optional<Path> binaries() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String create(String name) {
        try {
            run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "tessera", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=tessera&password=none";
    }

    /** Runs a program of the package; the server refuses to run as root, so root becomes the package's user. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path out = folder.resolve(program + ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + ": "
                        + Files.readString(out, StandardCharsets.UTF_8).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("the PostgreSQL server in " + folder + " is left: " + e.getMessage());
        }
    }
}
