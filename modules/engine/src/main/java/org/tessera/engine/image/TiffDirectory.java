// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One image file directory of a TIFF file.
 *
 * @param order of the bytes
 * @param tags values by the number of their tag
 */
record TiffDirectory(ByteOrder order, Map<Integer, Value> tags) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_LENGTHS = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_LENGTHS = 325;
    static final int SAMPLE_FORMAT = 339;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int LONG8 = 16;

    /**
     * The value of a tag.
     *
     * @param type as TIFF numbers them
     * @param data all of it, in the byte order of the file
     */
    record Value(int type, ByteBuffer data) {
        /** Bytes of one value of a type; 0 for those of no use here. */
        static int size(int type) {
            return switch (type) {
                case BYTE, ASCII, UNDEFINED -> 1;
                case SHORT -> 2;
                case LONG -> 4;
                case RATIONAL, LONG8 -> 8;
                default -> 0;
            };
        }

        private long[] numbers() {
            long[] numbers = new long[isWhole() ? data.remaining() / size(type) : 0];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = switch (type) {
                    case BYTE -> Byte.toUnsignedLong(data.get(i));
                    case SHORT -> Short.toUnsignedLong(data.getShort(2 * i));
                    case LONG -> Integer.toUnsignedLong(data.getInt(4 * i));
                    default -> data.getLong(8 * i);
                };
            }
            return numbers;
        }

        private boolean isWhole() {
            return type == BYTE || type == SHORT || type == LONG || type == LONG8;
        }
    }

    /** The first whole number of a tag. */
    long first(int tag, long otherwise) {
        long[] values = all(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** All whole numbers of a tag; none if it is missing. */
    long[] all(int tag) {
        Value value = tags.get(tag);
        return value == null ? new long[0] : value.numbers();
    }

    /** A fraction; empty if it is missing or its denominator is 0. */
    OptionalDouble ratio(int tag) {
        Value value = tags.get(tag);
        if (value == null || value.type != RATIONAL) {
            return OptionalDouble.empty();
        }
        double denominator = Integer.toUnsignedLong(value.data.getInt(4));
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Integer.toUnsignedLong(value.data.getInt(0)) / denominator);
    }

    /** A text, up to its end mark; blank if it is missing. */
    String text(int tag) {
        Value value = tags.get(tag);
        if (value == null || Value.size(value.type) != 1) {
            return "";
        }
        String text = StandardCharsets.UTF_8.decode(value.data.duplicate()).toString();
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
