// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first image file directory of a TIFF or BigTIFF file (TIFF revision 6.0; BigTIFF as in libtiff).
 *
 * @param order of the bytes
 * @param tags numbers of each tag with whole-number values
 */
record TiffDirectory(ByteOrder order, Map<Integer, long[]> tags) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int SAMPLE_FORMAT = 339;

    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int MOST_ENTRIES = 4096;
    private static final long MOST_VALUES = 10_000_000;

    /** Empty if this is no TIFF file, or one whose directory cannot be followed. */
    static Optional<TiffDirectory> read(FileChannel file) throws IOException {
        ByteBuffer head = bytes(file, 0, 16);
        if (head.remaining() < 8) {
            return Optional.empty();
        }
        int mark = head.getShort(0);
        if (mark != 0x4949 && mark != 0x4d4d) {
            return Optional.empty();
        }
        head.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int version = head.getShort(2);
        if (version == CLASSIC) {
            return entries(file, head.order(), Integer.toUnsignedLong(head.getInt(4)), false);
        }
        return version == BIG && head.remaining() == 16
                ? entries(file, head.order(), head.getLong(8), true)
                : Optional.empty();
    }

    private static Optional<TiffDirectory> entries(FileChannel file, ByteOrder order, long at, boolean big)
            throws IOException {
        ByteBuffer counted = bytes(file, at, big ? 8 : 2).order(order);
        if (counted.remaining() < (big ? 8 : 2)) {
            return Optional.empty();
        }
        long count = big ? counted.getLong(0) : Short.toUnsignedInt(counted.getShort(0));
        int length = big ? 20 : 12;
        if (count < 1 || count > MOST_ENTRIES) {
            return Optional.empty();
        }
        ByteBuffer all = bytes(file, at + (big ? 8 : 2), (int) count * length).order(order);
        if (all.remaining() < count * length) {
            return Optional.empty();
        }
        Map<Integer, long[]> tags = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int start = i * length;
            int size = size(all.getShort(start + 2));
            long values = big ? all.getLong(start + 4) : Integer.toUnsignedLong(all.getInt(start + 4));
            if (size == 0 || values < 1 || values > MOST_VALUES) {
                continue;
            }
            int inline = big ? 8 : 4;
            int valueAt = start + (big ? 12 : 8);
            ByteBuffer data = size * values <= inline
                    ? all.duplicate().order(order).position(valueAt).slice().order(order)
                    : bytes(file, big ? all.getLong(valueAt) : Integer.toUnsignedLong(all.getInt(valueAt)), (int)
                                    (size * values))
                            .order(order);
            if (data.remaining() >= size * values) {
                tags.put(Short.toUnsignedInt(all.getShort(start)), numbers(data, size, (int) values));
            }
        }
        return Optional.of(new TiffDirectory(order, tags));
    }

    /** Bytes of a value of a whole-number type: BYTE, SHORT, LONG, LONG8; 0 for others. */
    private static int size(short type) {
        return switch (type) {
            case 1 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            case 16 -> 8;
            default -> 0;
        };
    }

    private static long[] numbers(ByteBuffer data, int size, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = switch (size) {
                case 1 -> Byte.toUnsignedLong(data.get(i));
                case 2 -> Short.toUnsignedLong(data.getShort(2 * i));
                case 4 -> Integer.toUnsignedLong(data.getInt(4 * i));
                default -> data.getLong(8 * i);
            };
        }
        return numbers;
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        if (at >= 0 && at < file.size()) {
            for (int read = 0; buffer.hasRemaining() && read >= 0; ) {
                read = file.read(buffer, at + buffer.position());
            }
        }
        return buffer.flip();
    }

    /** The first value of a tag. */
    long first(int tag, long otherwise) {
        long[] values = tags.get(tag);
        return values == null ? otherwise : values[0];
    }

    /** All values of a tag; none if it is missing. */
    long[] all(int tag) {
        return tags.getOrDefault(tag, new long[0]);
    }
}
