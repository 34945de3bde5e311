// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.store.ImportReport;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Record the runs of a bundle that the store does not have; nothing in the store is lost.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "F.tessera", description = "A file that \"tessera bundle\" wrote.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        ImportReport report;
        try (Store store = common.openStore();
                Progress progress = common.progress("import")) {
            report = store.bundles().read(file, Instant.now(), progress);
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("new", entries(report.recorded()));
            json.put("identical", entries(report.identical()));
            json.put("changed", report.changed());
            json.put("conflicts", report.conflicts());
            json.put("truth", report.layers());
            common.printJson(json);
        } else {
            common.out()
                    .println(report.recorded().size() + " new, "
                            + report.identical().size() + " identical to runs that were here"
                            + (report.changed().isEmpty()
                                    ? ""
                                    : " (" + report.changed().size() + " of them got tags, stars, names or notes)")
                            + ", " + report.conflicts().size() + " in conflict"
                            + (report.layers().isEmpty()
                                    ? ""
                                    : "; ground truth: " + report.layers().size() + " new"));
            report.conflicts().forEach(common.out()::println);
        }
        return 0;
    }

    private static List<Map<String, Long>> entries(List<ImportReport.Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    Map<String, Long> map = new LinkedHashMap<>();
                    map.put("bundled", entry.bundled());
                    map.put("run", entry.run());
                    return map;
                })
                .toList();
    }
}
