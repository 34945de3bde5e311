// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tessera.charts.ClusterColours;
import org.tessera.charts.ClusterPalette;
import org.tessera.charts.LinePlot;
import org.tessera.charts.ScoreCurves;
import org.tessera.charts.ScoredRun;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoredImage;

/** What the report's template shows, as maps and lists of texts. */
final class ReportModel {
    private static final List<ScoreName> COLUMNS = List.of(
            ScoreName.SILHOUETTE,
            new ScoreName(Metric.SILHOUETTE, Space.RAW_FEATURES),
            new ScoreName(Metric.SILHOUETTE, Space.STANDARDIZED),
            new ScoreName(Metric.DAVIES_BOULDIN, Space.CLUSTERED),
            new ScoreName(Metric.CALINSKI_HARABASZ, Space.CLUSTERED),
            ScoreName.INERTIA);

    private final Store store;
    private final ReportPictures pictures;

    ReportModel(Store store, ReportPictures pictures) {
        this.store = store;
        this.pictures = pictures;
    }

    List<Map<String, Object>> runs(List<RunRecord> runs, Monitor monitor) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (RunRecord run : runs) {
            monitor.check();
            monitor.progress(models.size() / (double) runs.size(), "run " + run.id());
            models.add(run(run));
        }
        return models;
    }

    private Map<String, Object> run(RunRecord run) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", run.id());
        model.put("heading", heading(run));
        model.put("name", run.name() == null ? "" : run.name());
        model.put("note", run.note() == null ? "" : run.note());
        model.put("tags", run.tags());
        model.put("started", run.started().toString());
        model.put(
                "placed",
                run.project() + " · " + run.experiment() + (run.sweep() == null ? "" : " · sweep " + run.sweep()));
        List<String> warnings = new ArrayList<>(run.warnings());
        if (run.degenerate()) {
            warnings.add(
                    0,
                    "Degenerate: the smallest cluster has " + smallest(run)
                            + ". A high score of such a run says little.");
        }
        if (run.sameLabelsAs() != null) {
            warnings.add("The same partition as run " + run.sameLabelsAs()
                    + ", although parameters differ or it was repeated.");
        }
        addPicture(run, model, warnings);
        model.put("warnings", warnings);
        model.put("clusters", clusters(run));
        Map<String, String> parameters = new LinkedHashMap<>();
        run.parameters().keySet().forEach(name -> parameters.put(name, parameter(run, name)));
        model.put("parameters", parameters);
        Map<String, String> scores = new LinkedHashMap<>();
        run.shownScores().forEach(name -> scores.put(name.label(), number(run, name)));
        model.put("scores", scores);
        model.put("methods", Methods.paragraph(run, set));
        model.put("command", Commands.run(run, set));
        return model;
    }

    private static String parameter(RunRecord run, String name) {
        if (name.equals("pca_components")
                && Boolean.TRUE.equals(run.parameters().get("pca"))) {
            return run.parameters().get(name) == null ? "all" : run.parameterText(name);
        }
        return run.parameters().get(name) == null
                ? "–"
                : run.parameterText(name).replace(",", ", ");
    }

    private void addPicture(RunRecord run, Map<String, Object> model, List<String> warnings) {
        Optional<Slicing> slicing = run.slicing();
        if (slicing.isEmpty()) {
            warnings.add("Made from a feature table, so there is no image to paint.");
            return;
        }
        try {
            model.put("picture", pictures.of(run, slicing.get()));
            model.put("heatmapCaption", "Run " + run.id() + ": " + heading(run));
        } catch (ProblemException e) {
            warnings.add("No heatmap: " + e.getMessage());
        }
    }

    private static List<Map<String, Object>> clusters(RunRecord run) {
        List<Map<String, Object>> clusters = new ArrayList<>();
        int total = run.clusterSizes().stream().mapToInt(Integer::intValue).sum();
        ClusterColours colours =
                ClusterColours.of(run.clusterSizes().size(), run.clusters().colours());
        for (int c : run.clusters().order(run.clusterSizes().size())) {
            Map<String, Object> cluster = new LinkedHashMap<>();
            cluster.put("colour", ClusterPalette.hex(colours.colour(c)));
            cluster.put("name", run.clusters().name(c));
            cluster.put("slices", grouped(run.clusterSizes().get(c)));
            cluster.put(
                    "share",
                    String.format(
                            Locale.ROOT, "%.1f %%", 100.0 * run.clusterSizes().get(c) / total));
            clusters.add(cluster);
        }
        return clusters;
    }

    /** In a few words: grid, clusters, algorithm. */
    static String heading(RunRecord run) {
        String grid = run.parameterText("grid").replace("x", " × ");
        String prepared = run.spec().preparation().toString();
        return (grid.isEmpty() ? "feature table" : grid + " slices an image")
                + (prepared.isEmpty() ? "" : ", " + prepared)
                + ", " + run.clusterSizes().size() + (run.clusterSizes().size() == 1 ? " cluster, " : " clusters, ")
                + run.spec().clustering().title();
    }

    static List<String> scoreHeaders() {
        return COLUMNS.stream().map(ScoreName::label).toList();
    }

    List<Map<String, Object>> table(List<RunRecord> runs, List<RunRecord> marked) {
        Set<Long> markedIds =
                new LinkedHashSet<>(marked.stream().map(RunRecord::id).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RunRecord run : runs) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", run.id());
            row.put("marked", markedIds.size() < runs.size() && markedIds.contains(run.id()));
            row.put(
                    "grid",
                    run.parameterText("grid").isEmpty()
                            ? "table"
                            : run.parameterText("grid").replace("x", " × "));
            row.put("clusters", Integer.toString(run.clusterSizes().size()));
            row.put(
                    "components",
                    run.explainedVarianceRatio().isEmpty()
                            ? "no PCA"
                            : "" + run.explainedVarianceRatio().size());
            row.put("algorithm", run.spec().clustering().title());
            row.put("scores", COLUMNS.stream().map(name -> number(run, name)).toList());
            row.put("smallest", smallest(run));
            row.put("degenerate", run.degenerate());
            rows.add(row);
        }
        return rows;
    }

    private static String smallest(RunRecord run) {
        List<Integer> sizes = run.clusterSizes();
        if (sizes.isEmpty()) {
            return "–";
        }
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        int size = run.smallestCluster().orElse(0);
        return grouped(size)
                + (size == 1 ? " slice" : " slices")
                + String.format(Locale.ROOT, " (%.1f %%)", 100.0 * size / total);
    }

    /** The score curves that the runs make. */
    static List<LinePlot> curves(List<RunRecord> runs) {
        List<LinePlot> plots = new ArrayList<>();
        for (ScoreCurves.Axis axis : ScoreCurves.Axis.values()) {
            for (ScoreName score : List.of(COLUMNS.get(0), COLUMNS.get(1))) {
                new ScoreCurves(scored(runs, score), score, axis).plot(null).ifPresent(plots::add);
            }
        }
        return plots;
    }

    private static List<ScoredRun> scored(List<RunRecord> runs, ScoreName score) {
        return runs.stream()
                .filter(run -> run.score(score).isPresent())
                .map(run -> new ScoredRun(
                        run.id(),
                        run.parameterTexts(),
                        run.explainedVarianceRatio().isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of(run.explainedVarianceRatio().size()),
                        run.score(score).orElseThrow(),
                        run.degenerate()))
                .toList();
    }

    List<Map<String, Object>> imageSets(List<RunRecord> shown, List<RunRecord> compared) {
        Set<Long> ids = new LinkedHashSet<>();
        shown.forEach(run -> ids.add(run.imageSet()));
        compared.forEach(run -> ids.add(run.imageSet()));
        List<Map<String, Object>> sets = new ArrayList<>();
        for (long id : ids) {
            ImageSetRecord set = store.imageSet(id);
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("name", set.name());
            model.put("mosaic", set.mosaicRows() + " × " + set.mosaicColumns());
            model.put("table", set.kind() == ImageSetRecord.Kind.TABLE);
            model.put("images", set.images().stream().map(ReportModel::image).toList());
            sets.add(model);
        }
        return sets;
    }

    private static Map<String, Object> image(StoredImage image) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", image.info().file().name());
        model.put(
                "size",
                image.info().width() == 0
                        ? "–"
                        : image.info().width() + " × " + image.info().height());
        model.put("depth", image.info().bitDepth() == 0 ? "–" : image.info().bitDepth() + " bit");
        PixelSize pixelSize = image.info().pixelSize();
        model.put("pixelSize", pixelSize == null ? "–" : pixelSize.text());
        model.put("file", image.info().fileSha256());
        model.put(
                "pixels",
                image.info().pixelSha256().isEmpty() ? "–" : image.info().pixelSha256());
        return model;
    }

    private static String number(RunRecord run, ScoreName name) {
        if (run.score(name).isEmpty()) {
            return "–";
        }
        double value = run.score(name).getAsDouble();
        boolean large = name.metric() == Metric.CALINSKI_HARABASZ || name.metric() == Metric.INERTIA;
        return String.format(Locale.ROOT, large ? "%,.1f" : "%.3f", value).replace("-", "−");
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
