// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/** Reads a file into grey: 8- and 16-bit grey as it is, RGB by luminance. Stateless; any thread. */
public final class GrayImageReader {
    /**
     * An image and what identifies it.
     *
     * @param image the pixels
     * @param info size and fingerprints
     */
    public record Loaded(GrayImage image, ImageInfo info) {}

    /**
     * Reads a whole image.
     *
     * @throws ProblemException if the file cannot be read, is no image, is damaged, or is of a kind not supported
     */
    public Loaded read(ImageFile file, Monitor monitor) {
        Keeping keeping = new Keeping();
        ImageInfo info = scan(file, keeping, monitor);
        return new Loaded(new GrayImage(info.width(), info.height(), info.bitDepth(), keeping.pixels), info);
    }

    /**
     * Reads an image band by band. TIFF files of strips or tiles take a few bands of memory, all others their whole size.
     *
     * @return size and fingerprints
     * @throws ProblemException if the file cannot be read, is no image, is damaged, or is of a kind not supported
     */
    public ImageInfo scan(ImageFile file, PixelSink sink, Monitor monitor) {
        try (FileChannel channel = FileChannel.open(file.path())) {
            Described described = new Described(sink, monitor);
            Optional<TiffFile> tiff = TiffFile.read(channel);
            if (tiff.isEmpty()) {
                int pages = GeneralImage.read(file, Optional.empty(), described, monitor);
                return described.info(file, channel, pages, Optional.empty());
            }
            int pages = tiff.get().pages().size();
            GeneralImage.checkPage(file, pages);
            Optional<TiffDirectory> page = tiff.get().directory(channel, file.page());
            Optional<GrayTiff> gray = page.isPresent() ? GrayTiff.of(channel, page.get()) : Optional.empty();
            if (gray.isPresent()) {
                gray.get().read(described, monitor);
            } else {
                GeneralImage.read(file, page, described, monitor);
            }
            Optional<PixelSize> size = Optional.empty();
            Optional<TiffDirectory> first = file.page() == 1 ? page : tiff.get().directory(channel, 1);
            if (first.isPresent() && page.isPresent()) {
                size = Calibration.of(first.get(), page.get());
            }
            return described.info(file, channel, pages, size);
        } catch (OutOfMemoryError e) {
            throw new ProblemException(file.path() + " is too large to load, or damaged; split it into tiles.", e);
        } catch (EOFException e) {
            throw new ProblemException(
                    file.path() + " is damaged or cut off (" + GeneralImage.reason(e)
                            + "); replace it by an intact copy.",
                    e);
        } catch (IOException e) {
            throw new ProblemException("Cannot read " + file.path() + "; check that it exists and may be read.", e);
        }
    }

    /** Keeps all pixels. */
    private static final class Keeping implements PixelSink {
        private short[] pixels = {};
        private int width;

        @Override
        public void begin(int columns, int rows, int bitDepth) {
            width = columns;
            pixels = new short[columns * rows];
        }

        @Override
        public void rows(int top, int count, short[] band) {
            System.arraycopy(band, 0, pixels, top * width, count * width);
        }
    }

    /** Passes pixels on and notes size and fingerprint. */
    private static final class Described implements PixelSink {
        private final PixelSink next;
        private final Monitor monitor;
        private Fingerprint.@Nullable Pixels fingerprint;
        private int width;
        private int height;
        private int bits;

        Described(PixelSink next, Monitor monitor) {
            this.next = next;
            this.monitor = monitor;
        }

        @Override
        public void begin(int columns, int rows, int bitDepth) {
            width = columns;
            height = rows;
            bits = bitDepth;
            fingerprint = new Fingerprint.Pixels(columns, rows);
            next.begin(columns, rows, bitDepth);
        }

        @Override
        public void rows(int top, int count, short[] pixels) {
            monitor.check();
            Objects.requireNonNull(fingerprint).add(pixels, count * width);
            next.rows(top, count, pixels);
        }

        ImageInfo info(ImageFile file, FileChannel channel, int pages, Optional<PixelSize> pixelSize)
                throws IOException {
            return new ImageInfo(
                    file,
                    width,
                    height,
                    bits,
                    channel.size(),
                    Fingerprint.of(channel, monitor),
                    Objects.requireNonNull(fingerprint).hex(),
                    pages,
                    pixelSize.orElse(null));
        }
    }
}
