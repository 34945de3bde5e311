// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tessera.store.RunEdits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that change what is said of runs. */
final class EditCommands {
    /** How numbers of runs are given. */
    static final String RUNS = "Numbers of runs; lists and ranges such as 3,7..12 too.";

    private EditCommands() {}

    /** Runs alone. */
    abstract static class OfRuns extends EditCommand {
        @Parameters(arity = "1..*", paramLabel = "ID", description = RUNS)
        private List<String> ids = List.of();

        OfRuns(String done) {
            super(done);
        }

        @Override
        final List<String> runs() {
            return ids;
        }
    }

    /** Runs, and something to say of them. */
    abstract static class WithText extends EditCommand {
        @Parameters(index = "0", paramLabel = "ID", description = RUNS)
        private String ids = "";

        WithText(String done) {
            super(done);
        }

        @Override
        final List<String> runs() {
            return List.of(ids);
        }
    }

    private static List<String> tags(List<String> words) {
        return words.stream()
                .flatMap(word -> Arrays.stream(word.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    @Command(name = "tag", mixinStandardHelpOptions = true, description = "Tag runs: tessera tag 3,7..12 good,crystals")
    static final class Tag extends WithText {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "Tags, several with commas.")
        private List<String> words = List.of();

        Tag() {
            super("Tagged");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.tag(runs, tags(words)).runs().size();
        }
    }

    @Command(name = "untag", mixinStandardHelpOptions = true, description = "Take tags from runs.")
    static final class Untag extends WithText {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "Tags, several with commas.")
        private List<String> words = List.of();

        Untag() {
            super("Untagged");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.untag(runs, tags(words)).runs().size();
        }
    }

    @Command(
            name = "note",
            mixinStandardHelpOptions = true,
            description = "Write a note on runs; an empty one removes it.")
    static final class Note extends WithText {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "The note.")
        private List<String> words = List.of();

        Note() {
            super("Noted on");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.note(runs, String.join(" ", words)).runs().size();
        }
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Name a run; an empty name removes it.")
    static final class Rename extends WithText {
        @Parameters(index = "1", paramLabel = "NAME", description = "The name.")
        private String name = "";

        Rename() {
            super("Renamed");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.rename(runs, name).runs().size();
        }
    }

    @Command(name = "star", mixinStandardHelpOptions = true, description = "Star runs.")
    static final class Star extends OfRuns {
        @Option(names = "--off", description = "Take the stars away.")
        private boolean off;

        Star() {
            super("Changed the star of");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.star(runs, !off).runs().size();
        }
    }

    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = "File runs under another experiment of their project.")
    static final class Move extends OfRuns {
        @Option(names = "--experiment", required = true, paramLabel = "E", description = "Made if it is missing.")
        private String experiment = "";

        Move() {
            super("Moved");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.move(runs, experiment, Instant.now()).runs().size();
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Delete runs; \"tessera restore\" brings them back, \"tessera purge\" removes them for good.")
    static final class Delete extends OfRuns {
        Delete() {
            super("Deleted");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.delete(runs, Instant.now()).runs().size();
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Bring deleted runs back.")
    static final class Restore extends OfRuns {
        Restore() {
            super("Restored");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.restore(runs).runs().size();
        }
    }

    @Command(name = "purge", mixinStandardHelpOptions = true, description = "Remove deleted runs for good.")
    static final class Purge extends OfRuns {
        Purge() {
            super("Purged");
        }

        @Override
        int edit(RunEdits edits, List<Long> runs) {
            return edits.purge(runs);
        }
    }
}
