// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.store.Store;
import org.tessera.store.StoreInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Look after a store.",
        subcommands = {StoreCommand.Info.class, StoreCommand.Backup.class, StoreCommand.Compact.class})
final class StoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the store: info, backup or compact.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    @Command(name = "info", mixinStandardHelpOptions = true, description = "Show what is in the store.")
    static final class Info implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() {
            StoreInfo info;
            try (Store store = common.openStoreToRead()) {
                info = store.info();
            }
            if (common.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("location", info.location());
                json.put("bytes", info.bytes());
                json.put("schema", info.schema());
                json.putAll(info.counts());
                json.put("backups", info.backups().stream().map(Path::toString).toList());
                common.printJson(json);
            } else {
                common.out().println(info.location() + ", " + megabytes(info.bytes()) + ", schema " + info.schema());
                info.counts().forEach((what, count) -> common.out()
                        .println(String.format(Locale.ROOT, "  %-12s %,d", what.replace('_', ' '), count)));
                info.backups().forEach(backup -> common.out().println("  backup       " + backup));
            }
            return 0;
        }
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description =
                    "Copy the store, also while it is in use, to a zip file. To go back, unzip it and name the file"
                            + " in it with --store.")
    static final class Backup implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Option(
                names = "--out",
                paramLabel = "F.zip",
                description = "The file (default: beside the store, the newest five are kept there).")
        private @Nullable Path out;

        @Override
        public Integer call() {
            Path made;
            try (Store store = common.openStoreToRead()) {
                Path named = out;
                made = named == null ? store.backup(Instant.now()) : store.backup(named);
            }
            if (common.json()) {
                common.printJson(Map.of("backup", made.toAbsolutePath().toString()));
            } else {
                common.out().println("backup: " + made);
            }
            return 0;
        }
    }

    @Command(
            name = "compact",
            mixinStandardHelpOptions = true,
            description = "Give back the space of what was changed and purged; no other program may use the store.")
    static final class Compact implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Override
        public Integer call() {
            long before;
            long after;
            try (Store store = common.openStoreToRead()) {
                before = store.info().bytes();
                after = store.compact();
            }
            if (common.json()) {
                common.printJson(Map.of("before", before, "after", after));
            } else {
                common.out().println(megabytes(before) + " before, " + megabytes(after) + " after");
            }
            return 0;
        }
    }
}
