// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.store.RunQuery;
import org.tessera.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Keep conditions on runs under a name, for \"tessera list --query NAME\".",
        subcommands = {QueryCommand.Save.class, QueryCommand.All.class, QueryCommand.Delete.class})
final class QueryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with saved queries: save, list or delete.");
    }

    @Command(
            name = "save",
            mixinStandardHelpOptions = true,
            description = "Save a condition, in place of one of that name.")
    static final class Save implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "EXPR", description = "The condition, as in list --where.")
        private String expression = "";

        @Override
        public Integer call() {
            try (Store store = common.openStore()) {
                common.parsed(() -> RunQuery.parse(expression, store.runs()));
                store.queries().save(name, expression, Instant.now());
            }
            return print(common, Map.of(name, expression));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the saved conditions.")
    static final class All implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() {
            try (Store store = common.openStoreToRead()) {
                return print(common, store.queries().all());
            }
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete a saved condition.")
    static final class Delete implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Override
        public Integer call() {
            try (Store store = common.openStoreToRead()) {
                String expression = store.queries().require(name);
                store.queries().delete(name);
                return print(common, Map.of(name, expression));
            }
        }
    }

    private static int print(CommonOptions common, Map<String, String> queries) {
        if (common.json()) {
            common.printJson(Map.of("queries", queries));
        } else {
            queries.forEach((name, expression) -> common.out().println(name + ": " + expression));
        }
        return 0;
    }
}
