// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;

/** The words of a query one after the other, and what is said if one is wrong. */
final class QueryWords {
    /** The longest condition, in characters. */
    static final int LONGEST = 10_000;

    private static final Pattern WORD =
            Pattern.compile("\\s*+(?:(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')"
                    + "|(!=|<=|>=|<>|==|[=<>(),])|([^\\s=<>!(),\"']+))");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int next;

    /**
     * A word.
     *
     * @param text without quotes
     * @param quoted whether it had quotes
     * @param column where it begins, from 1
     */
    record Word(String text, boolean quoted, int column) {}

    /** @throws ProblemException if there is a character that begins no word, such as a quote that is not closed */
    QueryWords(String text) {
        if (text.length() > LONGEST) {
            throw new ProblemException(
                    "The condition has " + text.length() + " characters; write one of up to " + LONGEST + ".");
        }
        this.text = text;
        Matcher matcher = WORD.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                int column = at
                        + 1
                        + text.substring(at).length()
                        - text.substring(at).stripLeading().length();
                throw problem(column, "a name, a number, a comparison or a text in quotes was expected");
            }
            boolean quoted = matcher.group(1) != null;
            String word = quoted ? unquoted(matcher.group(1)) : plain(matcher);
            int start = quoted ? matcher.start(1) : matcher.group(2) != null ? matcher.start(2) : matcher.start(3);
            words.add(new Word(word, quoted, start + 1));
            at = matcher.end();
        }
        if (words.isEmpty()) {
            throw new ProblemException("The condition is empty; write one such as clusters = 3 and silhouette > 0.5.");
        }
    }

    private static String plain(Matcher matcher) {
        String symbol = matcher.group(2);
        if (symbol == null) {
            return matcher.group(3);
        }
        return switch (symbol) {
            case "<>" -> "!=";
            case "==" -> "=";
            default -> symbol;
        };
    }

    private static String unquoted(String word) {
        return word.substring(1, word.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }

    boolean atEnd() {
        return next >= words.size();
    }

    private @Nullable Word peek() {
        return atEnd() ? null : words.get(next);
    }

    /** Passes a word or symbol if it comes next, whatever its case. */
    boolean take(String wanted) {
        Word word = peek();
        if (word == null || word.quoted || !word.text.equalsIgnoreCase(wanted)) {
            return false;
        }
        next++;
        return true;
    }

    void require(String wanted) {
        if (!take(wanted)) {
            throw wrong(wanted);
        }
    }

    /** The next word, which must be a name. */
    String name(String expected) {
        Word word = peek();
        if (word == null || word.quoted || !word.text.matches("[A-Za-z_][A-Za-z0-9_.\\-]*")) {
            throw wrong(expected);
        }
        next++;
        return word.text;
    }

    /** The next word, which must be a value. */
    Word value(String expected) {
        Word word = peek();
        if (word == null || (!word.quoted && word.text.matches("[=<>(),]|!=|<=|>="))) {
            throw wrong(expected);
        }
        next++;
        return word;
    }

    /** What says that something else was expected where the next word is. */
    ProblemException wrong(String expected) {
        Word word = peek();
        return word == null
                ? problem(text.length() + 1, expected + " was expected, but the condition ends")
                : problem(word.column, expected + " was expected in place of \"" + word.text + "\"");
    }

    /** What says something of the word before. */
    ProblemException wrongBefore(String sentence) {
        return new ProblemException("The condition is wrong at column " + words.get(next - 1).column + ": " + sentence);
    }

    private ProblemException problem(int column, String what) {
        return new ProblemException("The condition is wrong at column " + column + ": " + what + ".");
    }
}
