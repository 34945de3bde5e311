// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.FitSummary;
import org.tessera.report.Json;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.SummaryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Show a recorded run.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Override
    public Integer call() {
        RunRecord run;
        Optional<FitSummary> summary;
        try (Store store = common.openStoreToRead()) {
            run = store.requireRun(id);
            summary = store.summary(id);
        }
        if (common.json()) {
            Map<String, @Nullable Object> json = Json.run(run, null);
            summary.ifPresent(fit -> {
                json.put("features", SummaryText.features(fit));
                json.put("pca_loadings", fit.loadings());
            });
            common.printJson(json);
        } else {
            RunText.print(run, common.out());
        }
        return 0;
    }
}
