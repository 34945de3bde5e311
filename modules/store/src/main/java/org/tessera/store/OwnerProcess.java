// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.Fingerprint;

/** The process that works on a sweep, by a text from which another process can tell whether it is still there. */
final class OwnerProcess {
    /** A process of another machine that has not been seen for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** When a process started is told by a clock that may be set meanwhile. */
    private static final long CLOCK_MILLIS = 10_000;

    private static final String OWN = machine() + ":" + ProcessHandle.current().pid() + ":"
            + started(ProcessHandle.current()).orElse(0L);

    private OwnerProcess() {}

    /** This process. */
    static String own() {
        return OWN;
    }

    /**
     * Whether a process is gone.
     *
     * @param owner what {@link #own} gave there, or null where nothing was recorded
     * @param seen when it last said that it works
     */
    static boolean gone(@Nullable String owner, @Nullable Instant seen, Instant now) {
        if (owner == null || seen == null) {
            return true;
        }
        String[] parts = owner.split(":", -1);
        if (parts.length == 3 && parts[0].equals(OWN.split(":", -1)[0])) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
            // its number may have gone to another process since
            return process.isEmpty()
                    || !process.get().isAlive()
                    || started(process.get())
                            .filter(then -> Math.abs(then - Long.parseLong(parts[2])) > CLOCK_MILLIS)
                            .isPresent();
        }
        return seen.plus(SILENCE).isBefore(now);
    }

    private static Optional<Long> started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli);
    }

    /** Of this machine since it started, and of this container on it; says nobody's name. */
    private static String machine() {
        return Fingerprint.of(List.of(host(), text("/proc/sys/kernel/random/boot_id"), link("/proc/self/ns/pid")))
                .substring(0, 16);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    private static String link(String file) {
        try {
            return Files.readSymbolicLink(Path.of(file)).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
