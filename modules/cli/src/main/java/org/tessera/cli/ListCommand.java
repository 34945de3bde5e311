// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;
import org.tessera.report.Json;
import org.tessera.store.RunFields;
import org.tessera.store.RunQuery;
import org.tessera.store.RunRecord;
import org.tessera.store.SortKey;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", mixinStandardHelpOptions = true, description = "List recorded runs.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "Only runs that fulfil this: \"clusters in (2,3) and (silhouette > 0.5 or davies_bouldin < 1)"
                    + " and tag = good and not name contains test and started > 2026-11-01\".")
    private @Nullable String where;

    @Option(names = "--query", paramLabel = "NAME", description = "Only runs that fulfil a saved query.")
    private @Nullable String query;

    @Option(names = "--deleted", description = "List the deleted runs.")
    private boolean deleted;

    @Option(
            names = "--sort",
            paramLabel = "[-]FIELD",
            description = "Sort by a field, descending with a minus (default: id).")
    private String sort = "id";

    @Option(
            names = "--columns",
            paramLabel = "A,B",
            description = "Fields to show: any parameter or score, name, note, tags, ...")
    private @Nullable String columns;

    @Option(names = "--limit", paramLabel = "N", description = "Show the first N only.")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        List<RunRecord> recorded;
        List<String> conditions = new ArrayList<>();
        if (where != null) {
            conditions.add(where);
        }
        try (Store store = common.openStoreToRead()) {
            recorded = deleted ? store.deletedRuns() : store.runs();
            if (query != null) {
                conditions.add(store.queries().require(query));
            }
        }
        List<RunQuery> queries = common.parsed(() -> conditions.stream()
                .map(condition -> RunQuery.parse(condition, recorded))
                .toList());
        List<RunRecord> all = recorded.stream()
                .filter(run -> queries.stream().allMatch(one -> one.matches(run)))
                .toList();
        SortKey key = SortKey.parse(sort);
        List<String> shown = columns == null
                ? RunTable.DEFAULT_COLUMNS
                : Arrays.stream(columns.split(",")).map(String::strip).toList();
        List<RunRecord> runs = common.parsed(() -> {
            RunFields.check(key.field(), recorded);
            shown.forEach(column -> RunFields.check(column, recorded));
            if (limit != null && limit < 0) {
                throw new ProblemException("The limit is " + limit + "; give 0 or more.");
            }
            return RunFields.sorted(all, List.of(key)).stream()
                    .limit(limit == null ? Integer.MAX_VALUE : limit)
                    .toList();
        });
        if (common.json()) {
            common.printJson(Json.list(runs, all.size()));
        } else if (runs.isEmpty() && !recorded.isEmpty()) {
            common.out().println("None of " + recorded.size() + " runs fulfils the condition.");
        } else if (runs.isEmpty()) {
            common.out()
                    .println("No runs in " + common.location() + "; \"tessera run\" or \"tessera sweep\" makes some.");
        } else {
            RunTable.print(runs, shown, common.out());
            if (runs.size() < all.size()) {
                common.out().println(runs.size() + " of " + all.size() + " runs");
            }
        }
        return 0;
    }
}
