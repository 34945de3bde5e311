// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/** What must not change a statistic, and a slow implementation beside. */
class ExtractionPropertiesTest {
    private static final List<Grid> GRIDS =
            List.of(new Grid(1, 1), new Grid(2, 3), new Grid(5, 5), new Grid(7, 4), new Grid(40, 40));
    private static final List<String> ALL = StatisticSet.BUILT_IN.parse("all");

    @TempDir
    Path folder;

    private final List<GrayImage> images = new ArrayList<>();
    private final List<ImageFile> files = new ArrayList<>();

    /** Images of different sizes and ranges; the first has slices of more pixels than are kept, the last is constant. */
    @BeforeEach
    void write() {
        SplittableRandom random = new SplittableRandom(9);
        int[][] shapes = {{211, 190, 65536}, {64, 97, 300}, {83, 41, 2}, {50, 60, 1}};
        for (int i = 0; i < shapes.length; i++) {
            short[] pixels = new short[shapes[i][0] * shapes[i][1]];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (short) (random.nextInt(shapes[i][2]) * (shapes[i][2] == 65536 ? 1 : 40));
            }
            GrayImage image = new GrayImage(shapes[i][0], shapes[i][1], 16, pixels);
            images.add(image);
            Path file = folder.resolve(i + ".tif");
            PictureFiles.writeTiff(image, file);
            files.add(new ImageFile(file, i + ".tif"));
        }
    }

    private static FeatureExtractor.Extraction extract(List<ImageFile> files, List<Grid> grids, int threads) {
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            cells.add(i);
        }
        try (Workers workers = new Workers(threads)) {
            return new FeatureExtractor(workers)
                    .extract(
                            new ImageSet("set", files, new Mosaic(1, files.size(), cells)),
                            Slicing.of(grids),
                            ALL,
                            Monitor.none());
        }
    }

    @Test
    void severalGridsAtOnceGiveWhatEachGivesAlone() {
        FeatureExtractor.Extraction together = extract(files, GRIDS, 1);

        for (Grid grid : GRIDS) {
            assertThat(together.table(grid).values())
                    .as("%s", grid)
                    .isEqualTo(extract(files, List.of(grid), 1).table(grid).values());
        }
    }

    @Test
    void oneThreadAndEightGiveTheSame() {
        FeatureExtractor.Extraction one = extract(files, GRIDS, 1);
        FeatureExtractor.Extraction eight = extract(files, GRIDS, 8);

        assertThat(eight.tables()).isEqualTo(one.tables());
        assertThat(eight.images()).isEqualTo(one.images());
    }

    @Test
    void theOrderOfTheImagesOnlyOrdersTheSlices() {
        List<ImageFile> turned = new ArrayList<>(files);
        Collections.reverse(turned);
        Grid grid = GRIDS.get(2);
        FeatureTable forward = extract(files, List.of(grid), 2).table(grid);
        FeatureTable backward = extract(turned, List.of(grid), 2).table(grid);

        int[] rows = new int[forward.slices().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (files.size() - 1 - i / grid.slices()) * grid.slices() + i % grid.slices();
        }
        assertThat(backward.values().selectRows(rows)).isEqualTo(forward.values());
    }

    @Test
    void agreesWithAPlainImplementation() {
        FeatureExtractor.Extraction extraction = extract(files, GRIDS, 2);
        for (Grid grid : GRIDS) {
            FeatureTable table = extraction.table(grid);
            for (int row = 0; row < table.slices().size(); row++) {
                double[] pixels = slice(grid, row);
                for (String id : List.of(
                        "min",
                        "max",
                        "mean",
                        "std",
                        "median",
                        "skewness",
                        "kurtosis",
                        "quartile1",
                        "percentile_97.5",
                        "mode_value",
                        "mode_count",
                        "mode_notebook")) {
                    double expected = plain(id, pixels);
                    double actual = table.values().get(row, ALL.indexOf(id));
                    if (Double.isNaN(expected)) {
                        assertThat(actual).as("%s of row %s, %s", id, row, grid).isNaN();
                    } else {
                        assertThat(actual)
                                .as("%s of row %s, %s", id, row, grid)
                                .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                    }
                }
            }
        }
    }

    private double[] slice(Grid grid, int row) {
        GrayImage image = images.get(row / grid.slices());
        int height = image.height() / grid.rows();
        int width = image.width() / grid.columns();
        int top = row % grid.slices() / grid.columns() * height;
        int left = row % grid.columns() * width;
        double[] pixels = new double[height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.value(left + i % width, top + i / width);
        }
        Arrays.sort(pixels);
        return pixels;
    }

    private static double plain(String id, double[] sorted) {
        int n = sorted.length;
        double mean = Arrays.stream(sorted).sum() / n;
        double variance =
                Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / n;
        double third = Arrays.stream(sorted).map(v -> Math.pow(v - mean, 3)).sum() / n;
        double fourth = Arrays.stream(sorted).map(v -> Math.pow(v - mean, 4)).sum() / n;
        boolean constant = sorted[0] == sorted[n - 1];
        return switch (id) {
            case "min" -> sorted[0];
            case "max" -> sorted[n - 1];
            case "mean" -> mean;
            case "std" -> Math.sqrt(variance);
            case "median" -> percentile(sorted, 50);
            case "quartile1" -> percentile(sorted, 25);
            case "percentile_97.5" -> percentile(sorted, 97.5);
            case "skewness" -> constant ? Double.NaN : third / Math.pow(variance, 1.5);
            case "kurtosis" -> constant ? Double.NaN : fourth / (variance * variance) - 3;
            case "mode_value" -> mode(sorted);
            case "mode_count" -> bins(sorted)[fullest(bins(sorted))];
            default -> {
                int bin = fullest(bins(sorted));
                yield 0.5 * ((bin == 0 ? 0 : edge(sorted, bin - 1)) + edge(sorted, bin));
            }
        };
    }

    private static double percentile(double[] sorted, double percent) {
        double position = (sorted.length - 1) * percent / 100;
        int below = (int) position;
        double next = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (next - sorted[below]);
    }

    private static double mode(double[] sorted) {
        double mode = sorted[0];
        int longest = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            if (end - i > longest) {
                longest = end - i;
                mode = sorted[i];
            }
            i = end;
        }
        return mode;
    }

    private static int[] bins(double[] sorted) {
        int[] bins = new int[1024];
        long low = (long) sorted[0];
        long range = (long) sorted[sorted.length - 1] - low;
        for (double value : sorted) {
            bins[range == 0 ? 512 : (int) Math.min(1023, ((long) value - low) * 1024 / range)]++;
        }
        return bins;
    }

    private static int fullest(int[] bins) {
        int fullest = 0;
        for (int bin = 1; bin < bins.length; bin++) {
            fullest = bins[bin] > bins[fullest] ? bin : fullest;
        }
        return fullest;
    }

    private static double edge(double[] sorted, int bin) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return low == high ? low - 0.5 + bin / 1024.0 : low + bin * ((high - low) / 1024);
    }
}
