// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;

/**
 * How well a run finds the classes that a person knows.
 *
 * @param run which
 * @param slices whether slices were counted; else, of another grid, pixels
 * @param table its clusters and the classes
 */
public record TruthScore(RunRecord run, boolean slices, Contingency table) {
    /**
     * Judges runs.
     *
     * @param classes of slices, negative where not known
     * @param runs of the same mosaic
     * @param partitions of their store
     */
    public static List<TruthScore> of(Partition classes, List<RunRecord> runs, Partitions partitions, Monitor monitor) {
        List<TruthScore> scores = new ArrayList<>();
        for (RunRecord run : runs) {
            monitor.check();
            monitor.progress(scores.size() / (double) runs.size(), "run " + run.id());
            Partition clusters = partitions.of(run);
            scores.add(new TruthScore(run, clusters.sameSlices(classes), clusters.with(classes)));
        }
        return scores;
    }

    /** The cluster that finds a class best; a class that no slice of the run has is found by none. */
    public Contingency.Detection detection(int ofClass) {
        return ofClass < table.classes() ? table.detection(ofClass) : new Contingency.Detection(0, 0, 0, 1);
    }

    /** What runs are sorted by: the F1 of a class, or the adjusted Rand index. */
    public double by(OptionalInt ofClass) {
        return ofClass.isEmpty()
                ? table.adjustedRand()
                : detection(ofClass.getAsInt()).f1();
    }
}
