// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

class FeatureExtractorTest {
    private static final List<String> ALL = StatisticSet.BUILT_IN.parse("all");

    @TempDir
    Path folder;

    @Test
    void imagesOfDifferentSizesAreEachSlicedByTheirOwnSize() {
        write("a.tif", 8, 6, (x, y) -> x < 4 ? 100 : 200);
        write("b.tif", 5, 9, (x, y) -> y < 4 ? 10 : y < 8 ? 20 : 60_000);

        FeatureTable table = extract(2, new Grid(2, 2), List.of("mean"));

        assertThat(table.slices()).hasSize(8).contains(new SliceRef(1, 1, 1));
        assertThat(column(table)).containsExactly(100, 200, 100, 200, 10, 10, 20, 20);
    }

    @Test
    void oneThreadAndEightGiveTheSameTable() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 6; i++) {
            write("t" + i + ".tif", 60, 50, (x, y) -> random.nextInt(65_536));
        }

        assertThat(extract(8, new Grid(5, 6), ALL)).isEqualTo(extract(1, new Grid(5, 6), ALL));
    }

    @Test
    void aConstantSliceHasNoSkewnessAndKurtosisAndTheModeOfNumPy() {
        write("a.tif", 4, 4, (x, y) -> 1000);

        FeatureTable table = extract(
                1,
                new Grid(1, 1),
                List.of("skewness", "kurtosis", "std", "mode_bin_centre", "mode_notebook", "mode_value"));

        assertThat(table.undefined()).isEqualTo(2);
        assertThat(table.values().get(0, 0)).isNaN();
        assertThat(table.values().get(0, 2)).isZero();
        assertThat(table.values().get(0, 3)).isEqualTo(1000 + 0.5 / 1024);
        assertThat(table.values().get(0, 4)).isEqualTo(1000 - 0.5 / 1024);
        assertThat(table.values().get(0, 5)).isEqualTo(1000);
        assertThat(table.defined().get(0, 0)).isZero();
    }

    @Test
    void momentsLoseNothingWhereTheMeanIsLargeAndTheSpreadSmall() {
        write("a.tif", 100, 100, (x, y) -> 65_000 + (x == 0 && y < 10 ? 1 : 0));

        FeatureTable table = extract(1, new Grid(1, 1), List.of("variance", "skewness", "kurtosis"));

        double p = 0.001;
        assertThat(table.values().get(0, 0)).isCloseTo(p * (1 - p), within(1e-15));
        assertThat(table.values().get(0, 1)).isCloseTo((1 - 2 * p) / Math.sqrt(p * (1 - p)), within(1e-9));
        assertThat(table.values().get(0, 2)).isCloseTo((1 - 6 * p * (1 - p)) / (p * (1 - p)), within(1e-8));
    }

    @Test
    void aGridFinerThanTheImageIsRefusedWithBoth() {
        write("small.tif", 10, 10, (x, y) -> x);

        assertThatThrownBy(() -> extract(1, new Grid(11, 2), List.of("mean")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("11x2")
                .hasMessageContaining("small.tif");
    }

    @Test
    void aMistypedStatisticSuggestsTheNearest() {
        assertThatThrownBy(() -> StatisticSet.BUILT_IN.parse("std,skewnes"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("skewnes")
                .hasMessageContaining("\"skewness\"");
    }

    @Test
    void aTableReadsBackFromItsCsvToTheLastBit() {
        SplittableRandom random = new SplittableRandom(2);
        write("a, with \"comma\".tif", 30, 30, (x, y) -> random.nextInt(5000));
        write("b.tif", 30, 30, (x, y) -> 7);
        FeatureTable table = extract(1, new Grid(3, 2), ALL);
        Path csv = folder.resolve("t.csv");
        PictureFiles.write(FeatureTableCsv.write(table).getBytes(StandardCharsets.UTF_8), csv);

        assertThat(FeatureTableCsv.read(csv)).isEqualTo(table);
    }

    @Test
    void aBrokenTableIsRefusedWithItsLine() {
        Path csv = folder.resolve("t.csv");
        PictureFiles.write("image,row,column,std\na,0,0,1\na,0,1,many\n".getBytes(StandardCharsets.UTF_8), csv);

        assertThatThrownBy(() -> FeatureTableCsv.read(csv))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("many");
    }

    private interface Pixel {
        int at(int x, int y);
    }

    private void write(String name, int width, int height, Pixel pixel) {
        short[] pixels = new short[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) pixel.at(i % width, i / width);
        }
        PictureFiles.writeTiff(new GrayImage(width, height, 16, pixels), folder.resolve(name));
    }

    private FeatureTable extract(int threads, Grid grid, List<String> statistics) {
        ImageSet set = ImageScanner.scan(List.of(folder), "*.tif", "auto");
        try (Workers workers = new Workers(threads)) {
            return new FeatureExtractor(workers)
                    .extract(set, List.of(Slicing.of(grid)), statistics, Monitor.none())
                    .table(grid);
        }
    }

    private static double[] column(FeatureTable table) {
        return table.values().toColumns()[0];
    }
}
