// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.report.SliceCsv;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.tracking.DetailsLoader;
import org.tessera.tracking.FeatureCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description =
                "Lay the slices of a run out in a plane by t-SNE or UMAP of their standardised statistics, for looking"
                        + " at: distances are bent, so nothing is scored or recorded.")
final class EmbedCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Option(names = "--method", defaultValue = "umap", paramLabel = "M", description = "umap (default) or tsne.")
    private String method = "umap";

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Of every random choice (default: 42).")
    private long seed = 42;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.csv",
            description = "The file to write: image, row, column, x, y and label of every slice.")
    private Path out;

    @Override
    public Integer call() {
        EmbeddingMethod by = common.parsed(() -> EmbeddingMethod.parse(method));
        String csv;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("embed")) {
            RunRecord run = store.requireRun(id);
            DetailsLoader.SliceTable slices = new DetailsLoader(
                            store, workers, common.statistics(), FeatureCache.ofUser())
                    .slices(run, progress.part(0, 0.2));
            Matrix plane = slices.space().embed(by, seed, workers, progress.part(0.2, 1));
            int[] labels = store.labels(id);
            csv = SliceCsv.of(
                    slices.features(),
                    List.of("x", "y", "label"),
                    i -> List.of(
                            number(plane.get(i, 0)),
                            number(plane.get(i, 1)),
                            labels[i] < 0 ? "" : Integer.toString(labels[i])));
        }
        PictureFiles.write(csv.getBytes(StandardCharsets.UTF_8), out);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("method", by.id());
            json.put("seed", seed);
            json.put("out", out.toAbsolutePath().toString());
            common.printJson(json);
        } else {
            common.out().println("The slices of run " + id + " by " + by.label() + " are written to " + out);
        }
        return 0;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
