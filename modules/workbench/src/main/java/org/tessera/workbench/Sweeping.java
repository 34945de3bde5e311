// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.store.Placement;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.Source;
import org.tessera.tracking.SweepOutcome;
import org.tessera.tracking.SweepStopped;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.task.Task;

/** The sweeps that the user makes, pauses and resumes: their runs appear as they are recorded. User interface's thread. */
public final class Sweeping {
    private final Workbench workbench;
    private final Session session;
    private final Executor ui;

    Sweeping(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        this.session = workbench.session();
        this.ui = ui;
    }

    /** How a sweep ended that was neither cancelled nor failed. */
    public interface End {
        /** All its runs are made; the best is selected. */
        void done(SweepOutcome outcome);

        /** It was paused by {@link Task#pause}; the session knows what it has made. */
        void paused(long sweep);

        /** Tells of either. */
        static End of(Consumer<SweepOutcome> done, LongConsumer paused) {
            return new End() {
                @Override
                public void done(SweepOutcome outcome) {
                    done.accept(outcome);
                }

                @Override
                public void paused(long sweep) {
                    paused.accept(sweep);
                }
            };
        }
    }

    /** Makes a sweep. */
    public Task start(ImageSet images, SweepSpec spec, Placement placement, End end) {
        return start(
                "Sweep",
                (in, each, monitor) ->
                        in.tracker().sweep(new Source.Images(images), spec, placement, false, each, monitor),
                end);
    }

    /** Makes the runs that a stopped sweep lacks. */
    public Task resume(long sweep, End end) {
        return start("Sweep " + sweep, (in, each, monitor) -> in.tracker().resume(sweep, each, monitor), end);
    }

    private interface Work {
        SweepOutcome run(OpenStore in, Consumer<RunOutcome> each, Monitor monitor);
    }

    /** A sweep, and what came of it unless it was paused. */
    private record Ended(long sweep, @Nullable SweepOutcome outcome) {}

    private Task start(String name, Work work, End end) {
        return workbench.record(
                name,
                (in, monitor) -> untilPaused(
                        monitor, each -> work.run(in, each, monitor), run -> ui.execute(() -> follow(in, run))),
                ended -> {
                    if (ended.outcome == null) {
                        end.paused(ended.sweep);
                    } else {
                        selectBest(ended.outcome);
                        end.done(ended.outcome);
                    }
                });
    }

    private static Ended untilPaused(
            Monitor monitor, Function<Consumer<RunOutcome>, SweepOutcome> work, Consumer<RunOutcome> each) {
        try {
            SweepOutcome outcome = work.apply(each);
            return new Ended(outcome.sweep(), outcome);
        } catch (SweepStopped stopped) {
            if (monitor.paused()) {
                return new Ended(stopped.sweep(), null);
            }
            throw stopped;
        }
    }

    /** The best run of a sweep, be it new or known before; without one, the sweep. */
    private void selectBest(SweepOutcome outcome) {
        BestRun.of(outcome.runs(), session.state().score())
                .ifPresentOrElse(
                        best -> session.selectRun(best.run().id(), outcome.sweep()),
                        () -> session.selectSweep(outcome.sweep()));
    }

    /** Shows the sweep whose run has just been recorded. */
    private void follow(OpenStore in, RunOutcome outcome) {
        workbench.look();
        Long of = outcome.run().sweep();
        if (of == null || outcome.opened() || !workbench.isOpen(in)) {
            return;
        }
        long sweep = of;
        boolean known = session.state().snapshot().sweep(sweep).isPresent();
        if (known && !of.equals(session.state().sweep())) {
            session.selectSweep(sweep);
        }
    }
}
