// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** A part of a report that can be left out. */
public enum ReportSection {
    /** Each run with its heatmap, parameters, scores, methods and command. */
    RUNS,
    /** Scores over parameters. */
    PLOTS,
    /** All runs in one table. */
    SUMMARY,
    /** The parameters in which the runs differ. */
    DIFFERENCES,
    /** The adjusted Rand index of each run with each. */
    AGREEMENT,
    /** How well each run finds the classes of ground truth. */
    TRUTH,
    /** How much runs that were repeated stay what they are. */
    STABILITY,
    /** The images with their fingerprints. */
    IMAGES;

    /** All of them. */
    public static final Set<ReportSection> ALL = Set.copyOf(EnumSet.allOf(ReportSection.class));

    /** The word that chooses it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Those that are named, separated by commas.
     *
     * @throws ProblemException naming the nearest if there is none of a name
     */
    public static Set<ReportSection> parse(String text) {
        Set<ReportSection> sections = EnumSet.noneOf(ReportSection.class);
        for (String word : text.split(",", -1)) {
            String name = word.strip().toLowerCase(Locale.ROOT);
            sections.add(Arrays.stream(values())
                    .filter(section -> section.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException("A report has no section \"" + name + "\". "
                            + Suggestion.of(
                                    name,
                                    Arrays.stream(values())
                                            .map(ReportSection::id)
                                            .collect(Collectors.toList())))));
        }
        return sections;
    }
}
