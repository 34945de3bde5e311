// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.statistic.Statistic;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;
import org.tessera.engine.task.Workers;
import org.tessera.store.JsonText;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command takes: the store, how to print, how many threads. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--store", paramLabel = "FILE", description = "The store (default: the user's own).")
    private @Nullable String store;

    @Option(names = "--json", description = "One JSON document on standard output, nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (default: as many as processors).")
    private @Nullable Integer threads;

    boolean json() {
        return json;
    }

    /** The store, made if it is missing. */
    Store openStore() {
        return Store.open(location());
    }

    /** The store as it is; the user's own is made if it is missing, one that was named must be there. */
    Store openStoreToRead() {
        return store == null ? Store.open(location()) : Store.openExisting(location());
    }

    StoreLocation location() {
        String named = store;
        return named == null ? StoreLocation.ofUser() : StoreLocation.parse(named);
    }

    /** The statistics built in and those of plug-ins on the class path. */
    StatisticSet statistics() {
        return new StatisticSet(ServiceLoader.load(Statistic.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    Workers workers() {
        Integer count = threads;
        return count == null ? Workers.ofMachine() : parsed(() -> new Workers(count));
    }

    Progress progress(String task) {
        return new Progress(spec.commandLine().getErr(), quiet, task);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    void printJson(Map<String, ?> document) {
        out().println(JsonText.write(document));
    }

    /** The images named, which must not be a mistyped option that {@code --images} took for one. */
    List<Path> images(List<Path> named) {
        for (Path path : named) {
            if (path.toString().startsWith("--")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Unknown option " + path + ". "
                                + Suggestion.of(
                                        path.toString(),
                                        List.copyOf(spec.optionsMap().keySet())));
            }
        }
        return named;
    }

    /** What says that the command line is wrong. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The page asked for, or the first. */
    int page(@Nullable Integer asked) {
        if (asked != null && asked < 1) {
            throw wrong("The page is " + asked + "; give 1 or more.");
        }
        return asked == null ? 1 : asked;
    }

    /** Numbers of runs as typed: numbers, lists with commas, ranges. */
    List<Long> runNumbers(List<String> words) {
        return parsed(() -> words.stream()
                .flatMap(word -> Numbers.expand("The run", word).stream())
                .map(word -> (long) Numbers.whole("The run", word, 1, Integer.MAX_VALUE))
                .distinct()
                .toList());
    }

    /** A problem with what was typed makes the command line wrong, not the command fail. */
    <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (ProblemException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
