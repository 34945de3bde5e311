// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;

/** Reads a file into grey: 8- and 16-bit grey as it is, RGB by luminance. Stateless; any thread. */
public final class GrayImageReader {
    private static final double RED = 0.2125;
    private static final double GREEN = 0.7154;
    private static final double BLUE = 0.0721;

    /**
     * An image and what identifies it.
     *
     * @param image the pixels
     * @param info size and fingerprints
     */
    public record Loaded(GrayImage image, ImageInfo info) {}

    /** @throws ProblemException if the file cannot be read, is no image, is damaged, or is of a kind not supported */
    public Loaded read(ImageFile file) {
        Keeping keeping = new Keeping();
        ImageInfo info = scan(file, keeping);
        return new Loaded(new GrayImage(info.width(), info.height(), info.bitDepth(), keeping.pixels), info);
    }

    /**
     * Reads an image band by band. Uncompressed grey TIFF files take a few bands of memory, all others their whole size.
     *
     * @return size and fingerprints
     * @throws ProblemException if the file cannot be read, is no image, is damaged, or is of a kind not supported
     */
    public ImageInfo scan(ImageFile file, PixelSink sink) {
        try (FileChannel channel = FileChannel.open(file.path())) {
            Described described = new Described(sink);
            Optional<PlainTiff> plain = PlainTiff.of(channel);
            if (plain.isPresent()) {
                plain.get().read(described);
            } else {
                GrayImage image = decode(file.path(), bytes(file.path()));
                described.begin(image.width(), image.height(), image.bitDepth());
                described.rows(0, image.height(), image.pixels());
            }
            return described.info(file, channel);
        } catch (EOFException e) {
            throw new ProblemException(
                    file.path() + " is damaged or cut off (" + reason(e) + "); replace it by an intact copy.", e);
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
        private Fingerprint.@Nullable Pixels fingerprint;
        private int width;
        private int height;
        private int bits;

        Described(PixelSink next) {
            this.next = next;
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
            Objects.requireNonNull(fingerprint).add(pixels, count * width);
            next.rows(top, count, pixels);
        }

        ImageInfo info(ImageFile file, FileChannel channel) throws IOException {
            return new ImageInfo(
                    file,
                    width,
                    height,
                    bits,
                    channel.size(),
                    Fingerprint.of(channel),
                    Objects.requireNonNull(fingerprint).hex());
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try {
            return Files.readAllBytes(path);
        } catch (OutOfMemoryError e) {
            throw new ProblemException("The file " + path + " is too large to load; split it into tiles.", e);
        }
    }

    private static GrayImage decode(Path path, byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new ProblemException(
                        path + " is not an image (TIFF, PNG, JPEG or BMP); remove it or narrow --pattern.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > Integer.MAX_VALUE - 8) {
                    throw new ProblemException(path + " has more than 2,147 million pixels; split it into tiles.");
                }
                return toGray(path, reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (ProblemException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new ProblemException(path + " is too large to load, or damaged; split it into tiles.", e);
        } catch (IOException | RuntimeException e) {
            // what a decoder throws on damaged data is not to be foreseen
            throw new ProblemException(
                    path + " is damaged or cut off (" + reason(e) + "); replace it by an intact copy.", e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "its data end too early"
                : message.lines().findFirst().orElse("");
    }

    private static GrayImage toGray(Path path, BufferedImage image) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        int type = raster.getTransferType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
        int bits = model.getComponentSize(0);
        if (model instanceof IndexColorModel) {
            return luminance(expand(image), 8);
        }
        if (!whole || (bits != 8 && bits != 16)) {
            throw new ProblemException(path + " has " + bits + " bits a sample of a kind Tessera does not read;"
                    + " convert it to 8- or 16-bit grey or RGB.");
        }
        int bands = raster.getNumBands();
        if (bands == 1 || bands == 2) {
            return gray(raster, bits);
        }
        return luminance(raster, bits);
    }

    private static Raster expand(BufferedImage indexed) {
        BufferedImage rgb = new BufferedImage(indexed.getWidth(), indexed.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < rgb.getHeight(); y++) {
            for (int x = 0; x < rgb.getWidth(); x++) {
                rgb.setRGB(x, y, indexed.getRGB(x, y));
            }
        }
        return rgb.getRaster();
    }

    private static GrayImage gray(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        short[] pixels = new short[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (short) row[x];
            }
        }
        return new GrayImage(width, height, bits, pixels);
    }

    private static GrayImage luminance(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        double most = (1 << bits) - 1;
        short[] pixels = new short[width * height];
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int y = 0; y < height; y++) {
            int top = raster.getMinY() + y;
            raster.getSamples(raster.getMinX(), top, width, 1, 0, red);
            raster.getSamples(raster.getMinX(), top, width, 1, 1, green);
            raster.getSamples(raster.getMinX(), top, width, 1, 2, blue);
            for (int x = 0; x < width; x++) {
                double gray = RED * (red[x] / most) + GREEN * (green[x] / most) + BLUE * (blue[x] / most);
                pixels[y * width + x] = (short) (256 * gray);
            }
        }
        return new GrayImage(width, height, bits, pixels);
    }
}
