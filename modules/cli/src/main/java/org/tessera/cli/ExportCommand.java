// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.Heatmap;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.report.LabelExport;
import org.tessera.report.RunExport;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.tracking.DetailsLoader;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.RunDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Write what a run found to files.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Option(names = "--labels", paramLabel = "F.csv", description = "The label of every slice.")
    private @Nullable Path labels;

    @Option(names = "--features", paramLabel = "F.csv", description = "The statistics of every slice.")
    private @Nullable Path features;

    @Option(
            names = "--label-image",
            paramLabel = "F.tif",
            description = "The mosaic as 16-bit TIFF: at each pixel the cluster of its slice plus one, 0 for none.")
    private @Nullable Path labelImage;

    @Option(
            names = "--geojson",
            paramLabel = "F.geojson",
            description = "The slices by cluster in pixels of their image, as QuPath opens it; of several images a file"
                    + " each, the image's name added.")
    private @Nullable Path geoJson;

    @Mixin
    private HeatmapOptions heatmapOptions;

    private final Map<String, Object> written = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Path picture = common.parsed(this::checked);
        try (Store store = common.openStoreToRead()) {
            RunRecord run = store.requireRun(id);
            RunExport export = new RunExport(store);
            write("labels", labels, file -> text(export.labelsCsv(run), file));
            write("features", features, file -> text(FeatureTableCsv.write(features(store, run)), file));
            write(
                    "label_image",
                    labelImage,
                    file -> PictureFiles.writeTiff(new LabelExport(store).labelImage(run), file));
            Path collection = geoJson;
            if (collection != null) {
                written.put("geojson", geoJson(new LabelExport(store).geoJson(run), collection));
            }
            write("heatmap", picture, file -> {
                Heatmap painted = export.heatmap(run, heatmapOptions.size(), heatmapOptions.opacity());
                HeatmapOptions.write(file, painted::picture, painted::svg);
            });
        }
        if (common.json()) {
            written.put("id", id);
            common.printJson(written);
        } else {
            written.forEach((what, file) -> common.out().println(what + ": " + file));
        }
        return 0;
    }

    private void write(String what, @Nullable Path file, Consumer<Path> write) {
        if (file != null) {
            write.accept(file);
            written.put(what, file.toAbsolutePath().toString());
        }
    }

    private static void text(String text, Path file) {
        PictureFiles.write(text.getBytes(StandardCharsets.UTF_8), file);
    }

    private FeatureTable features(Store store, RunRecord run) {
        try (Workers workers = common.workers();
                Progress progress = common.progress("features")) {
            RunDetails details =
                    new DetailsLoader(store, workers, common.statistics(), FeatureCache.ofUser()).load(run, progress);
            return details.measured()
                    .orElseThrow(() -> new ProblemException(details.problem()))
                    .features();
        }
    }

    /** One file, or one an image beside it. */
    private static Object geoJson(Map<String, String> documents, Path file) {
        List<String> files = new ArrayList<>();
        String name = Objects.requireNonNull(file.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        documents.forEach((image, document) -> {
            Path each = documents.size() == 1
                    ? file
                    : file.resolveSibling(
                            stem + "-" + image.replaceAll("\\.[^.]*$", "").replaceAll("[^\\w.-]", "_") + ending);
            text(document, each);
            files.add(each.toAbsolutePath().toString());
        });
        return files.size() == 1 ? files.get(0) : files;
    }

    private @Nullable Path checked() {
        Path picture = heatmapOptions.file();
        if (labels == null && features == null && labelImage == null && geoJson == null && picture == null) {
            throw new ProblemException("Nothing to export; give --labels F.csv, --heatmap F.png, --features F.csv,"
                    + " --label-image F.tif or --geojson F.geojson.");
        }
        return picture;
    }
}
