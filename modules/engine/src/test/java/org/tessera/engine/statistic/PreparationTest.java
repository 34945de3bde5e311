// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

class PreparationTest {
    private static final List<String> IDS = List.of("mean", "median", "max", "kurtosis");

    @TempDir
    Path folder;

    private final List<GrayImage> images = new ArrayList<>();

    private ImageSet write(int bits, int... sizes) {
        SplittableRandom random = new SplittableRandom(11);
        images.clear();
        for (int i = 0; i < sizes.length; i += 2) {
            short[] pixels = new short[sizes[i] * sizes[i + 1]];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (short) random.nextInt(1 << bits);
            }
            images.add(new GrayImage(sizes[i], sizes[i + 1], bits, pixels));
            if (bits == 16) {
                PictureFiles.writeTiff(images.get(i / 2), folder.resolve(i / 2 + ".tif"));
            } else {
                writePng(images.get(i / 2), folder.resolve(i / 2 + ".png"));
            }
        }
        return scan();
    }

    private static void writePng(GrayImage image, Path file) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.getRaster().setSample(x, y, 0, image.value(x, y));
            }
        }
        PictureFiles.writePng(picture, file);
    }

    private ImageSet scan() {
        return ImageScanner.scan(List.of(folder), "*.{tif,png}", "auto");
    }

    private static FeatureExtractor.Extraction extract(ImageSet set, List<Slicing> slicings, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new FeatureExtractor(workers).extract(set, slicings, IDS, Monitor.none());
        }
    }

    /** An image prepared pixel by pixel: inverted, then binned. */
    private static GrayImage prepared(GrayImage image, Preparation preparation) {
        int bin = preparation.bin();
        int width = image.width() / bin;
        int height = image.height() / bin;
        short[] pixels = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int dy = 0; dy < bin; dy++) {
                    for (int dx = 0; dx < bin; dx++) {
                        int value = image.value(x * bin + dx, y * bin + dy);
                        sum += preparation.invert() ? (1 << image.bitDepth()) - 1 - value : value;
                    }
                }
                pixels[y * width + x] = (short) Math.floor(sum / (bin * bin) + 0.5);
            }
        }
        return new GrayImage(width, height, image.bitDepth(), pixels);
    }

    private static double mean(GrayImage image, int left, int top, int width, int height) {
        double sum = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                sum += image.value(x, y);
            }
        }
        return sum / (width * height);
    }

    @ParameterizedTest
    @CsvSource({
        "16,true,1,0,3x2",
        "8,true,1,0,1x1",
        "16,false,3,0,2x2",
        "16,true,4,0,3x3",
        "16,false,1,7,3x2",
        "16,true,2,5,4x4",
        "8,false,1,1,20x20",
        "16,false,5,3,2x3"
    })
    void theMeansAreThoseOfAPlainImplementation(int bits, boolean invert, int bin, int stride, String grid) {
        ImageSet set = write(bits, 101, 83, 64, 97);
        Preparation preparation = new Preparation(false, invert, bin, stride);
        Slicing slicing = new Slicing(Grid.parse(grid), preparation);

        FeatureTable table = extract(set, List.of(slicing), 2).table(slicing);

        int row = 0;
        for (int i = 0; i < images.size(); i++) {
            GrayImage image = prepared(images.get(i), preparation);
            int height = image.height() / slicing.grid().rows();
            int width = image.width() / slicing.grid().columns();
            int down = stride == 0 ? height : stride;
            int across = stride == 0 ? width : stride;
            int rows = stride == 0 ? slicing.grid().rows() : (image.height() - height) / stride + 1;
            int columns = stride == 0 ? slicing.grid().columns() : (image.width() - width) / stride + 1;
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++, row++) {
                    assertThat(table.slices().get(row)).isEqualTo(new SliceRef(i, r, c));
                    assertThat(table.values().get(row, 0))
                            .isCloseTo(mean(image, c * across, r * down, width, height), within(1e-9));
                }
            }
        }
        assertThat(table.slices()).hasSize(row);
    }

    @Test
    void severalPreparationsAtOnceAndSeveralThreadsGiveWhatEachGivesAlone() {
        ImageSet set = write(16, 101, 83, 64, 97, 70, 70);
        List<Slicing> slicings = List.of(
                Slicing.of(new Grid(3, 3)),
                new Slicing(new Grid(3, 3), new Preparation(false, true, 1, 0)),
                new Slicing(new Grid(3, 3), new Preparation(false, true, 2, 4)),
                new Slicing(new Grid(2, 2), new Preparation(true, false, 1, 0)),
                new Slicing(new Grid(2, 2), new Preparation(true, false, 1, 9)));

        FeatureExtractor.Extraction together = extract(set, slicings, 8);

        for (Slicing slicing : slicings) {
            assertThat(together.table(slicing))
                    .as("%s", slicing)
                    .isEqualTo(extract(set, List.of(slicing), 1).table(slicing));
        }
    }

    @Test
    void aFlatFieldTakesOutTheLightingAndLeavesCrystalsAndDarkImages() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 4; i++) {
            short[] pixels = new short[160 * 120];
            for (int y = 0; y < 120; y++) {
                for (int x = 0; x < 160; x++) {
                    double u = x / 80.0 - 1;
                    double v = y / 60.0 - 1;
                    double light = 1 - 0.3 * u + 0.1 * v - 0.2 * u * u;
                    boolean crystal = x / 20 == 2 * i && y / 20 == i;
                    double value = i == 3 ? 3 : crystal ? 2000 : 20_000;
                    pixels[y * 160 + x] = (short) (value * light + random.nextInt(100));
                }
            }
            PictureFiles.writeTiff(new GrayImage(160, 120, 16, pixels), folder.resolve(i + ".tif"));
        }
        Slicing plain = Slicing.of(new Grid(6, 8));
        Slicing flat = new Slicing(new Grid(6, 8), new Preparation(true, false, 1, 0));
        FeatureExtractor.Extraction extraction = extract(scan(), List.of(plain, flat), 2);

        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int row = 0; row < 3 * 48; row++) {
            SliceRef slice = extraction.table(flat).slices().get(row);
            double mean = extraction.table(flat).values().get(row, 0);
            if (slice.column() == 2 * slice.image() && slice.row() == slice.image()) {
                assertThat(mean).as("the crystal of image %s", slice.image()).isLessThan(2500);
            } else {
                least = Math.min(least, mean);
                most = Math.max(most, mean);
            }
        }
        assertThat(most / least).isLessThan(1.01);
        assertThat(extraction.table(plain).values().get(1, 0)
                        / extraction.table(plain).values().get(47, 0))
                .as("without it")
                .isGreaterThan(1.3);
    }

    @Test
    void overlappingSlicesArePaintedOnceEach() {
        Slicing slicing = new Slicing(new Grid(3, 4), new Preparation(false, false, 2, 7));
        MosaicLayout layout = new MosaicLayout(101, 83, List.of(new MosaicLayout.Place(0, 0, 101, 83)));
        ImageSlices slices = ImageSlices.of(slicing, 101, 83);
        int[][] painted = new int[83][101];

        List<SliceRect> rects = SliceRect.of(layout, slicing);
        for (SliceRect rect : rects) {
            for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
                for (int x = rect.x(); x < rect.x() + rect.width(); x++) {
                    painted[y][x]++;
                }
            }
        }

        assertThat(rects).hasSize(slices.count());
        int bottom = ((slices.rows() - 1) * 7 + slices.height()) * 2;
        int right = ((slices.columns() - 1) * 7 + slices.width()) * 2;
        for (int y = 0; y < 83; y++) {
            for (int x = 0; x < 101; x++) {
                assertThat(painted[y][x]).isEqualTo(y < bottom && x < right ? 1 : 0);
            }
        }
    }

    @Test
    void whatDoesNotFitTheImageIsRefusedWithItsName() {
        ImageSet set = write(16, 30, 20);

        assertThatThrownBy(() -> extract(set, List.of(slicing(false, 16, 0, 2)), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("binned by 16")
                .hasMessageContaining("0.tif");
        assertThatThrownBy(() -> extract(set, List.of(slicing(false, 1, 11, 2)), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stride 11 is larger than the slices of 10 x 15");
        assertThatThrownBy(() -> extract(write(16, 12, 12), List.of(slicing(true, 1, 0, 1)), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The lighting is estimated on 16 x 16 blocks");
        assertThatThrownBy(() -> new Preparation(false, false, 65, 0)).hasMessageContaining("The bin is 65");
        assertThatThrownBy(() -> new Preparation(false, false, 1, -1)).hasMessageContaining("The stride is -1");
    }

    private static Slicing slicing(boolean flat, int bin, int stride, int grid) {
        return new Slicing(new Grid(grid, grid), new Preparation(flat, false, bin, stride));
    }
}
