// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

/** The example of the package's documentation: a statistic from outside. */
class PlugInStatisticTest {
    /** How far the median lies from the mean. */
    public static final class Lopsidedness implements Statistic {
        @Override
        public String id() {
            return "lopsidedness";
        }

        @Override
        public String description() {
            return "median - mean, grey values";
        }

        @Override
        public double of(SliceSummary slice) {
            return slice.percentile(50) - slice.mean();
        }
    }

    @TempDir
    Path folder;

    @Test
    void aStatisticFromOutsideIsComputedAndStandsInFormulasAndInAll() {
        PictureFiles.writeTiff(new GrayImage(2, 2, 16, new short[] {1, 2, 3, 10}), folder.resolve("a.tif"));
        StatisticSet set = new StatisticSet(List.of(new Lopsidedness()));
        try (Workers workers = new Workers(1)) {
            FeatureTable table = new FeatureExtractor(workers, set)
                    .extract(
                            ImageScanner.scan(List.of(folder), "*.tif", "auto"),
                            List.of(Slicing.of(new Grid(1, 1))),
                            set.parse("lopsidedness,lopsidedness * 2"),
                            Monitor.none())
                    .table(new Grid(1, 1));

            assertThat(table.values().get(0, 0)).isEqualTo(-1.5);
            assertThat(table.values().get(0, 1)).isEqualTo(-3);
        }
        assertThat(set.parse("all")).endsWith("lopsidedness");
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        assertThatThrownBy(() -> new StatisticSet(List.of(new Lopsidedness(), new Lopsidedness())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lopsidedness");
    }
}
