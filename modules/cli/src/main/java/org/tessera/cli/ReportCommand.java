// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.PictureFiles;
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

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of the runs.")
    private List<Long> ids = List.of();

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
        try (Store store = common.openStoreToRead();
                Progress progress = common.progress("report")) {
            List<RunRecord> runs =
                    ids.stream().distinct().map(store::requireRun).toList();
            String heading =
                    title != null ? title : "Clusters of " + runs.get(0).imageSetName();
            Clock clock = Clock.system(ZoneId.systemDefault());
            ReportContents contents = new ReportContents(heading, runs, runs, List.of(), wanted);
            byte[] report = name.endsWith(".pdf")
                    ? new PdfReport(store, clock).render(contents, progress)
                    : new HtmlReport(store, clock).render(contents, progress).getBytes(StandardCharsets.UTF_8);
            PictureFiles.write(report, out);
        }
        if (common.json()) {
            common.printJson(Map.of("out", out.toAbsolutePath().toString(), "runs", ids));
        } else {
            common.out()
                    .println("Report on " + ids.size() + (ids.size() == 1 ? " run: " : " runs: ")
                            + out.toAbsolutePath());
        }
        return 0;
    }
}
