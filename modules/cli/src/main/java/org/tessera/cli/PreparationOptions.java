// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.task.Numbers;
import picocli.CommandLine.Option;

/** What is done to the pixels before statistics. Numbers take lists. */
final class PreparationOptions {
    @Option(
            names = "--flat-field",
            description = "Divide out uneven lighting, a smooth surface estimated from all images.")
    private boolean flatField;

    @Option(names = "--invert", description = "Turn dark into bright.")
    private boolean invert;

    @Option(
            names = "--bin",
            paramLabel = "N",
            defaultValue = "1",
            description = "Make one pixel of N x N, their mean (default: 1).")
    private String bin = "1";

    @Option(
            names = "--stride",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Pixels (after binning) from one slice to the next, so that slices of the grid's size overlap.")
    private String stride = "0";

    /** Every combination, checked. */
    List<Preparation> preparations() {
        List<Preparation> preparations = new ArrayList<>();
        for (int pixels : whole("The bin", bin, 1, Preparation.MOST_BIN)) {
            for (int step : whole("The stride", stride, 0, 1_000_000)) {
                preparations.add(new Preparation(flatField, invert, pixels, step));
            }
        }
        return preparations;
    }

    private static List<Integer> whole(String what, String text, int least, int most) {
        return AlgorithmOptions.list(what, text, word -> Numbers.whole(what, word, least, most));
    }
}
