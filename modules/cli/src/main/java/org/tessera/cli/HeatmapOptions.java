// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.Heatmap;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.ProblemException;
import picocli.CommandLine.Option;

/** A heatmap as a file. */
final class HeatmapOptions {
    @Option(names = "--heatmap", paramLabel = "F.png|F.svg", description = "The slices over the mosaic.")
    private @Nullable Path heatmap;

    @Option(
            names = "--opacity",
            paramLabel = "0..1",
            defaultValue = "0.55",
            description = "Of the heatmap (default: ${DEFAULT-VALUE}).")
    private double opacity = Heatmap.DEFAULT_OPACITY;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Most pixels of the heatmap's longer side (default: ${DEFAULT-VALUE}).")
    private int size = 2000;

    /** The file, null if none is asked for; checked. */
    @Nullable
    Path file() {
        Path picture = heatmap;
        if (picture != null && !isSvg(picture) && !ends(picture, ".png")) {
            throw new ProblemException("The heatmap " + picture + " must end in .png or .svg.");
        }
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new ProblemException("The opacity is " + opacity + "; give 0 to 1.");
        }
        if (size < 16 || size > 30_000) {
            throw new ProblemException("The size is " + size + "; give 16 to 30000 pixels.");
        }
        return picture;
    }

    double opacity() {
        return opacity;
    }

    int size() {
        return size;
    }

    /** Writes one of the two, by the name of the file. */
    static void write(Path picture, Supplier<BufferedImage> png, Supplier<String> svg) {
        if (isSvg(picture)) {
            PictureFiles.write(svg.get().getBytes(StandardCharsets.UTF_8), picture);
        } else {
            PictureFiles.writePng(png.get(), picture);
        }
    }

    private static boolean isSvg(Path file) {
        return ends(file, ".svg");
    }

    private static boolean ends(Path file, String suffix) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }
}
