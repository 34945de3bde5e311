// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.Provenance;
import org.tessera.store.RunFields;
import org.tessera.store.RunQuery;
import org.tessera.store.RunRecord;
import org.tessera.store.SortKey;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.StoreSnapshot;
import org.tessera.store.StoredImage;

/** How a store of many runs of 1600 labels behaves: wall-clock milliseconds of the first call and of the best of the next. */
final class StoreJobs {
    private static final int SLICES = 1600;
    private static final int TOGETHER = 12;
    private static final int REPEATS = 7;
    private static final String QUERY =
            "clusters in (2,3) and (silhouette > 0.5 or davies_bouldin < 1) and tag = \"good\" and not name contains \"test\"";

    private final Path scratch;
    private final int runs;
    private final SplittableRandom random = new SplittableRandom(11);
    private final List<String> lines = new ArrayList<>();

    /** @param runs how many */
    StoreJobs(Path scratch, int runs) {
        this.scratch = scratch;
        this.runs = runs;
    }

    /** Makes the store and measures it; a line each. */
    List<String> run() {
        StoreLocation location =
                StoreLocation.parse(scratch.resolve("store-" + runs).toString());
        long start = System.nanoTime();
        try (Store store = Store.open(location)) {
            for (int i = 0; i < runs; i += TOGETHER) {
                store.record(
                        IntStream.range(i, Math.min(runs, i + TOGETHER))
                                .mapToObj(this::sample)
                                .toList(),
                        false);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            lines.add(String.format(
                    Locale.ROOT,
                    "%-58s %10.2f ms a run, %.1f MB",
                    String.format(Locale.ROOT, "%,d runs recorded", runs),
                    1e3 * seconds / runs,
                    store.info().bytes() / 1e6));
        }
        measure("open the store, list every run, close", () -> {
            try (Store store = Store.openExisting(location)) {
                return store.runs().size();
            }
        });
        try (Store store = Store.openExisting(location)) {
            measure("list: read every run", () -> store.runs().size());
            List<RunRecord> all = store.runs();
            measure("sort by a score", () -> RunFields.sorted(all, List.of(new SortKey("silhouette", true))));
            measure("filter: " + QUERY.substring(0, 40) + "...", () -> {
                RunQuery query = RunQuery.parse(QUERY, all);
                return all.stream().filter(query::matches).count();
            });
            measure("notice that nothing has changed", store::mark);
            StoreSnapshot[] last = {store.snapshot(StoreSnapshot.EMPTY)};
            measure("see one more run in an open window", () -> {
                store.record(sample(runs + random.nextInt(1_000_000_000)));
                last[0] = store.snapshot(last[0]);
                return last[0].runs().size();
            });
            measure("see one run starred in an open window", () -> {
                store.edits().star(List.of(1L + random.nextInt(runs)), random.nextBoolean());
                last[0] = store.snapshot(last[0]);
                return last[0].runs().size();
            });
            measure("labels of 100 runs", () -> {
                for (int i = 0; i < 100; i++) {
                    store.labels(1L + random.nextInt(runs));
                }
                return 100;
            });
        }
        return lines;
    }

    private void measure(String what, Supplier<Object> work) {
        double first = millis(work);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            best = Math.min(best, millis(work));
        }
        lines.add(String.format(Locale.ROOT, "%-58s %10.1f ms first, %.1f ms best", what, first, best));
    }

    private static double millis(Supplier<Object> work) {
        long start = System.nanoTime();
        Objects.requireNonNull(work.get());
        return (System.nanoTime() - start) / 1e6;
    }

    private NewRun sample(int number) {
        RunSpec spec = new RunSpec(
                new Grid(20, 20),
                StatisticSet.NOTEBOOK,
                true,
                true,
                OptionalInt.of(1 + number % 6),
                new ClusteringSpec.KMeans(2 + number % 9, 20, number));
        int[] labels = new int[SLICES];
        double[] silhouettes = new double[SLICES];
        for (int i = 0; i < SLICES; i++) {
            silhouettes[i] = random.nextDouble();
            labels[i] = Math.min(random.nextInt(2 + number % 9), random.nextInt(2 + number % 9));
        }
        Map<ScoreName, Double> scores = new HashMap<>();
        for (ScoreName name : ScoreName.all()) {
            scores.put(name, random.nextDouble() * (name.metric() == Metric.SILHOUETTE ? 1 : 2));
        }
        Map<String, Double> timings = new LinkedHashMap<>();
        List.of("read", "statistics", "cluster", "score").forEach(step -> timings.put(step, random.nextDouble()));
        String key = Fingerprint.of(List.of("sample " + number));
        Instant then = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * number);
        return new NewRun(
                new UUID(random.nextLong(), random.nextLong()),
                new Placement(
                        "Benchmark",
                        "Experiment " + number / 1000,
                        number % 3 == 0 ? "run " + number : null,
                        null,
                        number % 2 == 0 ? List.of("good") : List.of()),
                images(),
                null,
                then,
                then.plusSeconds(1),
                SpecParameters.of(spec),
                (long) number,
                Labels.canonical(labels),
                null,
                new Scores(new HashMap<>(scores)),
                List.of(0.6, 0.2, 0.1),
                List.of(),
                timings,
                null,
                Map.of(NewRun.SILHOUETTE, SliceScores.of(silhouettes)),
                new NewRun.Keys(key, key, key),
                new Provenance("2", "1.0.0", "benchmark", "benchmark"));
    }

    private static ImageSetRecord images() {
        List<StoredImage> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "tile" + i + ".tif";
            images.add(new StoredImage(
                    new ImageInfo(
                            new ImageFile(Path.of("/benchmark", name), name), 1000, 1000, 16, 2_000_000, name, name),
                    i));
        }
        return new ImageSetRecord(ImageSetRecord.Kind.IMAGES, "tiles", "benchmark", 2, 2, images);
    }
}
