// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    @Mixin
    private HeatmapOptions heatmapOptions;

    @Override
    public Integer call() {
        Path csv = labels;
        Path picture = common.parsed(() -> checked(csv));
        Map<String, Object> written = new LinkedHashMap<>();
        try (Store store = common.openStoreToRead()) {
            RunRecord run = store.requireRun(id);
            RunExport export = new RunExport(store);
            if (csv != null) {
                PictureFiles.write(export.labelsCsv(run).getBytes(StandardCharsets.UTF_8), csv);
                written.put("labels", csv.toAbsolutePath().toString());
            }
            if (picture != null) {
                Heatmap painted = export.heatmap(run, heatmapOptions.size(), heatmapOptions.opacity());
                HeatmapOptions.write(picture, painted::picture, painted::svg);
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

    private @Nullable Path checked(@Nullable Path csv) {
        Path picture = heatmapOptions.file();
        if (csv == null && picture == null) {
            throw new ProblemException("Nothing to export; give --labels F.csv or --heatmap F.png.");
        }
        return picture;
    }
}
