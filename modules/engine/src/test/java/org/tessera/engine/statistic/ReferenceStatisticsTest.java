// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.testing.Shared;

/** Statistics of the real image sets against NumPy's and SciPy's numbers in {@code reference/}. */
class ReferenceStatisticsTest {
    private static final Set<String> TO_ROUNDING = Set.of(
            "mean",
            "std",
            "variance",
            "relative_std",
            "skewness",
            "kurtosis",
            "reference_interval_95_low",
            "reference_interval_95_high");

    @ParameterizedTest
    @CsvSource({"tileset6,4", "tileset6,7", "tileset6,16", "tileset7,4"})
    void agreeWithTheReferenceToTheLastUsefulDigit(String set, int grid) {
        Path shared = Shared.require();
        FeatureTable expected =
                FeatureTableCsv.read(shared.resolve("reference/" + set + "_" + grid + "x" + grid + "_statistics.csv"));
        List<String> ids = expected.statistics();
        FeatureTable actual;
        try (Workers workers = Workers.ofMachine()) {
            actual = new FeatureExtractor(workers)
                    .extract(
                            ImageScanner.scan(List.of(shared.resolve("data/" + set)), "*.tif", "auto"),
                            List.of(Slicing.of(new Grid(grid, grid))),
                            ids,
                            Monitor.none())
                    .table(new Grid(grid, grid));
        }

        assertThat(actual.images()).isEqualTo(expected.images());
        assertThat(actual.slices()).isEqualTo(expected.slices());
        assertThat(ids).hasSize(28);
        for (int slice = 0; slice < expected.slices().size(); slice++) {
            for (int column = 0; column < ids.size(); column++) {
                double value = expected.values().get(slice, column);
                String what = ids.get(column) + " of " + expected.slices().get(slice);
                if (TO_ROUNDING.contains(ids.get(column))) {
                    assertThat(actual.values().get(slice, column))
                            .as(what)
                            .isCloseTo(value, within(1e-9 * Math.max(Math.abs(value), 1e-2)));
                } else {
                    assertThat(actual.values().get(slice, column))
                            .as(what)
                            .isCloseTo(value, within(1e-12 * Math.abs(value)));
                }
            }
        }
    }
}
