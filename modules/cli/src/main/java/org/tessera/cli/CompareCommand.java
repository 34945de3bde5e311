// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.SeriesNames;
import org.tessera.engine.compare.Alignment;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.compare.Similarity;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Workers;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.RunFamily;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Show how the clusters of runs of the same images agree: adjusted Rand index, adjusted mutual"
                + " information, contingency tables, and which clusters of each run are those of the first."
                + " Runs of different grids are compared pixel by pixel.")
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_SIDE_BY_SIDE = 9;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Numbers of the runs; the first is the reference.")
    private List<Long> ids = List.of();

    @Option(names = "--sweep", paramLabel = "N", description = "Every run of a sweep, beside those that are named.")
    private @Nullable Long sweep;

    @Option(
            names = "--alike",
            paramLabel = "X",
            defaultValue = "" + RunFamily.NEARLY_SAME,
            description = "Adjusted Rand index from which runs are of one family (default: ${DEFAULT-VALUE}).")
    private double alike;

    @Override
    public Integer call() {
        List<RunRecord> runs = new ArrayList<>();
        List<Partition> partitions = new ArrayList<>();
        Similarity similarity;
        try (Store store = common.openStoreToRead();
                Workers workers = common.workers();
                Progress progress = common.progress("compare")) {
            Set<Long> wanted = new LinkedHashSet<>(ids);
            if (sweep != null) {
                store.runsOfSweep(sweep).forEach(run -> wanted.add(run.id()));
            }
            if (wanted.size() < 2) {
                throw common.wrong("A run agrees with itself; give two numbers or more, or --sweep.");
            }
            Partitions of = new Partitions(store);
            for (long id : wanted) {
                RunRecord run = store.requireRun(id);
                runs.add(run);
                partitions.add(of.of(run));
            }
            similarity = Similarity.of(partitions, alike, workers, progress);
        }
        if (common.json()) {
            common.printJson(json(runs, partitions, similarity));
        } else if (runs.size() > MOST_SIDE_BY_SIDE) {
            printFamilies(runs, similarity);
        } else {
            print(runs, partitions);
        }
        return 0;
    }

    /** Families of runs that are nearly the same, each with its best by silhouette and the parameters it shares. */
    private void printFamilies(List<RunRecord> runs, Similarity similarity) {
        List<RunFamily> families = RunFamily.of(runs, similarity);
        common.out().println(RunFamily.counted(families) + " (adjusted Rand index of " + alike + " or more):");
        for (RunFamily family : RunFamily.ofSeveral(families)) {
            String shared = SeriesNames.words(family.shared());
            String best = family.best().map(run -> "best " + run.id()).orElse("none to be named best");
            common.out()
                    .println("  " + family.name() + ": " + family.runs().size() + " runs, " + best
                            + (shared.isEmpty() ? "" : ", all with " + shared) + ": " + family.numbers());
        }
    }

    private static Map<String, @Nullable Object> json(
            List<RunRecord> runs, List<Partition> partitions, Similarity similarity) {
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < runs.size() && runs.size() <= MOST_SIDE_BY_SIDE; i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                Contingency table = partitions.get(i).with(partitions.get(j));
                Map<String, @Nullable Object> pair = new LinkedHashMap<>();
                pair.put("runs", List.of(runs.get(i).id(), runs.get(j).id()));
                pair.put("counted", partitions.get(i).sameSlices(partitions.get(j)) ? "slices" : "pixels");
                pair.put("adjusted_rand", table.adjustedRand());
                pair.put("adjusted_mutual_information", orNull(table.adjustedMutualInformation()));
                pair.put("contingency", counts(table));
                pairs.add(pair);
            }
        }
        List<Object> alignments = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            Alignment alignment = Alignment.of(partitions.get(i).with(partitions.get(0)));
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("run", runs.get(i).id());
            one.put("matches", orNull(alignment.matches()));
            one.put("split_from", orNull(alignment.splitFrom()));
            one.put("kept", alignment.kept());
            alignments.add(one);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("runs", runs.stream().map(RunRecord::id).toList());
        json.put("pairs", pairs);
        json.put("reference", runs.get(0).id());
        json.put("alignments", alignments);
        json.put("adjusted_rand", similarity.rand());
        json.put(
                "families",
                RunFamily.of(runs, similarity).stream()
                        .map(CompareCommand::json)
                        .toList());
        json.put(
                "order",
                similarity.order().stream().map(place -> runs.get(place).id()).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(RunFamily family) {
        Map<String, @Nullable Object> shared = new LinkedHashMap<>();
        family.shared()
                .keySet()
                .forEach(name ->
                        shared.put(name, family.runs().get(0).parameters().get(name)));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", family.name());
        json.put("runs", family.runs().stream().map(RunRecord::id).toList());
        json.put("best", family.best().map(RunRecord::id).orElse(null));
        json.put("shared", shared);
        return json;
    }

    static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static List<@Nullable Integer> orNull(List<Integer> clusters) {
        List<@Nullable Integer> list = new ArrayList<>();
        clusters.forEach(cluster -> list.add(cluster < 0 ? null : cluster));
        return list;
    }

    private static List<List<Long>> counts(Contingency table) {
        return IntStream.range(0, table.clusters())
                .mapToObj(c -> IntStream.range(0, table.classes())
                        .mapToObj(o -> table.count(c, o))
                        .toList())
                .toList();
    }

    private void print(List<RunRecord> runs, List<Partition> partitions) {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("adjusted Rand"));
        runs.forEach(run -> head.add("run " + run.id()));
        cells.add(head);
        for (int i = 0; i < runs.size(); i++) {
            List<String> line = new ArrayList<>(List.of("run " + runs.get(i).id()));
            for (Partition other : partitions) {
                line.add(String.format(
                        Locale.ROOT, "%.3f", partitions.get(i).with(other).adjustedRand()));
            }
            cells.add(line);
        }
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, 1, right.length, true);
        RunTable.print(cells, right, common.out());
        for (int i = 1; i < runs.size(); i++) {
            Alignment alignment = Alignment.of(partitions.get(i).with(partitions.get(0)));
            common.out()
                    .println(sentence(
                            runs.get(i).id(),
                            runs.get(0).id(),
                            alignment,
                            partitions.get(i).sameSlices(partitions.get(0))));
        }
    }

    private static String sentence(long run, long reference, Alignment alignment, boolean slices) {
        List<String> words = new ArrayList<>();
        for (int c = 0; c < alignment.matches().size(); c++) {
            int match = alignment.matches().get(c);
            int from = alignment.splitFrom().get(c);
            words.add("cluster " + c
                    + (match >= 0 ? " is " + match : from >= 0 ? " is new, mostly from " + from : " is new"));
        }
        return String.format(
                Locale.ROOT,
                "run %d to run %d: %s; %.1f %% of the %s keep their cluster",
                run,
                reference,
                String.join(", ", words),
                100 * alignment.kept(),
                slices ? "slices" : "pixels");
    }
}
