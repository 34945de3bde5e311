// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Small files in a folder that may be deleted at any time. A file is whole, with its checksum, or it is not there; what
 * cannot be read or written is only logged, since everything in it can be computed again. Any thread, several processes.
 */
final class CacheFile {
    private static final Logger LOG = Logger.getLogger(CacheFile.class.getName());
    private static final double LEFT_AFTER_EVICTION = 0.8;
    private static final int WRITES_BETWEEN_EVICTIONS = 256;

    private final Path folder;
    private final long mostBytes;
    private int writes;

    /** Writes values. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads values. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** @param mostBytes of all files together; the ones used longest ago go first */
    CacheFile(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** The values of a name; empty if there are none. */
    <T> Optional<T> read(String name, Reading<T> reading) {
        Path file = folder.resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - Long.BYTES;
            if (length < 0) {
                throw new IOException("too short");
            }
            DataInputStream tail = new DataInputStream(new ByteArrayInputStream(bytes, length, Long.BYTES));
            if (tail.readLong() != checksum(bytes, length)) {
                throw new IOException("wrong checksum");
            }
            T value = reading.from(new DataInputStream(new ByteArrayInputStream(bytes, 0, length)));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(value);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.FINE, file + " is not used: " + e.getMessage(), e);
            return Optional.empty();
        }
    }

    void write(String name, Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            writing.to(out);
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "new", ".part");
            Files.write(part, bytes.toByteArray());
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            evict();
        } catch (IOException e) {
            LOG.log(Level.FINE, folder + " cannot be written to; going on without", e);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    private synchronized void evict() throws IOException {
        if (writes++ % WRITES_BETWEEN_EVICTIONS != 0) {
            return;
        }
        List<Path> oldestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            oldestFirst = files.sorted(Comparator.comparing(CacheFile::lastUse)).toList();
        }
        long total = oldestFirst.stream().mapToLong(CacheFile::size).sum();
        if (total <= mostBytes) {
            return;
        }
        for (Path file : oldestFirst) {
            if (total <= mostBytes * LEFT_AFTER_EVICTION) {
                break;
            }
            total -= size(file);
            Files.deleteIfExists(file);
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
