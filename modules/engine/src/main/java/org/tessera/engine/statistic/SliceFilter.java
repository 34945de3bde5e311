// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tessera.engine.task.ProblemException;

/**
 * Which slices are kept, by their statistics: comparisons such as {@code mode_notebook > 4000 and not (mean < 9500 or std = 0)}
 * of statistics, formulas and numbers. A comparison with an undefined statistic does not hold.
 */
public final class SliceFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*(<=|>=|!=|[<>=()]|[^\\s<>=!()]+|!)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final List<String> COMPARISONS = List.of("<=", ">=", "!=", "<", ">", "=");
    private static final int DEEPEST = 100;

    /** A part of the expression. */
    private interface Node {
        boolean holds(Row row);
    }

    /** The statistics of a slice. */
    private interface Row {
        double value(String statistic);
    }

    /** A part, how it is written, and whether it must be in parentheses beside {@code and} and {@code not}. */
    private record Part(Node node, String text, boolean loose) {
        String tight() {
            return loose ? "(" + text + ")" : text;
        }
    }

    private final String source;
    private final UnaryOperator<String> idOf;
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> statistics = new LinkedHashSet<>();
    private final Part whole;
    private int next;
    private int depth;

    private SliceFilter(String source, UnaryOperator<String> idOf) {
        this.source = source;
        this.idOf = idOf;
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
        this.whole = either();
        if (next < tokens.size()) {
            throw wrong("\"" + tokens.get(next) + "\" where it should end or go on with and, or");
        }
    }

    /**
     * Parses an expression.
     *
     * @param idOf the id of a statistic or formula as it was typed, or a {@link ProblemException}
     * @throws ProblemException that says what is wrong
     */
    public static SliceFilter parse(String text, UnaryOperator<String> idOf) {
        return new SliceFilter(text, idOf);
    }

    /** The expression, written one way. */
    public String text() {
        return whole.text;
    }

    /** The statistics it needs. */
    public List<String> statistics() {
        return List.copyOf(statistics);
    }

    /**
     * The rows of a table that are kept, ascending.
     *
     * @throws ProblemException if the table lacks a statistic
     */
    public int[] kept(FeatureTable table) {
        FeatureTable needed = statistics.isEmpty() ? table : table.select(statistics());
        List<String> columns = needed.statistics();
        return IntStream.range(0, table.slices().size())
                .filter(row -> whole.node.holds(id -> needed.values().get(row, columns.indexOf(id))))
                .toArray();
    }

    private ProblemException wrong(String what) {
        return new ProblemException("The condition \"" + source + "\" has " + what
                + "; write it like mode_notebook > 4000 and mean > 9500.");
    }

    private Part either() {
        if (++depth > DEEPEST) {
            throw wrong("too many parentheses");
        }
        Part left = both();
        while (word("or")) {
            next++;
            Part right = both();
            Node a = left.node;
            Node b = right.node;
            left = new Part(row -> a.holds(row) || b.holds(row), left.text + " or " + right.text, true);
        }
        depth--;
        return left;
    }

    private Part both() {
        Part left = one();
        while (word("and")) {
            next++;
            Part right = one();
            Node a = left.node;
            Node b = right.node;
            left = new Part(row -> a.holds(row) && b.holds(row), left.tight() + " and " + right.tight(), false);
        }
        return left;
    }

    private Part one() {
        if (word("not")) {
            next++;
            if (++depth > DEEPEST) {
                throw wrong("too many nots");
            }
            Part negated = one();
            depth--;
            return new Part(row -> !negated.node.holds(row), "not (" + negated.text + ")", false);
        }
        if (peek("(") && groupCompares()) {
            next++;
            Part inner = either();
            if (!peek(")")) {
                throw wrong("no \")\"");
            }
            next++;
            return inner;
        }
        return comparison();
    }

    /** Whether the parentheses that open here hold a comparison, rather than a part of a formula. */
    private boolean groupCompares() {
        int open = 0;
        for (int i = next; i < tokens.size(); i++) {
            open += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (COMPARISONS.contains(tokens.get(i))) {
                return true;
            }
            if (open == 0) {
                return false;
            }
        }
        return false;
    }

    /** One side of a comparison. */
    private record Side(String id, double number) {
        double value(Row row) {
            return id.isEmpty() ? number : row.value(id);
        }

        String text() {
            return !id.isEmpty()
                    ? id
                    : number == Math.rint(number) && Math.abs(number) < 1e15
                            ? Long.toString((long) number)
                            : Double.toString(number);
        }
    }

    private Part comparison() {
        Side left = side();
        if (next >= tokens.size() || !COMPARISONS.contains(tokens.get(next))) {
            throw wrong((next < tokens.size() ? "\"" + tokens.get(next) + "\"" : "nothing")
                    + " where a comparison (< <= > >= = !=) is expected");
        }
        String operator = tokens.get(next++);
        Side right = side();
        Node node = row -> {
            double a = left.value(row);
            double b = right.value(row);
            return !Double.isNaN(a)
                    && !Double.isNaN(b)
                    && switch (operator) {
                        case "<=" -> a <= b;
                        case ">=" -> a >= b;
                        case "!=" -> a != b;
                        case "<" -> a < b;
                        case ">" -> a > b;
                        default -> a == b;
                    };
        };
        return new Part(node, left.text() + " " + operator + " " + right.text(), false);
    }

    private Side side() {
        StringBuilder text = new StringBuilder();
        int open = 0;
        while (next < tokens.size()) {
            String token = tokens.get(next);
            boolean ends = COMPARISONS.contains(token) || word("and") || word("or") || (token.equals(")") && open == 0);
            if (ends) {
                break;
            }
            open += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            text.append(text.isEmpty() ? "" : " ").append(token);
            next++;
        }
        if (text.isEmpty()) {
            throw wrong("nothing where a statistic or number is expected");
        }
        if (NUMBER.matcher(text).matches()) {
            return new Side("", Double.parseDouble(text.toString()));
        }
        String id = idOf.apply(text.toString());
        statistics.add(id);
        return new Side(id, 0);
    }

    private boolean peek(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private boolean word(String word) {
        return next < tokens.size() && tokens.get(next).toLowerCase(Locale.ROOT).equals(word);
    }
}
