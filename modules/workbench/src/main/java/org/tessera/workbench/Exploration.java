// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.store.Placement;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.LiveResult;
import org.tessera.tracking.LiveRuns;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.task.Tasks;

/** Shows what parameters give while they are moved; nothing is recorded. User interface's thread. */
public final class Exploration {
    private final Session session;
    private final Supplier<@Nullable LiveRuns> runs;
    private final Newest<Found> newest;
    private Consumer<String> problem = sentence -> {};

    private record Found(LiveRuns by, LiveResult result) {}

    Exploration(Session session, Tasks tasks, Supplier<@Nullable LiveRuns> runs) {
        this.session = session;
        this.runs = runs;
        this.newest = new Newest<>(tasks, "Following the parameters", this::ended);
    }

    /**
     * Shows what a run would give. Of several that are asked for one after the other only the newest is shown.
     *
     * @param images of the selected image set
     * @param placement where it would be recorded
     * @param failed told why there is none
     */
    public void show(ImageSet images, RunSpec spec, Placement placement, Consumer<String> failed) {
        LiveRuns by = runs.get();
        ImageSetEntry of = session.state().selectedImageSet().orElse(null);
        if (by == null || of == null) {
            return;
        }
        problem = failed;
        newest.request(monitor -> {
            LiveResult made = by.make(of.id(), of.set(), images, spec, placement, monitor);
            return new Found(by, made.comparedWith(session.state().details()));
        });
    }

    /** Shows the selected run again; what was asked for is dropped. */
    public void stop() {
        drop();
        session.showLive(null);
    }

    /**
     * Drops what was asked for; what is shown stays until a run is selected. Images are read again for what is asked for next,
     * for they may have changed.
     */
    void drop() {
        newest.drop();
        LiveRuns by = runs.get();
        if (by != null) {
            by.forget();
        }
    }

    private void ended(Outcome<Found> outcome) {
        if (outcome instanceof Outcome.Done<Found> done && done.result().by.equals(runs.get())) {
            session.showLive(done.result().result);
        } else if (outcome instanceof Outcome.Failed<Found> failed) {
            problem.accept(failed.message());
        }
    }
}
