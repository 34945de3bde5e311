// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.SliceFilter;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;
import org.tessera.tracking.Source;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The parameters of runs. Every one takes a list, which {@code run} refuses. */
final class SpecOptions {
    @Mixin
    private AlgorithmOptions algorithmOptions;

    @Mixin
    private PreparationOptions preparationOptions;

    @Option(names = "--grid", paramLabel = "G", description = "16, or 12x16 for rows x columns (default: 4).")
    private @Nullable String grid;

    @Option(
            names = "--statistics",
            paramLabel = "IDS",
            description = "Statistics and presets, with commas; in a sweep sets of them with semicolons"
                    + " (default: the notebook's six, or all of a feature table).")
    private @Nullable String statistics;

    @Option(
            names = "--standardize",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Z-scores before PCA and clustering (default).")
    private boolean standardize;

    @Option(
            names = "--pca",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Cluster principal components (default).")
    private boolean pca;

    @Option(names = "--pca-components", paramLabel = "N|all", description = "Components kept (default: all).")
    private @Nullable String components;

    @Option(
            names = "--parent",
            paramLabel = "ID",
            description = "Cluster again slices of this run, with a scaling and PCA of their own.")
    private @Nullable Long parent;

    @Option(names = "--parent-clusters", paramLabel = "0,2", description = "Which clusters of --parent.")
    private @Nullable String parentClusters;

    @Option(
            names = "--exclude-dark",
            paramLabel = "T",
            description = "Leave out slices whose mean lies under T (black tiles).")
    private @Nullable Double excludeDark;

    @Option(
            names = "--where-slice",
            paramLabel = "EXPR",
            description = "Cluster only slices whose statistics fulfil this: \"mode_notebook > 4000 and mean > 9500\".")
    private @Nullable String whereSlice;

    @Option(
            names = "--score-limit",
            paramLabel = "N",
            description = "Of more than N slices, take the silhouettes of N drawn at random, under another name"
                    + " (default: all slices, exact).")
    private @Nullable Integer scoreLimit;

    /** Every combination, checked. */
    SweepSpec sweep(Source source, StatisticSet known) {
        boolean table = source instanceof Source.Table;
        if (table && grid != null) {
            throw new ProblemException("A feature table already is a grid of slices; leave --grid out.");
        }
        List<Grid> grids = table ? List.of() : list("The grid", grid == null ? "4" : grid, Grid::parse);
        return new SweepSpec(
                grids,
                statisticSets(source, known),
                List.of(standardize),
                pcaChoices(),
                algorithmOptions.specs(),
                table ? List.of(tablePreparation()) : preparationOptions.preparations(),
                condition(source, known),
                parent(),
                limit());
    }

    private Preparation tablePreparation() {
        if (!preparationOptions.preparations().equals(List.of(Preparation.NONE))) {
            throw new ProblemException("A feature table has no pixels; leave --flat-field, --invert, --bin and --stride"
                    + " out, or give --images.");
        }
        return Preparation.NONE;
    }

    private int limit() {
        Integer limit = scoreLimit;
        if (limit != null && limit < 2) {
            throw new ProblemException("The score limit is " + limit + "; give 2 or more slices.");
        }
        return limit == null ? 0 : limit;
    }

    private @Nullable Parent parent() {
        if (parent == null && parentClusters == null) {
            return null;
        }
        if (parent == null || parentClusters == null) {
            throw new ProblemException(
                    "--parent and --parent-clusters go together: --parent 12 --parent-clusters 0,2.");
        }
        return new Parent(
                parent,
                list(
                        "The cluster of run " + parent,
                        parentClusters,
                        word -> Numbers.whole("The cluster of run " + parent, word, 0, 1_000_000)));
    }

    /** The two options that leave slices out, as one condition. */
    private @Nullable String condition(Source source, StatisticSet known) {
        List<String> all = new ArrayList<>();
        if (excludeDark != null) {
            all.add("mean >= " + excludeDark);
        }
        if (whereSlice != null) {
            all.add(all.isEmpty() ? whereSlice : "(" + whereSlice + ")");
        }
        boolean images = source instanceof Source.Images;
        return all.isEmpty()
                ? null
                : SliceFilter.parse(
                                String.join(" and ", all),
                                id -> images ? known.statistic(id).id() : id)
                        .text();
    }

    private List<List<String>> statisticSets(Source source, StatisticSet known) {
        String text = statistics;
        if (text == null) {
            return List.of(source instanceof Source.Table table ? Tracker.statisticsOf(table) : StatisticSet.NOTEBOOK);
        }
        boolean images = source instanceof Source.Images;
        return Arrays.stream(text.split(";"))
                .map(set -> images ? known.parse(set) : List.of(set.strip().split("\\s*,\\s*")))
                .distinct()
                .toList();
    }

    private List<SweepSpec.Pca> pcaChoices() {
        String text = components;
        if (!pca || text == null) {
            if (text != null && !text.equals("all")) {
                throw new ProblemException("--pca-components is given, but PCA is off; leave one of the two out.");
            }
            return List.of(new SweepSpec.Pca(pca, OptionalInt.empty()));
        }
        return list(
                "The number of PCA components",
                text,
                word -> new SweepSpec.Pca(
                        true,
                        word.equalsIgnoreCase("all")
                                ? OptionalInt.empty()
                                : OptionalInt.of(Numbers.whole("The number of PCA components", word, 1, 10_000))));
    }

    private static <T> List<T> list(String what, String text, Function<String, T> parse) {
        return AlgorithmOptions.list(what, text, parse);
    }
}
