// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;

/** A field of runs in a query, with the type that its values have. */
final class QueryField {
    private final String name;
    private final @Nullable Object sample;

    /** @param runs those that say the type: of the first value that is there */
    QueryField(String name, List<RunRecord> runs) {
        this.name = name;
        this.sample = runs.stream()
                .map(run -> value(run, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object value(RunRecord run, String name) {
        Object value = name.equals("tags") ? run.tags() : RunFields.value(run, name);
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }

    boolean missing(RunRecord run) {
        return value(run, name) == null;
    }

    /** Whether the value contains the text that comes next. */
    Predicate<RunRecord> containing(QueryWords words) {
        String part = words.value("a text in quotes").text().toLowerCase(Locale.ROOT);
        return run -> {
            Object value = value(run, name);
            return value instanceof List<?> list
                    ? list.stream().anyMatch(one -> lower(one).contains(part))
                    : value != null && lower(value).contains(part);
        };
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * The comparison with the value that comes next.
     *
     * @throws ProblemException if that is of another type
     */
    Predicate<RunRecord> compared(String comparison, QueryWords words) {
        QueryWords.Word word = words.value(expected());
        IntPredicate fits = fits(comparison);
        if (sample instanceof Number) {
            double number = number(word, words);
            return run ->
                    value(run, name) instanceof Number its && fits.test(Double.compare(its.doubleValue(), number));
        }
        if (sample instanceof Instant) {
            Instant time = time(word, words);
            return run -> value(run, name) instanceof Instant its && fits.test(its.compareTo(time));
        }
        if (sample instanceof Boolean) {
            if (!word.text().matches("(?i)true|false")) {
                throw words.wrongBefore(name + " is true or false, not \"" + word.text() + "\".");
            }
            boolean truth = Boolean.parseBoolean(word.text());
            return run -> value(run, name) instanceof Boolean its && fits.test(Boolean.compare(its, truth));
        }
        if (name.equals("grid")) {
            Grid grid = grid(word, words);
            return run -> value(run, name) instanceof String its
                    && fits.test(Grid.parse(its).compareTo(grid));
        }
        String text = word.text();
        return run -> {
            Object value = value(run, name);
            if (value instanceof List<?> list) {
                boolean has = list.stream().anyMatch(one -> one.toString().equals(text))
                        || String.join(",", list.stream().map(Object::toString).toList())
                                .equals(text);
                return comparison.equals("!=") != has;
            }
            return value != null && fits.test(value.toString().compareTo(text));
        };
    }

    private String expected() {
        if (sample instanceof Number) {
            return "a number to compare " + name + " with";
        }
        if (sample instanceof Instant) {
            return "a day such as \"2026-11-01\" to compare " + name + " with";
        }
        return sample instanceof Boolean ? "true or false" : "a value to compare " + name + " with";
    }

    private static IntPredicate fits(String comparison) {
        return switch (comparison) {
            case "=" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    private double number(QueryWords.Word word, QueryWords words) {
        try {
            return Double.parseDouble(word.text());
        } catch (NumberFormatException e) {
            throw words.wrongBefore(name + " is a number, not \"" + word.text() + "\".");
        }
    }

    private static Grid grid(QueryWords.Word word, QueryWords words) {
        try {
            return Grid.parse(word.text());
        } catch (ProblemException e) {
            throw words.wrongBefore(String.valueOf(e.getMessage()));
        }
    }

    /** A day, which begins where the user is, or a day and time there, or a moment anywhere. */
    private Instant time(QueryWords.Word word, QueryWords words) {
        String text = word.text();
        ZoneId here = ZoneId.systemDefault();
        try {
            if (!text.contains("T") && !text.contains(" ")) {
                return LocalDate.parse(text).atStartOfDay(here).toInstant();
            }
            String iso = text.replace(' ', 'T');
            return iso.endsWith("Z")
                    ? Instant.parse(iso)
                    : LocalDateTime.parse(iso).atZone(here).toInstant();
        } catch (DateTimeException e) {
            throw words.wrongBefore(
                    name + " is a time; write it as \"2026-11-01\" or \"2026-11-01T14:30\", not \"" + text + "\".");
        }
    }
}
