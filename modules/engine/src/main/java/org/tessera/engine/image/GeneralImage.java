// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/**
 * Reads every kind of image that ImageIO and its plug-ins know, in bands, so that memory grows with a band and not with the
 * image. TIFF files of several strips or rows of tiles come in bands of these. Other kinds can only be decoded from the top:
 * small images come whole, and of large ones each band is decoded anew, which takes time in place of memory.
 */
final class GeneralImage {
    private static final int BAND_PIXELS = 1 << 20;
    private static final int MOST_WHOLE = 1 << 24;

    private GeneralImage() {}

    /**
     * Reads a page.
     *
     * @param directory of the page, where the file is a TIFF
     * @param monitor asked whether to go on after each row or block of rows
     * @return how many pages the file has
     * @throws ProblemException if it is no image, damaged, or of a kind not supported
     */
    static int read(ImageFile file, Optional<TiffDirectory> directory, PixelSink sink, Monitor monitor) {
        Path path = file.path();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new ProblemException(
                        path + " is not an image (TIFF, PNG, JPEG or BMP); remove it or narrow --pattern.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                reader.addIIOReadProgressListener(new StopOnCancel(monitor));
                int pages = directory.isPresent() || file.page() > 1 ? reader.getNumImages(true) : 1;
                checkPage(file, pages);
                read(path, reader, file.page() - 1, directory.map(GeneralImage::blockHeight), sink, monitor);
                return pages;
            } finally {
                reader.dispose();
            }
        } catch (ProblemException | CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new ProblemException(path + " is too large to load, or damaged; split it into tiles.", e);
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new ProblemException(path + " is too large to load, or damaged; split it into tiles.", e);
            }
            // what a decoder throws on damaged data is not to be foreseen
            throw new ProblemException(
                    path + " is damaged or cut off (" + reason(e) + "); replace it by an intact copy.", e);
        }
    }

    /** @throws ProblemException if the file has no such page */
    static void checkPage(ImageFile file, int pages) {
        if (file.page() > pages) {
            throw new ProblemException(file.path() + " has " + (pages == 1 ? "1 page" : pages + " pages")
                    + ", so there is no page " + file.page() + "; give --page 1"
                    + (pages == 1 ? "." : " to " + pages + "."));
        }
    }

    private static void read(
            Path path, ImageReader reader, int index, Optional<Long> blockHeight, PixelSink sink, Monitor monitor)
            throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if (width < 1 || height < 1) {
            throw new ProblemException(path + " has no pixels; remove it or narrow --pattern.");
        }
        if ((long) width * height > Integer.MAX_VALUE - 8) {
            throw new ProblemException(path + " has more than 2,147 million pixels; split it into tiles.");
        }
        int rows = bandRows(width, height, blockHeight.orElse((long) height));
        for (int top = 0; top < height; top += rows) {
            ImageReadParam param = reader.getDefaultReadParam();
            if (rows < height) {
                param.setSourceRegion(new Rectangle(0, top, width, Math.min(rows, height - top)));
            }
            pass(path, reader.read(index, param), top, sink, monitor, top == 0 ? height : 0);
        }
    }

    /** @param height of the image, for its first band; else 0 */
    private static void pass(Path path, BufferedImage band, int top, PixelSink sink, Monitor monitor, int height) {
        int width = band.getWidth();
        for (int y = 0; y < band.getHeight(); ) {
            monitor.check();
            int count = Math.min(Math.max(1, BAND_PIXELS / width), band.getHeight() - y);
            GrayImage part = GrayConversion.of(band.getSubimage(0, y, width, count), path);
            if (height > 0 && y == 0) {
                sink.begin(width, height, part.bitDepth());
            }
            sink.rows(top + y, count, part.pixels());
            y += count;
        }
    }

    /** Whole blocks, so that none is decoded twice; of an image without blocks as much as may be held. */
    private static int bandRows(int width, int height, long blockHeight) {
        if (blockHeight < 1 || blockHeight >= height) {
            return Math.min(height, Math.max(1, MOST_WHOLE / width));
        }
        long blocks = Math.max(1, BAND_PIXELS / width / blockHeight);
        return (int) Math.min(height, blocks * blockHeight);
    }

    private static long blockHeight(TiffDirectory directory) {
        return directory.first(
                directory.all(TiffDirectory.TILE_OFFSETS).length > 0
                        ? TiffDirectory.TILE_HEIGHT
                        : TiffDirectory.ROWS_PER_STRIP,
                Integer.MAX_VALUE);
    }

    /** Stops a reader in the middle of an image. */
    private static final class StopOnCancel implements IIOReadProgressListener {
        private final Monitor monitor;

        StopOnCancel(Monitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (monitor.cancelled()) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }

    static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "its data end too early"
                : message.lines().findFirst().orElse("");
    }
}
