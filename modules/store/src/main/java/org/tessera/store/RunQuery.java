// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/**
 * A condition on runs, such as {@code clusters in (2,3) and (silhouette > 0.5 or davies_bouldin < 1) and tag = "good" and not
 * name contains "test" and started > "2026-11-01"}.
 *
 * <p>Fields are those of {@link RunFields}; {@code tag} is each of the tags. {@code = != < <= > >=}, {@code in (...)},
 * {@code contains} (whatever the case), {@code is null}, {@code is not null}; {@code not} before {@code and} before
 * {@code or}; parentheses. A field that a run does not have fulfils no comparison, not even {@code !=}. Immutable.
 */
public final class RunQuery {
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    private final Predicate<RunRecord> condition;

    private RunQuery(Predicate<RunRecord> condition) {
        this.condition = condition;
    }

    /**
     * Reads a condition.
     *
     * @param runs those it is asked of: they say which fields there are and of what type
     * @throws ProblemException if it is wrong, with the column and what was expected there
     */
    public static RunQuery parse(String text, List<RunRecord> runs) {
        return new RunQuery(new Parser(text, runs).all());
    }

    /** Whether a run fulfils it. */
    public boolean matches(RunRecord run) {
        return condition.test(run);
    }

    /** Reads from left to right. */
    private static final class Parser {
        private static final int DEEPEST = 100;

        private final QueryWords words;
        private final List<RunRecord> runs;
        private final Set<String> names;
        private int depth;

        Parser(String text, List<RunRecord> runs) {
            this.words = new QueryWords(text);
            this.runs = runs;
            this.names = RunFields.names(runs);
        }

        Predicate<RunRecord> all() {
            Predicate<RunRecord> whole = either();
            if (!words.atEnd()) {
                throw words.wrong("and, or, or the end");
            }
            return whole;
        }

        private Predicate<RunRecord> either() {
            Predicate<RunRecord> left = both();
            while (words.take("or")) {
                left = left.or(both());
            }
            return left;
        }

        private Predicate<RunRecord> both() {
            Predicate<RunRecord> left = one();
            while (words.take("and")) {
                left = left.and(one());
            }
            return left;
        }

        private Predicate<RunRecord> one() {
            if (words.take("not")) {
                deeper();
                Predicate<RunRecord> negated = one().negate();
                depth--;
                return negated;
            }
            if (words.take("(")) {
                deeper();
                Predicate<RunRecord> inside = either();
                words.require(")");
                depth--;
                return inside;
            }
            return comparison();
        }

        private void deeper() {
            if (++depth > DEEPEST) {
                throw words.wrongBefore("more than " + DEEPEST + " not and ( are within each other; write it flatter.");
            }
        }

        private Predicate<RunRecord> comparison() {
            String name = words.name("a field, such as clusters or silhouette");
            QueryField field = field(name.toLowerCase(Locale.ROOT));
            if (words.take("is")) {
                boolean not = words.take("not");
                words.require("null");
                return run -> field.missing(run) != not;
            }
            if (words.take("contains")) {
                return field.containing(words);
            }
            if (words.take("in")) {
                words.require("(");
                List<Predicate<RunRecord>> any = new ArrayList<>();
                do {
                    any.add(field.compared("=", words));
                } while (words.take(","));
                words.require(")");
                return run -> any.stream().anyMatch(value -> value.test(run));
            }
            for (String comparison : COMPARISONS) {
                if (words.take(comparison)) {
                    return field.compared(comparison, words);
                }
            }
            throw words.wrong("=, !=, <, <=, >, >=, in, contains or is after " + name);
        }

        private QueryField field(String name) {
            String known = name.equals("tag") ? "tags" : name;
            if (!runs.isEmpty() && !names.contains(known)) {
                throw words.wrongBefore("A run has no field \"" + name + "\". " + Suggestion.of(name, names));
            }
            return new QueryField(known, runs);
        }
    }
}
