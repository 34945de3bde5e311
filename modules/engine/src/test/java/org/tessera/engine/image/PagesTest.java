// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class PagesTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 5000;

    @TempDir
    Path folder;

    private final GrayImageReader reader = new GrayImageReader();

    private static BufferedImage picture(int width, int height, int seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        short[] pixels = ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) (random.nextInt(64) * 1000);
        }
        return picture;
    }

    private Path write(String compression, BufferedImage... pages) throws IOException {
        Path file = folder.resolve(compression + ".tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private GrayImageReader.Loaded read(Path file, int page) {
        return reader.read(new ImageFile(file, file.getFileName().toString(), page), Monitor.none());
    }

    private static short[] pixels(BufferedImage picture) {
        return ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "LZW", "ZLib", "Deflate", "PackBits"})
    void thePageAskedForIsReadWhateverTheCompression(String compression) throws IOException {
        BufferedImage[] pages = {picture(40, 30, 1), picture(50, 20, 2), picture(60, 10, 3)};
        Path file = write(compression, pages);

        for (int page = 1; page <= 3; page++) {
            GrayImageReader.Loaded loaded = read(file, page);
            assertThat(loaded.image().pixels()).isEqualTo(pixels(pages[page - 1]));
            assertThat(loaded.info().width()).isEqualTo(pages[page - 1].getWidth());
            assertThat(loaded.info().pages()).isEqualTo(3);
        }
    }

    @Test
    void aPageThatIsNotThereIsRefusedWithTheirNumber() throws IOException {
        Path file = write("LZW", picture(4, 4, 1), picture(4, 4, 2));

        assertThatThrownBy(() -> read(file, 3))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LZW.tif has 2 pages, so there is no page 3; give --page 1 to 2.");
    }

    @Test
    void aPictureOfAnotherFormatHasOnePageOnly() {
        Path file = folder.resolve("a.png");
        PictureFiles.writePng(picture(4, 4, 1), file);

        assertThat(read(file, 1).info().pages()).isEqualTo(1);
        assertThatThrownBy(() -> read(file, 2)).hasMessageContaining("a.png has 1 page");
    }

    @Test
    void aScanOfAnotherPageNamesIt() throws IOException {
        write("LZW", picture(4, 4, 1), picture(4, 4, 2));

        ImageSet set = ImageScanner.scan(List.of(folder), "*.tif", "auto", 2);

        assertThat(set.images().get(0).name()).isEqualTo("LZW.tif page 2");
        assertThat(set.images().get(0).page()).isEqualTo(2);
    }

    /** Notes the bands that come. */
    private static class Bands implements PixelSink {
        final List<Integer> rows = new ArrayList<>();

        @Override
        public void begin(int width, int height, int bitDepth) {}

        @Override
        public void rows(int top, int count, short[] pixels) {
            rows.add(count);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate"})
    void aCompressedTiffOfManyStripsComesInBandsAndNotWhole(String compression) throws IOException {
        BufferedImage picture = picture(WIDTH, HEIGHT, 4);
        Path file = write(compression, picture);
        Bands bands = new Bands();

        reader.scan(new ImageFile(file, "a.tif"), bands, Monitor.none());

        assertThat(bands.rows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(HEIGHT);
        assertThat(bands.rows.size()).isGreaterThan(1);
        assertThat(read(file, 1).image().pixels()).isEqualTo(pixels(picture));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "LZW"})
    void readingStopsInTheMiddleOfAnImageWhenCancelled(String compression) throws IOException {
        Path file = write(compression, picture(WIDTH, HEIGHT, 4));
        AtomicBoolean cancelled = new AtomicBoolean();
        Monitor monitor = new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
        Bands bands = new Bands() {
            @Override
            public void rows(int top, int count, short[] pixels) {
                super.rows(top, count, pixels);
                cancelled.set(true);
            }
        };

        assertThatThrownBy(() -> reader.scan(new ImageFile(file, "a.tif"), bands, monitor))
                .isInstanceOf(CancellationException.class);
        assertThat(bands.rows.stream().mapToInt(Integer::intValue).sum()).isLessThan(HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "PackBits"})
    void damagedCompressedDataNeverHangOrCrash(String compression) throws IOException {
        byte[] whole = Files.readAllBytes(write(compression, picture(60, 50, 7)));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextBoolean() ? broken.length : random.nextInt(broken.length);
            Path file = Files.write(folder.resolve("broken.tif"), Arrays.copyOf(broken, length));
            try {
                read(file, 1);
            } catch (ProblemException e) {
                assertThat(e).hasMessageContaining("broken.tif");
            }
        }
    }

    @Test
    void aLargePngComesInBandsToo() {
        BufferedImage picture = picture(5000, 4000, 9);
        Path file = folder.resolve("large.png");
        PictureFiles.writePng(picture, file);
        Bands bands = new Bands();

        ImageInfo info = reader.scan(new ImageFile(file, "large.png"), bands, Monitor.none());

        assertThat(bands.rows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4000);
        assertThat(info.pixelSha256()).isEqualTo(Fingerprint.of(new GrayImage(5000, 4000, 16, pixels(picture))));
    }
}
