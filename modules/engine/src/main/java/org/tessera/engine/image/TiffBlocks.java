// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import com.twelvemonkeys.io.enc.DecodeException;
import com.twelvemonkeys.io.enc.DecoderStream;
import com.twelvemonkeys.io.enc.PackBitsDecoder;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The strips or tiles of a TIFF page, as streams of bytes: plain, LZW, Deflate or PackBits. */
final class TiffBlocks {
    private static final int PLAIN = 1;
    private static final int LZW = 5;
    private static final int ZLIB = 8;
    private static final int PACK_BITS = 32773;
    private static final int DEFLATE = 32946;
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final int compression;
    private final long[] offsets;
    private final long[] lengths;

    /**
     * The blocks of a page.
     *
     * @param tiled tiles rather than strips
     */
    TiffBlocks(FileChannel file, TiffDirectory directory, boolean tiled) {
        this.file = file;
        this.compression = (int) directory.first(TiffDirectory.COMPRESSION, PLAIN);
        this.offsets = directory.all(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS);
        this.lengths = directory.all(tiled ? TiffDirectory.TILE_LENGTHS : TiffDirectory.STRIP_LENGTHS);
    }

    int count() {
        return offsets.length;
    }

    boolean plain() {
        return compression == PLAIN;
    }

    /** Whether there is a decoder for every block. */
    boolean readable() throws IOException {
        boolean known = (compression == LZW && !oldLzw())
                || compression == ZLIB
                || compression == DEFLATE
                || compression == PACK_BITS;
        return plain() || (known && lengths.length >= offsets.length);
    }

    /** The LZW of before TIFF 6.0 fills bytes from the low bit on, so its clear code begins with a byte of zeros. */
    private boolean oldLzw() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(2);
        if (offsets.length == 0 || offsets[0] < 0 || file.read(start, offsets[0]) < 2) {
            return false;
        }
        return start.get(0) == 0 && (start.get(1) & 1) == 1;
    }

    /** The bytes of a plain block from some place in it on. */
    void fill(ByteBuffer buffer, int block, long from) throws IOException {
        long offset = offsets[block] + from;
        while (buffer.hasRemaining()) {
            if (offset < 0 || file.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("its data end too early");
            }
        }
        buffer.flip();
    }

    /** The decoded bytes of a block that is not plain. */
    InputStream open(int block) {
        InputStream coded = new BufferedInputStream(new Part(offsets[block], lengths[block]), BUFFER);
        return switch (compression) {
            case LZW -> new LzwInputStream(coded);
            case PACK_BITS -> new DecoderStream(coded, new PackBitsDecoder());
            default -> new InflaterInputStream(coded);
        };
    }

    /**
     * The next bytes of a block.
     *
     * @throws EOFException if it ends before, or is damaged
     */
    static void fill(InputStream block, byte[] target, int length) throws IOException {
        try {
            if (block.readNBytes(target, 0, length) < length) {
                throw new EOFException("its data end too early");
            }
        } catch (ZipException | DecodeException e) {
            EOFException damaged = new EOFException("its compressed data are wrong");
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Some bytes of the file. */
    private final class Part extends BulkInputStream {
        private long at;
        private final long end;

        Part(long offset, long length) {
            this.at = offset;
            this.end = offset + length;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = (int) Math.min(length, end - at);
            if (count <= 0 || at < 0) {
                return -1;
            }
            int read = file.read(ByteBuffer.wrap(target, offset, count), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
