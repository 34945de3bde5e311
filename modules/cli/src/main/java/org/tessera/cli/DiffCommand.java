// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show in which parameters and scores runs differ.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "2..*", paramLabel = "ID", description = "Numbers of the runs.")
    private List<Long> ids = List.of();

    @Option(names = "--all", description = "Show what is equal too.")
    private boolean all;

    @Override
    public Integer call() {
        List<Long> distinct = ids.stream().distinct().toList();
        if (distinct.size() < 2) {
            throw common.wrong("A run does not differ from itself; give two numbers or more.");
        }
        List<RunRecord> runs = new ArrayList<>();
        try (Store store = common.openStoreToRead()) {
            distinct.forEach(id -> runs.add(store.requireRun(id)));
        }
        Map<String, List<@Nullable Object>> differences = differences(runs);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("runs", distinct);
            json.put("differences", differences);
            common.printJson(json);
        } else if (differences.isEmpty()) {
            common.out().println("The runs are equal in every parameter and score.");
        } else {
            RunTable.printFields(runs, List.copyOf(differences.keySet()), common.out());
        }
        return 0;
    }

    private Map<String, List<@Nullable Object>> differences(List<RunRecord> runs) {
        Map<String, List<@Nullable Object>> differences = new LinkedHashMap<>();
        for (String field : RunFields.names(runs)) {
            List<@Nullable Object> values = new ArrayList<>();
            runs.forEach(run -> values.add(RunFields.value(run, field)));
            boolean equal = values.stream().distinct().count() == 1;
            if (RunFields.isMade(field) && (all || !equal)) {
                differences.put(field, values);
            }
        }
        return differences;
    }
}
