// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.tessera.engine.task.Monitor;

/**
 * Reads grey TIFF pages, 8 and 16 bit, in strips and in tiles, of either byte order, uncompressed or by LZW, Deflate or
 * PackBits, with or without differencing: faster than a general reader, and in bands, so that memory does not grow with the
 * image even where all of it is one strip.
 */
final class GrayTiff {
    private static final int BAND_PIXELS = 1 << 19;
    private static final long MOST_BLOCK = 1 << 29;
    private static final int DIFFERENCING = 2;

    private final TiffBlocks blocks;
    private final ByteOrder order;
    private final int width;
    private final int height;
    private final int bytesEach;
    private final boolean tiled;
    private final boolean differences;
    private final int blockWidth;
    private final int blockHeight;

    private GrayTiff(TiffBlocks blocks, TiffDirectory directory, boolean tiled) {
        this.blocks = blocks;
        this.order = directory.order();
        this.width = (int) directory.first(TiffDirectory.WIDTH, 0);
        this.height = (int) directory.first(TiffDirectory.HEIGHT, 0);
        this.bytesEach = (int) directory.first(TiffDirectory.BITS, 1) / 8;
        this.tiled = tiled;
        this.differences = directory.first(TiffDirectory.PREDICTOR, 1) == DIFFERENCING;
        this.blockWidth = tiled ? (int) directory.first(TiffDirectory.TILE_WIDTH, 0) : width;
        long rows = directory.first(tiled ? TiffDirectory.TILE_HEIGHT : TiffDirectory.ROWS_PER_STRIP, height);
        this.blockHeight = (int) (tiled ? rows : Math.min(rows, height));
    }

    /**
     * Empty if the page is of another kind, for a general reader to read or to refuse.
     *
     * @param directory of the page
     * @throws EOFException if the file cannot hold so many pixels
     */
    static Optional<GrayTiff> of(FileChannel file, TiffDirectory directory) throws IOException {
        long bits = directory.first(TiffDirectory.BITS, 1);
        long predictor = directory.first(TiffDirectory.PREDICTOR, 1);
        boolean tiled = directory.all(TiffDirectory.TILE_OFFSETS).length > 0;
        TiffBlocks blocks = new TiffBlocks(file, directory, tiled);
        boolean gray = directory.first(TiffDirectory.PHOTOMETRIC, -1) == 1
                && directory.first(TiffDirectory.SAMPLES, 1) == 1
                && directory.first(TiffDirectory.SAMPLE_FORMAT, 1) == 1
                && directory.first(TiffDirectory.FILL_ORDER, 1) == 1
                && (predictor == 1 || (predictor == DIFFERENCING && !blocks.plain()))
                && (bits == 8 || bits == 16);
        long pixels = directory.first(TiffDirectory.WIDTH, 0) * directory.first(TiffDirectory.HEIGHT, 0);
        if (!gray || !blocks.readable() || pixels < 1 || pixels > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        if (blocks.plain() && pixels * (bits / 8) > file.size()) {
            throw new EOFException("its data end too early");
        }
        GrayTiff tiff = new GrayTiff(blocks, directory, tiled);
        return tiff.isWhole() ? Optional.of(tiff) : Optional.empty();
    }

    /** Whether there is a block for every pixel, and a block is no larger than makes sense. */
    private boolean isWhole() {
        long most = Math.min(MOST_BLOCK, Math.max(BAND_PIXELS, 2L * width * height));
        if (blockWidth < 1 || blockHeight < 1 || (tiled && (long) blockWidth * blockHeight > most)) {
            return false;
        }
        long across = (width + (long) blockWidth - 1) / blockWidth;
        long down = (height + (long) blockHeight - 1) / blockHeight;
        return blocks.count() >= across * down;
    }

    /** @throws EOFException if the data end before the pixels do, or are damaged */
    void read(PixelSink sink, Monitor monitor) throws IOException {
        sink.begin(width, height, 8 * bytesEach);
        int bandRows = tiled ? blockHeight : Math.max(1, Math.min(blockHeight, BAND_PIXELS / width));
        short[] band = new short[Math.min(bandRows, height) * width];
        ByteBuffer buffer =
                ByteBuffer.allocate(bandRows * blockWidth * bytesEach).order(order);
        int across = (width + blockWidth - 1) / blockWidth;
        InputStream strip = InputStream.nullInputStream();
        for (int top = 0; top < height; ) {
            int inBlock = top % blockHeight;
            int rows = Math.min(Math.min(bandRows, blockHeight - inBlock), height - top);
            for (int column = 0; column < across; column++) {
                monitor.check();
                int block = top / blockHeight * across + column;
                buffer.clear().limit(rows * blockWidth * bytesEach);
                if (blocks.plain()) {
                    blocks.fill(buffer, block, (long) inBlock * blockWidth * bytesEach);
                } else {
                    strip = inBlock == 0 ? blocks.open(block) : strip;
                    TiffBlocks.fill(strip, buffer.array(), buffer.limit());
                }
                copy(buffer, band, column * blockWidth, rows);
            }
            sink.rows(top, rows, band);
            top += rows;
        }
    }

    private void copy(ByteBuffer buffer, short[] band, int left, int rows) {
        int wanted = Math.min(blockWidth, width - left);
        for (int row = 0; row < rows; row++) {
            int from = row * blockWidth;
            int to = row * width + left;
            if (bytesEach == 2) {
                buffer.position(2 * from);
                buffer.asShortBuffer().get(band, to, wanted);
            } else {
                for (int i = 0; i < wanted; i++) {
                    band[to + i] = (short) (buffer.get(from + i) & 0xff);
                }
            }
            if (differences) {
                int mask = bytesEach == 2 ? 0xffff : 0xff;
                for (int i = to + 1; i < to + wanted; i++) {
                    band[i] = (short) ((band[i] + band[i - 1]) & mask);
                }
            }
        }
    }
}
