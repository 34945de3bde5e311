// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read many bytes at a time. */
abstract class BulkInputStream extends InputStream {
    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
