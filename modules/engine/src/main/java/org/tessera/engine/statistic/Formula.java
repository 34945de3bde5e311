// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/**
 * A formula over statistics as a statistic of its own, such as {@code quartile3 - quartile1}: numbers, statistics,
 * {@code + - * / ^}, parentheses, {@code abs sqrt log}; no comma, so that formulas stand in
 * lists. Nothing else can be named, so a formula can do no harm. Its id
 * is the formula, written one way. Where it has no finite value for a slice, it is undefined there.
 */
public final class Formula implements Statistic {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|([a-z][a-z0-9_]*(?:\\.\\d+)?[a-z0-9_]*)|([-+*/^()]))");
    private static final int DEEPEST = 100;

    /** A part of a formula. */
    private interface Node {
        double of(SliceSummary slice);
    }

    /** A part, and how it is written. */
    private record Part(Node node, String text) {}

    private final String text;
    private final Function<String, Statistic> statistics;
    private final List<String> tokens = new ArrayList<>();
    private final Part whole;
    private int next;
    private int depth;

    private Formula(String text, Function<String, Statistic> statistics) {
        this.text = text;
        this.statistics = statistics;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ProblemException("The formula \"" + text + "\" has \""
                        + text.substring(at).strip() + "\", which is no number, statistic or operator (+ - * / ^).");
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
        this.whole = sum();
        if (next < tokens.size()) {
            throw wrong("\"" + tokens.get(next) + "\" where the formula should end or go on with an operator");
        }
    }

    /** Whether a text can only be meant as a formula: it has an operator or parentheses. */
    static boolean looksLikeOne(String text) {
        return text.matches("(?s).*[-+*/^()\\s].*") && !text.isBlank();
    }

    /**
     * Parses a formula.
     *
     * @param statistics finds a statistic by its id, or throws
     * @throws ProblemException that says what is wrong and where
     */
    public static Formula parse(String text, Function<String, Statistic> statistics) {
        return new Formula(text, statistics);
    }

    private ProblemException wrong(String what) {
        return new ProblemException(
                "The formula \"" + text + "\" has " + what + "; write it like quartile3 - quartile1.");
    }

    private Part sum() {
        if (++depth > DEEPEST) {
            throw wrong("too many parentheses");
        }
        Part left = product();
        while (peek("+") || peek("-")) {
            String operator = take();
            Part right = product();
            Node a = left.node;
            Node b = right.node;
            left = new Part(
                    operator.equals("+") ? s -> a.of(s) + b.of(s) : s -> a.of(s) - b.of(s),
                    left.text + " " + operator + " " + right.text);
        }
        depth--;
        return left;
    }

    private Part product() {
        Part left = power();
        while (peek("*") || peek("/")) {
            String operator = take();
            Part right = power();
            Node a = left.node;
            Node b = right.node;
            left = new Part(
                    operator.equals("*") ? s -> a.of(s) * b.of(s) : s -> a.of(s) / b.of(s),
                    left.text + " " + operator + " " + right.text);
        }
        return left;
    }

    private Part power() {
        if (peek("-")) {
            take();
            if (++depth > DEEPEST) {
                throw wrong("too many signs");
            }
            Part negated = power();
            depth--;
            return new Part(s -> -negated.node.of(s), "-" + negated.text);
        }
        Part base = value();
        if (peek("^")) {
            take();
            Part exponent = power();
            return new Part(s -> Math.pow(base.node.of(s), exponent.node.of(s)), base.text + " ^ " + exponent.text);
        }
        return base;
    }

    private Part value() {
        if (next >= tokens.size()) {
            throw wrong("nothing where a number or statistic is expected, at its end");
        }
        int start = next;
        String token = take();
        if (token.equals("(")) {
            Part inner = sum();
            expect(")");
            boolean needed = inner.text.contains(" ") || inner.text.startsWith("-");
            boolean all = start == 0 && next == tokens.size();
            return needed && !all ? new Part(inner.node, "(" + inner.text + ")") : inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            double number = Double.parseDouble(token);
            return new Part(s -> number, token.toLowerCase(Locale.ROOT));
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw wrong("\"" + token + "\" where a number or statistic is expected");
        }
        if (peek("(")) {
            return call(token);
        }
        Statistic statistic = statistics.apply(token);
        return new Part(statistic::of, statistic.id());
    }

    private Part call(String function) {
        take();
        Part argument = sum();
        expect(")");
        Node a = argument.node;
        Node node =
                switch (function) {
                    case "abs" -> s -> Math.abs(a.of(s));
                    case "sqrt" -> s -> Math.sqrt(a.of(s));
                    case "log" -> s -> Math.log(a.of(s));
                    default ->
                        throw new ProblemException("The formula \"" + text + "\" has no function \"" + function + "\". "
                                + Suggestion.of(function, List.of("abs", "sqrt", "log")));
                };
        return new Part(node, function + "(" + argument.text + ")");
    }

    private boolean peek(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private String take() {
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!peek(token)) {
            throw wrong("no \"" + token + "\" "
                    + (next < tokens.size() ? "before \"" + tokens.get(next) + "\"" : "at its end"));
        }
        take();
    }

    @Override
    public String id() {
        return whole.text;
    }

    @Override
    public String description() {
        return "formula, in the units of its parts";
    }

    @Override
    public double of(SliceSummary slice) {
        double value = whole.node.of(slice);
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
