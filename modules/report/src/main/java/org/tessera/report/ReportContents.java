// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.List;
import java.util.Set;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.BestRun;

/**
 * What a report is of.
 *
 * @param title at the top
 * @param shown runs with heatmap and details, 1 or more
 * @param compared runs for the tables and the plots; {@code shown} are among them or not
 * @param remarks sentences below the title
 * @param sections that it has
 */
public record ReportContents(
        String title,
        List<RunRecord> shown,
        List<RunRecord> compared,
        List<String> remarks,
        Set<ReportSection> sections) {
    public ReportContents {
        shown = List.copyOf(shown);
        compared = List.copyOf(compared);
        remarks = List.copyOf(remarks);
        sections = Set.copyOf(sections);
    }

    /** A report of some runs with all its sections. */
    public static ReportContents of(String title, List<RunRecord> runs) {
        return new ReportContents(title, runs, runs, List.of(), ReportSection.ALL);
    }

    /**
     * A report of many runs that belong together, such as a sweep, of which only the best is shown by itself.
     *
     * @param runs one or more
     * @param score by which it is the best
     */
    public static ReportContents ofMany(String title, List<RunRecord> runs, ScoreName score) {
        return new ReportContents(title, List.of(BestRun.orFirst(runs, score)), runs, List.of(), ReportSection.ALL);
    }

    /** The same runs under another title, with some sections. */
    public ReportContents entitled(String other, Set<ReportSection> some) {
        return new ReportContents(other, shown, compared, remarks, some);
    }

    boolean has(ReportSection section) {
        return sections.contains(section);
    }
}
