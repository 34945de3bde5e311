// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.task.ProblemException;

/** Conditions made at random, good and bad. */
class RunQueryFuzzTest {
    private static final int CONDITIONS = 20_000;
    private static final List<RunRecord> RUNS = RunQueryTest.RUNS;
    private static final List<String> PIECES = List.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "null",
            "contains",
            "(",
            ")",
            ",",
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "<>",
            "==",
            "clusters",
            "silhouette",
            "tag",
            "tags",
            "name",
            "note",
            "started",
            "grid",
            "pca",
            "statistics",
            "starred",
            "id",
            "nothing",
            "3",
            "-0.5",
            "1e400",
            "NaN",
            "0x10",
            "\"good\"",
            "'a test'",
            "\"\\\"\"",
            "\"",
            "'",
            "\\",
            "true",
            "\"2026-11-01\"",
            "4x4",
            "\u0000",
            "\u202e",
            "\ud83d\udd2c",
            "\ud83d",
            "%",
            "?",
            ":id",
            ";",
            "--",
            "/*",
            "\n",
            "\t",
            " ");

    @Test
    void anyTextIsAConditionOrIsRefusedWithOneSentence() {
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(1, 14);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(
                        random.nextInt(12) == 0
                                ? Character.toString(random.nextInt(0x10000))
                                : PIECES.get(random.nextInt(PIECES.size())));
                text.append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                RunQuery query = RunQuery.parse(text.toString(), RUNS);
                RUNS.forEach(query::matches);
                read++;
            } catch (ProblemException e) {
                assertThat(e.getMessage())
                        .as(text.toString())
                        .startsWith("The condition is ")
                        .matches("(?s).*[.?]");
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void aConditionHoldsForWhatItsPartsSay() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CONDITIONS; i++) {
            Condition made = condition(random, 4);
            RunQuery query = RunQuery.parse(made.text, RUNS);

            assertThat(RUNS.stream().filter(query::matches).toList())
                    .as(made.text)
                    .containsExactlyElementsOf(RUNS.stream().filter(made.holds).toList());
        }
    }

    private record Condition(String text, Predicate<RunRecord> holds) {}

    private static Condition condition(SplittableRandom random, int depth) {
        switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> {
                Condition inner = condition(random, depth - 1);
                return new Condition("NOT (" + inner.text + ")", inner.holds.negate());
            }
            case 2 -> {
                Condition left = condition(random, depth - 1);
                Condition right = condition(random, depth - 1);
                return new Condition("(" + left.text + ")and(" + right.text + ")", left.holds.and(right.holds));
            }
            case 3 -> {
                Condition left = condition(random, depth - 1);
                Condition right = condition(random, depth - 1);
                // and binds more tightly than or
                Condition last = condition(random, 0);
                return new Condition(
                        "(" + left.text + ") or (" + right.text + ") and " + last.text,
                        left.holds.or(right.holds.and(last.holds)));
            }
            default -> {
                return leaf(random);
            }
        }
    }

    private static Condition leaf(SplittableRandom random) {
        long number = random.nextLong(1, 12);
        return switch (random.nextInt(6)) {
            case 0 -> new Condition("clusters = " + number, run -> clusters(run) == number);
            case 1 -> new Condition("clusters<" + number, run -> clusters(run) < number);
            case 2 ->
                new Condition(
                        "clusters in (" + number + "," + (number + 1) + ")",
                        run -> clusters(run) == number || clusters(run) == number + 1);
            case 3 ->
                new Condition(
                        "silhouette >= 0." + number % 10,
                        run -> run.scores().getOrDefault("silhouette", -1.0) >= number % 10 / 10.0);
            case 4 -> new Condition("tag = \"good\"", run -> run.tags().contains("good"));
            default -> new Condition("name is not null", run -> run.name() != null);
        };
    }

    private static long clusters(RunRecord run) {
        return run.parameters().get("clusters") instanceof Long clusters ? clusters : -1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "name = \"x\" and ", "\"", "a", "name contains \"\\\"", "\\", "   "})
    void endlessConditionsAreRefusedNotFollowed(String piece) {
        for (int length : new int[] {QueryWords.LONGEST, 10 * QueryWords.LONGEST}) {
            assertThatThrownBy(() -> RunQuery.parse(piece.repeat(length / piece.length()), RUNS))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("The condition ");
        }
    }

    @Test
    void longTextsAndManyPartsAreRead() {
        String quoted = "name = \"" + "\\\"x".repeat(3000) + "\"";
        String many = String.join(
                " or ", IntStream.range(0, 600).mapToObj(i -> "clusters=" + i).toList());

        assertThat(RUNS).noneMatch(RunQuery.parse(quoted, RUNS)::matches);
        assertThat(RUNS).allMatch(RunQuery.parse(many, RUNS)::matches);
    }
}
