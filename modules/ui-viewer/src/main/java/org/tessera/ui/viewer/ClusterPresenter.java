// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ClusterStyles;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.Workbench;

/** What the user does with the clusters that are shown: naming, colouring, ordering, clustering them again. */
final class ClusterPresenter {
    private final Workbench workbench;
    private final Supplier<ViewerState> state;

    /** @param state what is shown now */
    ClusterPresenter(Workbench workbench, Supplier<ViewerState> state) {
        this.workbench = workbench;
        this.state = state;
    }

    /**
     * Clusters that may be clustered again.
     *
     * @param parent they and their run
     * @param what they are, in words
     */
    record Reclusterable(Parent parent, String what) {}

    /** The clusters of a slice and of those selected with it, or empty where they are not those of a recorded run. */
    Optional<Reclusterable> reclusterable(int slice) {
        RunDetails shown = state.get().details();
        if (shown == null || !shown.run().recorded()) {
            return Optional.empty();
        }
        Set<Integer> clusters = new TreeSet<>();
        List<Integer> selected = state.get().selected();
        if (selected.contains(slice)) {
            selected.forEach(one -> clusters.add(shown.labels().get(one)));
        } else {
            clusters.add(shown.labels().get(slice));
        }
        clusters.removeIf(cluster -> cluster < 0);
        if (clusters.isEmpty()) {
            return Optional.empty();
        }
        String what = clusters.stream().map(state.get().look().styles()::name).collect(Collectors.joining(", "));
        return Optional.of(new Reclusterable(
                new Parent(shown.run().id(), List.copyOf(clusters)), what.replace("Cluster ", "cluster ")));
    }

    /** The user wants clusters to be clustered again; the parameters follow. */
    void recluster(Reclusterable clusters) {
        workbench.session().recluster(clusters.parent());
    }

    /** The user names a cluster; empty: by its number. */
    void name(int cluster, String name) {
        style(
                "Cluster " + cluster + " of run " + state.get().look().run() + " renamed.",
                styles -> styles.withName(cluster, name));
    }

    /** The user colours a cluster; null: by its size. */
    void colour(int cluster, @Nullable String colour) {
        style(
                "Cluster " + cluster + " of run " + state.get().look().run() + " recoloured.",
                styles -> styles.withColour(cluster, colour));
    }

    /** The user lists a cluster in the place of another. */
    void move(int cluster, int toPlaceOf) {
        int clusters = state.get().look().sizes().size();
        style(
                "Clusters of run " + state.get().look().run() + " reordered.",
                styles -> styles.moved(cluster, toPlaceOf, clusters));
    }

    private void style(String sentence, UnaryOperator<ClusterStyles> change) {
        ShownClusters look = state.get().look();
        if (look.recorded()) {
            try {
                workbench.changes().style(look.run(), change.apply(look.styles()), sentence);
            } catch (ProblemException e) {
                workbench.tell(e);
            }
        }
    }
}
