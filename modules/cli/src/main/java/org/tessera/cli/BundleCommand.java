// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunQuery;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = "Write runs, with everything but the images, to one file that \"tessera import\" reads.")
final class BundleCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = EditCommands.RUNS)
    private List<String> ids = List.of();

    @Option(names = "--where", paramLabel = "EXPR", description = "The runs that fulfil a condition, as in list.")
    private @Nullable String where;

    @Option(names = "--all", description = "Every run, and the saved queries.")
    private boolean all;

    @Option(names = "--out", required = true, paramLabel = "F.tessera", description = "The file.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        if ((ids.isEmpty() ? 0 : 1) + (where == null ? 0 : 1) + (all ? 1 : 0) != 1) {
            throw common.wrong("Say which runs: their numbers, --where or --all, one of the three.");
        }
        List<Long> numbers = common.runNumbers(ids);
        List<Long> written;
        try (Store store = common.openStoreToRead();
                Progress progress = common.progress("bundle")) {
            String condition = where;
            if (all) {
                written = store.bundles().writeAll(out, Instant.now(), progress);
            } else {
                List<Long> chosen = condition == null ? numbers : chosen(store, condition);
                written = store.bundles().write(chosen, out, Instant.now(), progress);
            }
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("bundle", out.toAbsolutePath().toString());
            json.put("runs", written);
            common.printJson(json);
        } else {
            common.out().println("bundle: " + out + ", " + written.size() + (written.size() == 1 ? " run" : " runs"));
        }
        return 0;
    }

    private List<Long> chosen(Store store, String condition) {
        List<RunRecord> runs = store.runs();
        RunQuery query = common.parsed(() -> RunQuery.parse(condition, runs));
        List<Long> chosen =
                runs.stream().filter(query::matches).map(RunRecord::id).toList();
        if (chosen.isEmpty()) {
            throw common.wrong("No run fulfils the condition; nothing is written.");
        }
        return chosen;
    }
}
