// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ValueHeatmap;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;
import org.tessera.engine.task.Workers;
import org.tessera.report.RunExport;
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
        name = "like",
        mixinStandardHelpOptions = true,
        description =
                "Show how like chosen slices every slice of a run is: cosine similarity of standardised statistics,"
                        + " -1 to 1; nothing is recorded.")
final class LikeCommand implements Callable<Integer> {
    private static final Pattern SLICE = Pattern.compile("(.+):(\\d{1,7}):(\\d{1,7})");
    private static final int SHOWN = 10;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Option(
            names = "--slice",
            required = true,
            paramLabel = "IMAGE:ROW:COLUMN",
            description = "A slice as the CSV names it, rows and columns from 0; several times for slices like any of"
                    + " them.")
    private List<String> chosen = List.of();

    @Option(names = "--out", paramLabel = "F.csv", description = "The similarity of every slice.")
    private @Nullable Path out;

    @Mixin
    private HeatmapOptions heatmapOptions;

    @Override
    public Integer call() {
        Path picture = common.parsed(heatmapOptions::file);
        List<Alike> most;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("like")) {
            RunRecord run = store.requireRun(id);
            DetailsLoader.SliceTable slices =
                    new DetailsLoader(store, workers, common.statistics(), FeatureCache.ofUser()).slices(run, progress);
            int[] rows = chosen.stream()
                    .mapToInt(text -> common.parsed(() -> place(slices.features(), text)))
                    .toArray();
            List<Double> similarity =
                    Arrays.stream(slices.space().like(rows)).boxed().toList();
            most = most(slices.features(), similarity);
            write(slices.features(), similarity);
            if (picture != null) {
                ValueHeatmap painted = new RunExport(store)
                        .heatmap(run, similarity, -1, 1, heatmapOptions.size(), heatmapOptions.opacity());
                HeatmapOptions.write(picture, painted::picture, painted::svg);
            }
        }
        print(most, picture);
        return 0;
    }

    private static int place(FeatureTable table, String text) {
        Matcher form = SLICE.matcher(text);
        if (!form.matches()) {
            throw new ProblemException(
                    "The slice is \"" + text + "\"; write it as IMAGE:ROW:COLUMN, such as tile.tif:3:0.");
        }
        int image = table.images().indexOf(form.group(1));
        if (image < 0) {
            throw new ProblemException(
                    "The run has no image \"" + form.group(1) + "\". " + Suggestion.of(form.group(1), table.images()));
        }
        int place = table.slices()
                .indexOf(new SliceRef(image, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))));
        if (place < 0) {
            throw new ProblemException("The run has no slice in row " + form.group(2) + " and column " + form.group(3)
                    + " of " + form.group(1) + "; both count from 0.");
        }
        return place;
    }

    private void write(FeatureTable table, List<Double> similarity) {
        Path file = out;
        if (file != null) {
            String csv = SliceCsv.of(
                    table,
                    List.of("similarity"),
                    i -> List.of(similarity.get(i).isNaN() ? "" : Double.toString(similarity.get(i))));
            PictureFiles.write(csv.getBytes(StandardCharsets.UTF_8), file);
        }
    }

    /** A slice and how like the chosen ones it is. */
    private record Alike(String image, int row, int column, double similarity) {
        Map<String, Object> json() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("image", image);
            map.put("row", row);
            map.put("column", column);
            map.put("similarity", similarity);
            return map;
        }
    }

    private static List<Alike> most(FeatureTable table, List<Double> similarity) {
        return IntStream.range(0, similarity.size())
                .boxed()
                .filter(i -> !similarity.get(i).isNaN())
                .sorted(Comparator.comparingDouble((Integer i) -> -similarity.get(i)))
                .limit(SHOWN)
                .map(i -> {
                    SliceRef slice = table.slices().get(i);
                    return new Alike(table.images().get(slice.image()), slice.row(), slice.column(), similarity.get(i));
                })
                .toList();
    }

    private void print(List<Alike> most, @Nullable Path picture) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("most_alike", most.stream().map(Alike::json).toList());
        Map<String, @Nullable Path> written = new LinkedHashMap<>();
        written.put("out", out);
        written.put("heatmap", picture);
        written.forEach((what, file) -> {
            if (file != null) {
                json.put(what, file.toAbsolutePath().toString());
            }
        });
        if (common.json()) {
            common.printJson(json);
            return;
        }
        most.forEach(slice -> common.out()
                .println(String.format(
                        Locale.ROOT, "%7.4f  %s:%d:%d", slice.similarity, slice.image, slice.row, slice.column)));
        written.keySet().stream().filter(json::containsKey).forEach(what -> common.out()
                .println(what + ": " + json.get(what)));
    }
}
