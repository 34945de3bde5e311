// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The turn of one among several processes, by a lock of the system; a courtesy: who does not get it in time goes on without. */
final class Turn {
    private static final long PAUSE_NANOS = 5_000_000;

    private final @Nullable FileChannel channel;

    private Turn(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** A turn where none is needed. */
    static Turn free() {
        return new Turn(null);
    }

    /** Waits for the turn, no longer than that; does not throw. {@code file} is made. */
    static Turn take(Path file, Duration most) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long end = System.nanoTime() + most.toNanos();
            while (!lock(channel)
                    && System.nanoTime() < end
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            log(e);
        }
        return new Turn(channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // of another store object of this process
            return false;
        }
    }

    void end() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(IOException e) {
        System.getLogger(Turn.class.getName()).log(System.Logger.Level.DEBUG, "no turn is kept", e);
    }
}
