// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.sample.SampleMosaic;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how fast the engine is, beside what a user could run instead. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measure the engine: CPU seconds on one thread, the least of several rounds.")
public final class BenchmarkCommand implements Callable<Integer> {
    private static final long SAMPLE_SEED = 20181027L;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Images to measure on (default: the reference set where it is there, else sample tiles).")
    private @Nullable Path images;

    @Option(
            names = "--peers",
            description =
                    "Measure NumPy, scikit-learn and fastcluster beside it, taking turns (peers/peers.py in TESSERA_SHARED).")
    private boolean peers;

    @Option(
            names = "--large",
            description =
                    "Also large jobs in 256 MB of heap: 100 tiles of 8000 x 8000, hierarchical clustering of 65,536 slices.")
    private boolean large;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Only a store of N runs of 1600 labels: recorded, listed, filtered, watched.")
    private @Nullable Integer runs;

    @Option(names = "--keep", paramLabel = "DIR", description = "With --runs: where the store is made, and stays.")
    private @Nullable Path keep;

    @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds (default: 5).")
    private int rounds = 5;

    @Option(names = "--json", description = "One JSON document on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        Path scratch = scratch();
        try {
            if (runs != null) {
                stores(new StoreJobs(keep == null ? scratch : keep, runs).run());
                return 0;
            }
            Path shared = shared();
            Path folder = images != null ? images : shared.resolve("data/tileset6");
            if (images == null && !Files.isDirectory(folder)) {
                folder = scratch.resolve("tiles");
                SampleMosaic.write(folder, SAMPLE_SEED);
            }
            ImageSet set = ImageScanner.scan(List.of(folder), "*.tif", "auto");
            Peers there = peers ? new Peers(shared.resolve("peers/peers.py").toAbsolutePath()) : null;
            run(new Contests(set, folder.toAbsolutePath(), scratch, there).all(), folder, scratch);
        } finally {
            delete(scratch);
        }
        return 0;
    }

    private void run(List<Contest> contests, Path folder, Path scratch) {
        PrintWriter out = spec.commandLine().getOut();
        double calibration = CpuClock.calibration();
        if (!json) {
            out.printf(
                    Locale.ROOT,
                    "On %s, one thread, CPU seconds, least of %d rounds; calibration loop %.3f s%n%n",
                    folder,
                    rounds,
                    calibration);
            out.printf(
                    "%-48s %10s  %-21s %10s %8s %6s %8s%n",
                    "work", "ours", "peer", "theirs", "ratio", "gate", "stretch");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Contest contest : contests) {
            Contest.Result result = contest.run(rounds, rounds);
            rows.add(row(result));
            if (!json) {
                out.println(line(result));
                out.flush();
            }
        }
        List<String> largeJobs = largeJobs(scratch);
        if (!json && !largeJobs.isEmpty()) {
            out.println();
            out.println("In processes with a heap of 256 MB, all threads:");
            largeJobs.forEach(out::println);
        }
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("images", folder.toString());
            document.put("calibration_s", calibration);
            document.put("results", rows);
            document.put("large", largeJobs);
            out.println(JsonText.write(document));
        }
    }

    private void stores(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.write(Map.of("store", lines)));
        } else {
            lines.forEach(out::println);
        }
    }

    private List<String> largeJobs(Path scratch) {
        if (!large) {
            return List.of();
        }
        try {
            return new LargeJobs(scratch).run();
        } catch (IOException e) {
            throw new ProblemException(
                    "The large jobs cannot run (" + e.getMessage() + "); they need 300 MB in " + scratch + ".", e);
        }
    }

    private static String line(Contest.Result result) {
        Contest contest = result.contest();
        OptionalDouble ratio = result.ratio();
        return String.format(
                Locale.ROOT,
                "%-48s %10.4f  %-21s %10s %8s %5.0fx %7.0fx%s",
                contest.work(),
                result.ours(),
                contest.peer(),
                result.theirs().isPresent()
                        ? String.format(Locale.ROOT, "%.4f", result.theirs().getAsDouble())
                        : "-",
                ratio.isPresent() ? String.format(Locale.ROOT, "%.1fx", ratio.getAsDouble()) : "-",
                contest.gate(),
                contest.stretch(),
                ratio.isPresent() ? verdict(ratio.getAsDouble(), contest) : "");
    }

    private static String verdict(double ratio, Contest contest) {
        return ratio >= contest.stretch() ? "  stretch" : ratio >= contest.gate() ? "  gate" : "  MISSED";
    }

    private static Map<String, Object> row(Contest.Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("work", result.contest().work());
        row.put("ours_cpu_s", result.ours());
        row.put("peer", result.contest().peer());
        result.theirs().ifPresent(seconds -> row.put("peer_cpu_s", seconds));
        result.ratio().ifPresent(ratio -> row.put("ratio", ratio));
        row.put("gate", result.contest().gate());
        row.put("stretch", result.contest().stretch());
        return row;
    }

    private static Path shared() {
        String named = System.getenv("TESSERA_SHARED");
        return Path.of(named == null || named.isBlank() ? System.getProperty("tessera.shared", "../shared") : named);
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("tessera-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
