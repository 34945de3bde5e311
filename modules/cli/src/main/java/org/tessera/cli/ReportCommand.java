// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.task.ProblemException;
import org.tessera.report.HtmlReport;
import org.tessera.report.PdfReport;
import org.tessera.report.ReportContents;
import org.tessera.report.ReportSection;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write runs as one HTML file that opens anywhere, offline, or as PDF.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Numbers of the runs.")
    private List<Long> ids = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "N",
            description =
                    "Every run of a sweep in tables and plots; by itself only its best by silhouette, or those that"
                            + " are named.")
    private @Nullable Long sweep;

    @Option(names = "--out", required = true, paramLabel = "F.html|F.pdf", description = "The file to write.")
    private Path out;

    @Option(names = "--title", description = "At the top of the page.")
    private @Nullable String title;

    @Option(
            names = "--sections",
            paramLabel = "S,...",
            description =
                    "Only these: runs, plots, summary, differences, agreement, truth, stability, images (default: all"
                            + " for which there is something).")
    private @Nullable String sections;

    @Override
    public Integer call() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        common.parsed(() -> {
            if (!name.endsWith(".html") && !name.endsWith(".htm") && !name.endsWith(".pdf")) {
                throw new ProblemException("The report " + out + " must end in .html or .pdf.");
            }
            return true;
        });
        String named = sections;
        Set<ReportSection> wanted = named == null ? ReportSection.ALL : common.parsed(() -> ReportSection.parse(named));
        List<Long> shown;
        int compared;
        try (Store store = common.openStoreToRead();
                Progress progress = common.progress("report")) {
            ReportContents all = contents(store);
            String heading =
                    title != null ? title : "Clusters of " + all.shown().get(0).imageSetName();
            Clock clock = Clock.system(ZoneId.systemDefault());
            ReportContents contents = all.entitled(heading, wanted);
            shown = contents.shown().stream().map(RunRecord::id).toList();
            compared = contents.compared().size();
            byte[] report = name.endsWith(".pdf")
                    ? new PdfReport(store, clock).render(contents, progress)
                    : new HtmlReport(store, clock).render(contents, progress).getBytes(StandardCharsets.UTF_8);
            PictureFiles.write(report, out);
        }
        if (common.json()) {
            common.printJson(Map.of("out", out.toAbsolutePath().toString(), "runs", shown));
        } else {
            common.out()
                    .println("Report on " + compared + (compared == 1 ? " run: " : " runs: ") + out.toAbsolutePath());
        }
        return 0;
    }

    private ReportContents contents(Store store) {
        List<RunRecord> named = ids.stream().distinct().map(store::requireRun).toList();
        Long of = sweep;
        if (of == null) {
            if (named.isEmpty()) {
                throw common.wrong("Name the runs by their numbers, or a sweep with --sweep.");
            }
            return ReportContents.of("", named);
        }
        if (store.sweep(of).isEmpty()) {
            throw new ProblemException("There is no sweep " + of + " in " + common.location()
                    + "; \"tessera list\" names the sweep of each run.");
        }
        List<RunRecord> runs = new ArrayList<>(store.runsOfSweep(of));
        named.stream().filter(run -> !runs.contains(run)).forEach(runs::add);
        if (runs.isEmpty()) {
            throw new ProblemException("Sweep " + of + " has no runs; resume it, or name others.");
        }
        return named.isEmpty()
                ? ReportContents.ofMany("", runs, ScoreName.SILHOUETTE)
                : new ReportContents("", named, runs, List.of(), ReportSection.ALL);
    }
}
