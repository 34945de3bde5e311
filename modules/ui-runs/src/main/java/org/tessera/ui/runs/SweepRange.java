// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;

/** A parameter that a sweep may go through, and how its values are typed. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
enum SweepRange {
    GRID(
            "Grids",
            "4..20:4",
            "Slices an image: numbers, ranges, or rows x columns",
            words("The grid", word -> edit -> edit.grid = Grid.parse(word))),
    CLUSTERS(
            "Clusters",
            "2..4",
            "Numbers and ranges",
            whole("The number of clusters", 2, (edit, value) -> edit.clusters = value)),
    COMPONENTS(
            "PCA components",
            "all",
            "Numbers, ranges, all, or off for no PCA",
            words("The number of PCA components", word -> edit -> setComponents(edit, word))),
    ALGORITHM(
            "Algorithms",
            "k-means, ward linkage",
            "Names as above, separated by commas",
            (text, known) -> Arrays.stream(text.split(",", -1))
                    .map(word -> algorithm(word.strip()))
                    .map(choice -> (Consumer<ParametersEdit>) edit -> edit.algorithm = choice)
                    .toList()),
    STATISTICS(
            "Statistics",
            "notebook; common",
            "Sets separated by semicolons, each of presets and statistics separated by commas",
            (text, known) -> Arrays.stream(text.split(";", -1))
                    .map(known::parse)
                    .map(ids -> (Consumer<ParametersEdit>) edit -> edit.statistics = ids)
                    .toList()),
    STANDARDIZE("Standardise", "yes, no", "yes, no or both", flags("Standardise", (edit, on) -> edit.standardize = on)),
    RESTARTS(
            "Restarts",
            "5, 20, 100",
            "Numbers and ranges",
            whole("The number of restarts", 1, (edit, value) -> edit.restarts = value)),
    SEED("Seeds", "1..5", "Whole numbers and ranges", whole("The seed", 0, (edit, value) -> edit.seed = value)),
    NEIGHBOURS(
            "Neighbours",
            "5, 10, 20",
            "Of spectral clustering",
            whole("The number of neighbours", 1, (edit, value) -> edit.neighbours = value)),
    MIN_POINTS(
            "Min. points",
            "5, 10, 20",
            "Of DBSCAN",
            whole("The least number of points", 1, (edit, value) -> edit.minPoints = value)),
    EPS("Eps", "0.5, 1, 1.5", "Of DBSCAN: distances; 0 to take it from the data", words("Eps", word -> {
        double eps = positive(word);
        return edit -> edit.eps = eps;
    })),
    FLAT_FIELD(
            "Flat field",
            "yes, no",
            "yes, no or both",
            flags(
                    "Flat field",
                    (edit, on) -> prepare(edit, p -> new Preparation(on, p.invert(), p.bin(), p.stride())))),
    INVERT(
            "Invert",
            "yes, no",
            "yes, no or both",
            flags("Invert", (edit, on) -> prepare(edit, p -> new Preparation(p.flatField(), on, p.bin(), p.stride())))),
    BIN(
            "Bin",
            "1, 2, 4",
            "Pixels a side that become one",
            whole(
                    "The bin",
                    1,
                    (edit, value) ->
                            prepare(edit, p -> new Preparation(p.flatField(), p.invert(), value, p.stride())))),
    STRIDE(
            "Stride",
            "0, 20, 40",
            "Pixels from slice to slice; 0: slices abut",
            whole(
                    "The stride",
                    0,
                    (edit, value) -> prepare(edit, p -> new Preparation(p.flatField(), p.invert(), p.bin(), value))));

    private final String label;
    private final String example;
    private final String help;
    private final BiFunction<String, StatisticSet, List<Consumer<ParametersEdit>>> values;

    SweepRange(
            String label,
            String example,
            String help,
            BiFunction<String, StatisticSet, List<Consumer<ParametersEdit>>> values) {
        this.label = label;
        this.example = example;
        this.help = help;
        this.values = values;
    }

    /** Sets a field to a value. */
    private interface Setter<T> {
        void set(ParametersEdit edit, T value);
    }

    private static BiFunction<String, StatisticSet, List<Consumer<ParametersEdit>>> words(
            String what, Function<String, Consumer<ParametersEdit>> value) {
        return (text, known) -> Numbers.expand(what, text).stream().map(value).toList();
    }

    private static BiFunction<String, StatisticSet, List<Consumer<ParametersEdit>>> whole(
            String what, int least, Setter<Integer> setter) {
        return words(what, word -> {
            int value = Numbers.whole(what, word, least, 1_000_000);
            return edit -> setter.set(edit, value);
        });
    }

    private static BiFunction<String, StatisticSet, List<Consumer<ParametersEdit>>> flags(
            String what, Setter<Boolean> setter) {
        return (text, known) -> Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                .flatMap(word -> switch (word.strip()) {
                    case "yes" -> List.of(true).stream();
                    case "no" -> List.of(false).stream();
                    case "both" -> List.of(true, false).stream();
                    default -> throw new ProblemException(what + " is \"" + word.strip() + "\"; give yes, no or both.");
                })
                .map(on -> (Consumer<ParametersEdit>) edit -> setter.set(edit, on))
                .toList();
    }

    private static void setComponents(ParametersEdit edit, String word) {
        edit.pca = !word.equalsIgnoreCase("off");
        edit.components = !edit.pca || word.equalsIgnoreCase("all")
                ? 0
                : Numbers.whole("The number of PCA components", word, 1, 10_000);
    }

    private static void prepare(ParametersEdit edit, UnaryOperator<Preparation> change) {
        edit.preparation = change.apply(edit.preparation);
    }

    private static AlgorithmChoice algorithm(String word) {
        return AlgorithmChoice.ALL.stream()
                .filter(choice -> choice.toString().equalsIgnoreCase(word)
                        || choice.toString().equalsIgnoreCase(word + " linkage"))
                .findFirst()
                .orElseThrow(() -> new ProblemException("\"" + word + "\" is no algorithm; give some of "
                        + AlgorithmChoice.ALL.stream()
                                .map(AlgorithmChoice::toString)
                                .filter(name -> !name.contains(","))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static double positive(String word) {
        try {
            double value = Double.parseDouble(word);
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as a negative number is
        }
        throw new ProblemException("Eps is \"" + word + "\"; give a distance of 0 or more.");
    }

    /** As shown before its field. */
    String label() {
        return label;
    }

    /** Values that show how they are typed. */
    String example() {
        return example;
    }

    /** What may be typed. */
    String help() {
        return help;
    }

    /** In names of components. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The values that are typed, each as a change of the parameters.
     *
     * @throws ProblemException if they cannot be read
     */
    List<Consumer<ParametersEdit>> expand(String text, StatisticSet known) {
        return values.apply(text, known);
    }
}
