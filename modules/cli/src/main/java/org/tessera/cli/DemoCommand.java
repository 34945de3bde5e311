// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tessera.charts.Heatmap;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.sample.SampleMosaic;
import org.tessera.engine.sample.SampleTile;
import org.tessera.engine.sample.SampleTile.PixelClass;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.report.HtmlReport;
import org.tessera.report.ReportContents;
import org.tessera.report.ReportSection;
import org.tessera.report.RunExport;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.Source;
import org.tessera.tracking.SweepOutcome;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "The main job end to end on sample tiles made here: sweep, best run, heatmaps, report, store.")
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 20181027L;
    private static final double CRYSTAL_SHARE = 0.01;
    private static final int PICTURE_SIDE = 2000;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tessera-demo",
            description = "Folder for everything (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("tessera-demo");

    @Option(names = "--no-window", description = "Do not open the workbench afterwards.")
    private boolean noWindow;

    /** How well the best cluster of a run finds the crystals. */
    private record Judged(RunRecord run, Contingency.Detection detection) {}

    @Override
    public Integer call() {
        Path folder = out.toAbsolutePath().normalize();
        Path tiles = folder.resolve("tiles");
        StoreLocation location = new StoreLocation.File(folder.resolve("tessera" + StoreLocation.SUFFIX));
        List<SampleTile> sample = SampleMosaic.write(tiles, SEED);
        try (Workers workers = common.workers();
                Store store = Store.open(location);
                Progress progress = common.progress("demo")) {
            Source source = new Source.Images(ImageScanner.scan(List.of(tiles), "*.tif", "auto"));
            Placement placement = new Placement("Sample", "Demo", null, null, List.of());
            SweepOutcome outcome = new Tracker(store, workers, Clock.systemUTC())
                    .sweep(source, sweep(), placement, false, run -> {}, progress.part(0, 0.7));
            BestRun best = BestRun.of(outcome.runs(), ScoreName.SILHOUETTE).orElseThrow();
            Judged finder = outcome.runs().stream()
                    .filter(run -> !run.degenerate())
                    .map(run -> judge(run, store.labels(run.id()), sample))
                    .max(Comparator.comparingDouble(judged -> judged.detection().f1()))
                    .orElseThrow();
            Judged bestJudged = judge(best.run(), store.labels(best.run().id()), sample);
            Map<String, Path> files = write(store, folder, outcome.runs(), bestJudged, finder, progress.part(0.7, 1));
            if (common.json()) {
                common.printJson(json(outcome, best, finder, files, folder));
            } else {
                print(outcome, best, bestJudged, finder, files, location);
            }
        }
        return 0;
    }

    private static SweepSpec sweep() {
        List<Grid> grids = IntStream.of(4, 6, 8, 10, 12, 14, 16, 18, 20, 24)
                .mapToObj(g -> new Grid(g, g))
                .toList();
        List<ClusteringSpec> clusterings = new ArrayList<>();
        for (int clusters = 2; clusters <= 4; clusters++) {
            clusterings.add(new ClusteringSpec.KMeans(clusters, 20, 42));
        }
        return new SweepSpec(
                grids,
                List.of(StatisticSet.NOTEBOOK),
                List.of(true),
                List.of(new SweepSpec.Pca(true, OptionalInt.empty())),
                clusterings,
                List.of(Preparation.NONE),
                null,
                null,
                0);
    }

    private static Judged judge(RunRecord run, int[] labels, List<SampleTile> sample) {
        Grid grid = Grid.parse(run.parameterText("grid"));
        int[] crystals = new int[labels.length];
        for (int tile = 0; tile < sample.size(); tile++) {
            boolean[] one = sample.get(tile).truth().slicesWith(PixelClass.CRYSTAL, grid, CRYSTAL_SHARE);
            for (int slice = 0; slice < one.length; slice++) {
                crystals[tile * grid.slices() + slice] = one[slice] ? 1 : 0;
            }
        }
        return new Judged(run, Contingency.of(labels, crystals).detection(1));
    }

    private Map<String, Path> write(
            Store store, Path folder, List<RunRecord> runs, Judged best, Judged finder, Monitor monitor) {
        Map<String, Path> files = new LinkedHashMap<>();
        RunExport export = new RunExport(store);
        List<RunRecord> shown = new ArrayList<>(new LinkedHashSet<>(List.of(finder.run(), best.run())));
        for (RunRecord run : shown) {
            Path file = folder.resolve("heatmap-run-" + run.id() + ".png");
            PictureFiles.writePng(
                    export.heatmap(run, PICTURE_SIDE, Heatmap.DEFAULT_OPACITY).picture(), file);
            files.put("heatmap of run " + run.id(), file);
        }
        Path report = folder.resolve("report.html");
        List<String> remarks = List.of(
                "Six sample tiles made by Tessera, whose crystals are known: a slice counts as crystal where they cover 1 % of it.",
                sentence("Best silhouette", best), sentence("Best at finding the crystals", finder));
        String html = new HtmlReport(store, Clock.system(ZoneId.systemDefault()))
                .render(
                        new ReportContents("Crystals on the sample tiles", shown, runs, remarks, ReportSection.ALL),
                        monitor);
        PictureFiles.write(html.getBytes(StandardCharsets.UTF_8), report);
        files.put("report", report);
        return files;
    }

    private static String sentence(String what, Judged judged) {
        Contingency.Detection found = judged.detection();
        return String.format(
                Locale.ROOT,
                "%s: run %d (grid %s, %s clusters); its cluster %d finds %.0f %% of the crystal slices, %.0f %% of it are false (F1 %.2f).",
                what,
                judged.run().id(),
                judged.run().parameterText("grid"),
                judged.run().parameterText("clusters"),
                found.cluster(),
                100 * found.truePositiveRate(),
                100 * found.falseDiscoveryRate(),
                found.f1());
    }

    private static Map<String, Object> json(
            SweepOutcome outcome, BestRun best, Judged finder, Map<String, Path> files, Path folder) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("store", folder.resolve("tessera" + StoreLocation.SUFFIX).toString());
        map.put("sweep", outcome.sweep());
        map.put("runs", outcome.runs().size());
        map.put("skipped_identical", outcome.skippedIdentical());
        map.put("best", Map.of(best.score().id(), best.run().id()));
        map.put(
                "crystals",
                Map.of(
                        "run", finder.run().id(),
                        "f1", finder.detection().f1(),
                        "true_positive_rate", finder.detection().truePositiveRate(),
                        "false_discovery_rate", finder.detection().falseDiscoveryRate()));
        map.put("files", files.values().stream().map(Path::toString).toList());
        return map;
    }

    private void print(
            SweepOutcome outcome,
            BestRun best,
            Judged bestJudged,
            Judged finder,
            Map<String, Path> files,
            StoreLocation location) {
        PrintWriter out = common.out();
        RunTable.print(outcome.runs(), RunTable.DEFAULT_COLUMNS, out);
        out.println();
        out.println("Sweep " + outcome.sweep() + ": " + outcome.runs().size() + " runs"
                + (outcome.skippedIdentical() == 0
                        ? ""
                        : ", " + outcome.skippedIdentical() + " of them known already"));
        out.println(RunText.best(best));
        out.println(sentence("Best silhouette", bestJudged));
        out.println(sentence("Best at finding the crystals", finder));
        out.println();
        files.forEach((what, file) -> out.println(what + ": " + file));
        out.println("tiles: " + this.out.toAbsolutePath().normalize().resolve("tiles"));
        out.println("store: " + location);
        out.println((noWindow ? "Open it in the workbench with" : "The workbench opens on it with")
                + ": tessera --store " + location);
    }
}
