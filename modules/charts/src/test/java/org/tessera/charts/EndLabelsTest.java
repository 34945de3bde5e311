// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    @Test
    void whereThereIsNoRoomForAllEveryNameIsWithinTheAxisAndTheHighlightedLineHasOne() {
        List<LinePlot.Series> series = IntStream.range(0, 12)
                .mapToObj(i -> new LinePlot.Series(
                        "line " + i,
                        List.of(
                                new LinePlot.Point(1, 0, 1, false),
                                new LinePlot.Point(2, i == 7 ? 1 : 0.01 * i, 2, false))))
                .toList();
        LinePlot plot = new LinePlot("t", "x", "y", series, OptionalInt.of(3), Optional.empty(), Optional.empty());

        List<EndLabels.Label> labels = EndLabels.of(plot, 0.2, 0, 1);

        assertThat(labels).hasSize(5).extracting(EndLabels.Label::series).contains(3, 7);
        assertThat(labels).allSatisfy(label -> assertThat(label.y()).isBetween(0.1 - 1e-9, 0.9 + 1e-9));
    }
}
