// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the directories (pages) of a TIFF or BigTIFF file are (TIFF revision 6.0; BigTIFF as in libtiff).
 *
 * @param order of the bytes
 * @param big whether offsets are 64 bits wide
 * @param pages where each directory begins, in order, 1 or more
 */
record TiffFile(ByteOrder order, boolean big, List<Long> pages) {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int MOST_ENTRIES = 4096;
    private static final int MOST_PAGES = 1_000_000;
    private static final long MOST_BYTES = 80_000_000;

    TiffFile {
        pages = List.copyOf(pages);
    }

    /** Empty if this is no TIFF file, or one whose first directory cannot be followed. */
    static Optional<TiffFile> read(FileChannel file) throws IOException {
        ByteBuffer head = bytes(file, 0, 16);
        if (head.remaining() < 8) {
            return Optional.empty();
        }
        int mark = head.getShort(0);
        if (mark != 0x4949 && mark != 0x4d4d) {
            return Optional.empty();
        }
        ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        head.order(order);
        int version = head.getShort(2);
        boolean big = version == BIG;
        if ((!big && version != CLASSIC) || (big && head.remaining() < 16)) {
            return Optional.empty();
        }
        long at = big ? head.getLong(8) : Integer.toUnsignedLong(head.getInt(4));
        Set<Long> pages = new LinkedHashSet<>();
        while (at > 0 && pages.size() < MOST_PAGES) {
            int count = count(file, order, big, at);
            if (count < 1 || count > MOST_ENTRIES || !pages.add(at)) {
                break;
            }
            int width = big ? 8 : 4;
            ByteBuffer next = bytes(file, at + (big ? 8 : 2) + count * (big ? 20L : 12L), width)
                    .order(order);
            at = next.remaining() < width ? 0 : big ? next.getLong(0) : Integer.toUnsignedLong(next.getInt(0));
        }
        return pages.isEmpty() ? Optional.empty() : Optional.of(new TiffFile(order, big, List.copyOf(pages)));
    }

    private static int count(FileChannel file, ByteOrder order, boolean big, long at) throws IOException {
        ByteBuffer counted = bytes(file, at, big ? 8 : 2).order(order);
        if (counted.remaining() < (big ? 8 : 2)) {
            return 0;
        }
        return big
                ? (int) Math.max(0, Math.min(counted.getLong(0), MOST_ENTRIES + 1L))
                : Short.toUnsignedInt(counted.getShort(0));
    }

    /**
     * The directory of a page; empty if it is cut off.
     *
     * @param page from 1, no more than there are
     */
    Optional<TiffDirectory> directory(FileChannel file, int page) throws IOException {
        long at = pages.get(page - 1);
        int count = count(file, order, big, at);
        int length = big ? 20 : 12;
        ByteBuffer all = bytes(file, at + (big ? 8 : 2), count * length).order(order);
        if (all.remaining() < count * length) {
            return Optional.empty();
        }
        Map<Integer, TiffDirectory.Value> tags = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int start = i * length;
            short type = all.getShort(start + 2);
            long number = big ? all.getLong(start + 4) : Integer.toUnsignedLong(all.getInt(start + 4));
            long size = TiffDirectory.Value.size(type);
            if (size == 0 || number < 1 || number > MOST_BYTES / size) {
                continue;
            }
            int inline = big ? 8 : 4;
            int valueAt = start + (big ? 12 : 8);
            int bytes = (int) (size * number);
            ByteBuffer data = bytes <= inline
                    ? all.slice(valueAt, bytes)
                    : bytes(file, big ? all.getLong(valueAt) : Integer.toUnsignedLong(all.getInt(valueAt)), bytes);
            if (data.remaining() >= bytes) {
                tags.put(Short.toUnsignedInt(all.getShort(start)), new TiffDirectory.Value(type, data.order(order)));
            }
        }
        return Optional.of(new TiffDirectory(order, tags));
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        if (at < 0 || at >= file.size()) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, file.size() - at));
        for (int read = 0; buffer.hasRemaining() && read >= 0; ) {
            read = file.read(buffer, at + buffer.position());
        }
        return buffer.flip();
    }
}
