// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.Heatmap;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.ProblemException;
import org.tessera.report.RunExport;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Write a run's labels or heatmap to files.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Option(names = "--labels", paramLabel = "F.csv", description = "The label of every slice.")
    private @Nullable Path labels;

    @Option(names = "--heatmap", paramLabel = "F.png|F.svg", description = "The clusters over the mosaic.")
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

    @Override
    public Integer call() {
        Path csv = labels;
        Path picture = heatmap;
        common.parsed(() -> check(csv, picture));
        Map<String, Object> written = new LinkedHashMap<>();
        try (Store store = common.openStoreToRead()) {
            RunRecord run = store.requireRun(id);
            RunExport export = new RunExport(store);
            if (csv != null) {
                PictureFiles.write(export.labelsCsv(run).getBytes(StandardCharsets.UTF_8), csv);
                written.put("labels", csv.toAbsolutePath().toString());
            }
            if (picture != null) {
                Heatmap painted = export.heatmap(run, size, opacity);
                if (isSvg(picture)) {
                    PictureFiles.write(painted.svg().getBytes(StandardCharsets.UTF_8), picture);
                } else {
                    PictureFiles.writePng(painted.picture(), picture);
                }
                written.put("heatmap", picture.toAbsolutePath().toString());
            }
        }
        if (common.json()) {
            written.put("id", id);
            common.printJson(written);
        } else {
            written.forEach((what, file) -> common.out().println(what + ": " + file));
        }
        return 0;
    }

    private boolean check(@Nullable Path csv, @Nullable Path picture) {
        if (csv == null && picture == null) {
            throw new ProblemException("Nothing to export; give --labels F.csv or --heatmap F.png.");
        }
        if (picture != null && !isSvg(picture) && !ends(picture, ".png")) {
            throw new ProblemException("The heatmap " + picture + " must end in .png or .svg.");
        }
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new ProblemException("The opacity is " + opacity + "; give 0 to 1.");
        }
        if (size < 16 || size > 30_000) {
            throw new ProblemException("The size is " + size + "; give 16 to 30000 pixels.");
        }
        return true;
    }

    private static boolean isSvg(Path file) {
        return ends(file, ".svg");
    }

    private static boolean ends(Path file, String suffix) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }
}
