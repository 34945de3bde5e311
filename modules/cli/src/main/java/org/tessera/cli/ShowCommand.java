// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.concurrent.Callable;
import org.tessera.report.Json;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
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
        try (Store store = common.openStoreToRead()) {
            run = store.requireRun(id);
        }
        if (common.json()) {
            common.printJson(Json.run(run, null));
        } else {
            RunText.print(run, common.out());
        }
        return 0;
    }
}
