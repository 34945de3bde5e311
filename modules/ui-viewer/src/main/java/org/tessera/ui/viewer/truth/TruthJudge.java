// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.StatisticImportance;
import org.tessera.engine.truth.TruthLayer;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.TruthScore;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** Judges runs by what is painted, in the background; of several questions only the newest is answered. Event thread. */
final class TruthJudge {
    private final Workbench workbench;
    private final Consumer<List<TruthScore>> scored;
    private final Consumer<List<StatisticImportance>> judged;
    private final Newest<List<TruthScore>> scoring;
    private final Newest<List<StatisticImportance>> judging;

    TruthJudge(Workbench workbench, Consumer<List<TruthScore>> scored, Consumer<List<StatisticImportance>> judged) {
        this.workbench = workbench;
        this.scored = scored;
        this.judged = judged;
        this.scoring = new Newest<>(workbench.tasks(), "Scoring runs", this::scored);
        this.judging = new Newest<>(workbench.tasks(), "Importance of statistics", this::judged);
    }

    /** How well every run of an image set finds the classes of a layer. */
    void score(long imageSet, TruthLayer layer) {
        scoring.request(workbench.reading((store, monitor) -> {
            Partitions partitions = new Partitions(store);
            Partition classes = partitions.of(imageSet, layer);
            return TruthScore.of(classes, Partitions.runsOf(store, imageSet), partitions, monitor);
        }));
    }

    void dropScores() {
        scoring.drop();
    }

    private void scored(Outcome<List<TruthScore>> outcome) {
        if (outcome instanceof Outcome.Done<List<TruthScore>> done) {
            scored.accept(done.result());
        } else if (outcome instanceof Outcome.Failed<List<TruthScore>> failed) {
            workbench.tell(new ProblemException(failed.message()));
        }
    }

    /** How much the statistics of a run tell of the classes. */
    void judge(RunDetails run, FeatureTable features, Painting painting) {
        judging.request(
                monitor -> StatisticImportance.of(features, clusters(run).under(classes(painting))));
    }

    void dropImportance() {
        judging.drop();
    }

    private void judged(Outcome<List<StatisticImportance>> outcome) {
        if (outcome instanceof Outcome.Done<List<StatisticImportance>> done) {
            judged.accept(done.result());
        }
    }

    private static Partition classes(Painting painting) {
        return new Partition(painting.slices(), painting.layer().labels().toArray());
    }

    private static Partition clusters(RunDetails run) {
        return new Partition(
                run.slices(), run.labels().stream().mapToInt(Integer::intValue).toArray());
    }

    /** The slices of a class that lie, if only in part, under a cluster of a run. */
    static List<Integer> shared(Painting painting, int ofClass, RunDetails run, int cluster) {
        int[] classes = painting.layer().labels().toArray();
        long[][] amounts = classes(painting).under(clusters(run));
        return IntStream.range(0, classes.length)
                .filter(i -> classes[i] == ofClass && amounts[i][cluster] > 0)
                .boxed()
                .toList();
    }
}
