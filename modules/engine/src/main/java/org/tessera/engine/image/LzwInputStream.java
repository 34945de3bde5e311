// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Decodes TIFF's LZW (TIFF revision 6.0, section 13: codes from the high bit on, one code early). One thread. */
final class LzwInputStream extends BulkInputStream {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int MOST_BITS = 12;
    private static final int TABLE = 1 << MOST_BITS;

    private final InputStream in;
    private final short[] prefix = new short[TABLE];
    private final byte[] suffix = new byte[TABLE];
    private final byte[] pending = new byte[TABLE];
    private int pendingFrom = TABLE;
    private int next = FIRST;
    private int width = 9;
    private int before = -1;
    private int first;
    private int bits;
    private int held;
    private boolean ended;

    LzwInputStream(InputStream in) {
        this.in = in;
        for (int i = 0; i < CLEAR; i++) {
            suffix[i] = (byte) i;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (pendingFrom == TABLE && !decode()) {
                break;
            }
            int count = Math.min(length - done, TABLE - pendingFrom);
            System.arraycopy(pending, pendingFrom, target, offset + done, count);
            pendingFrom += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    /** Makes the next string pending; false at the end. */
    private boolean decode() throws IOException {
        if (ended) {
            return false;
        }
        int code = code();
        while (code == CLEAR) {
            next = FIRST;
            width = 9;
            before = -1;
            code = code();
        }
        if (code == END || code < 0) {
            ended = true;
            return false;
        }
        if (code > next || (before < 0 && code > END)) {
            throw new EOFException("its LZW data are wrong");
        }
        int walked = code;
        if (code == next) {
            pending[--pendingFrom] = (byte) first;
            walked = before;
        }
        while (walked >= FIRST) {
            pending[--pendingFrom] = suffix[walked];
            walked = prefix[walked];
        }
        pending[--pendingFrom] = suffix[walked];
        first = pending[pendingFrom] & 0xff;
        if (before >= 0 && next < TABLE) {
            prefix[next] = (short) before;
            suffix[next] = (byte) first;
            next++;
            if (next + 1 == 1 << width && width < MOST_BITS) {
                width++;
            }
        }
        before = code;
        return true;
    }

    private int code() throws IOException {
        while (bits < width) {
            int one = in.read();
            if (one < 0) {
                return -1;
            }
            held = ((held << 8) | one) & 0xffffff;
            bits += 8;
        }
        bits -= width;
        return (held >> bits) & ((1 << width) - 1);
    }
}
