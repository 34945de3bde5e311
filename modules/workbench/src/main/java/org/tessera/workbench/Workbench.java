// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.Source;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.task.Tasks;

/**
 * What the windows can do: each method starts work in the background, and its end changes the session or tells the
 * problem, once. Called on the user interface's thread.
 */
public final class Workbench {
    private static final long END_MILLIS = 5000;

    private final Session session = new Session();
    private final Tasks tasks;
    private final AtomicLong readings = new AtomicLong();
    private final Consumer<String> problems;
    private final Workers workers = Workers.ofMachine();
    private final StatisticSet statistics;
    private final FeatureCache cache = FeatureCache.ofUser();
    private final Exploration exploration;
    private final RunChanges changes = new RunChanges(this);
    private final ImageChanges images = new ImageChanges(this);
    private final Sweeping sweeping;
    private final Judging judging = new Judging(this);
    private final List<Runnable> leaving = new ArrayList<>();
    private @Nullable OpenStore open;
    private @Nullable Loading loading;
    private boolean looking;
    private long shown;
    private boolean blind;

    /**
     * A workbench with no store open.
     *
     * @param tasks where work runs
     * @param ui the user interface's thread
     * @param problems tells the user a sentence
     * @param statistics those that can be chosen
     */
    public Workbench(Tasks tasks, Executor ui, Consumer<String> problems, StatisticSet statistics) {
        this.tasks = tasks;
        this.statistics = statistics;
        this.problems = problems;
        this.exploration = new Exploration(session, tasks, () -> {
            OpenStore current = open;
            return current == null ? null : current.live();
        });
        this.sweeping = new Sweeping(this, ui);
        session.addListener(this::loadDetails);
    }

    public Session session() {
        return session;
    }

    public Tasks tasks() {
        return tasks;
    }

    /** What is shown while parameters are moved. */
    public Exploration exploration() {
        return exploration;
    }

    /** What the user does to recorded runs. */
    public RunChanges changes() {
        return changes;
    }

    /** What the user does with images. */
    public ImageChanges images() {
        return images;
    }

    /** The sweeps that the user makes. */
    public Sweeping sweeping() {
        return sweeping;
    }

    /** How far recorded runs can be trusted. */
    public Judging judging() {
        return judging;
    }

    /** The statistics that can be chosen. */
    public StatisticSet statistics() {
        return statistics;
    }

    /** The threads that work. */
    public Workers workers() {
        return workers;
    }

    /** Hears that the open store is about to be left: what is not recorded in it yet is to be recorded now. */
    public void beforeLeaving(Runnable listener) {
        leaving.add(listener);
    }

    /** Opens a store, made if it is missing, in place of the one that is open. */
    public void open(StoreLocation location) {
        leaving.forEach(Runnable::run);
        tasks.start(
                "Opening " + location,
                monitor -> {
                    Store store = Store.open(location);
                    return new Opened(store, store.snapshot(StoreSnapshot.EMPTY));
                },
                outcome -> ended(outcome, opened -> {
                    close();
                    open = OpenStore.of(opened.store, workers, statistics, cache);
                    session.opened(location.toString(), opened.snapshot);
                }));
    }

    private record Opened(Store store, StoreSnapshot snapshot) {}

    /** Looks whether another program has recorded something; the windows then show it. Cheap: called every second. */
    public void look() {
        OpenStore current = open;
        if (current == null || looking) {
            return;
        }
        looking = true;
        StoreSnapshot known = session.state().snapshot();
        tasks.quietly(
                "Looking at the store",
                monitor -> {
                    if (known.sweeps().stream().anyMatch(sweep -> sweep.status() == Status.RUNNING)) {
                        current.store().sweeps().interruptStale(Instant.now());
                    }
                    return taken(() -> current.store().mark().equals(known.mark())
                            ? known
                            : current.store().snapshot(known));
                },
                outcome -> {
                    looking = false;
                    if (current.equals(open)) {
                        looked(outcome);
                    }
                });
    }

    /** A snapshot, and the order in which its reading began. */
    private record Taken(long order, StoreSnapshot snapshot) {}

    private Taken taken(Supplier<StoreSnapshot> reading) {
        long order = readings.incrementAndGet();
        return new Taken(order, reading.get());
    }

    private void looked(Outcome<Taken> outcome) {
        if (outcome instanceof Outcome.Done<Taken> done) {
            blind = false;
            show(done.result());
        } else if (outcome instanceof Outcome.Failed<Taken> failed && !blind) {
            blind = true;
            problems.accept(failed.message());
        }
    }

    /** Shows a snapshot, unless it is older than the one shown: snapshots taken side by side may end in any order. */
    private void show(Taken taken) {
        if (taken.order > shown) {
            shown = taken.order;
            session.update(taken.snapshot);
        }
    }

    /**
     * Makes one run of the images; it is selected when it is recorded.
     *
     * @param again record it although an identical run is known
     */
    public Task run(ImageSet images, RunSpec spec, Placement placement, boolean again, Consumer<RunOutcome> end) {
        exploration.drop();
        return record(
                "Run",
                (in, monitor) -> in.tracker().run(new Source.Images(images), spec, placement, again, monitor),
                outcome -> {
                    session.selectRun(outcome.run().id());
                    end.accept(outcome);
                });
    }

    /** Work that records something in a store. */
    interface Recording<T> {
        T run(OpenStore in, Monitor monitor);
    }

    /** Work for which a store stays open from now on until it ends, though another is opened. */
    private static <T> Tasks.Work<T> holding(OpenStore in, Tasks.Work<T> work) {
        in.use();
        return monitor -> {
            try {
                return work.run(monitor);
            } finally {
                in.release();
            }
        };
    }

    private record Recorded<T>(T result, Taken snapshot) {}

    /** Records something in the open store and shows it, unless another store has been opened meanwhile. */
    <T> Task record(String name, Recording<T> work, Consumer<T> shown) {
        OpenStore in = requireOpen();
        return tasks.start(
                name,
                holding(in, monitor -> {
                    T result = work.run(in, monitor);
                    return new Recorded<>(result, taken(() -> in.store()
                            .snapshot(session.state().snapshot())));
                }),
                outcome -> {
                    look();
                    ended(outcome, recorded -> {
                        if (in.equals(open)) {
                            show(recorded.snapshot);
                            shown.accept(recorded.result);
                        }
                    });
                });
    }

    /**
     * Reads from the open store what leaves the program; a failure is told.
     *
     * @param name of the work, as shown
     */
    public <T> Task read(String name, BiFunction<Store, Monitor, T> work, Consumer<T> done) {
        OpenStore in = requireOpen();
        return tasks.start(
                name, holding(in, monitor -> work.apply(in.store(), monitor)), outcome -> ended(outcome, done));
    }

    /** Work of a window's own that reads from the store that is open now. */
    public <T> Tasks.Work<T> reading(BiFunction<Store, Monitor, T> work) {
        OpenStore in = requireOpen();
        return monitor -> holding(in, inner -> work.apply(in.store(), inner)).run(monitor);
    }

    /** Loads a recorded run with what is measured of its slices, from the store that is open now. */
    public Tasks.Work<RunDetails> loading(RunRecord run) {
        OpenStore in = requireOpen();
        return monitor -> holding(in, inner -> in.details().load(run, inner)).run(monitor);
    }

    /** Details being loaded: of which run in which store. */
    private record Loading(OpenStore open, long run) {}

    private void loadDetails(SessionState before, SessionState after) {
        OpenStore current = open;
        Optional<RunRecord> selected = after.selectedRun();
        if (current == null || selected.isEmpty() || after.details() != null || after.problem() != null) {
            return;
        }
        RunRecord run = selected.get();
        Loading wanted = new Loading(current, run.id());
        if (wanted.equals(loading)) {
            return;
        }
        loading = wanted;
        tasks.quietly("Loading run " + run.id(), monitor -> current.details().load(run, monitor), outcome -> {
            if (wanted.equals(loading)) {
                loading = null;
                loaded(run.id(), outcome);
            }
        });
    }

    private void loaded(long run, Outcome<RunDetails> outcome) {
        if (outcome instanceof Outcome.Done<RunDetails> done) {
            session.loaded(run, done.result(), null);
        } else if (outcome instanceof Outcome.Failed<RunDetails> failed) {
            session.loaded(run, null, failed.message());
        }
    }

    /** Tells the user of a problem with what was chosen. */
    public void tell(ProblemException problem) {
        tell(String.valueOf(problem.getMessage()));
    }

    void tell(String sentence) {
        problems.accept(sentence);
    }

    private <T> void ended(Outcome<T> outcome, Consumer<T> done) {
        if (outcome instanceof Outcome.Done<T> ok) {
            done.accept(ok.result());
        } else if (outcome instanceof Outcome.Failed<T> failed) {
            problems.accept(failed.message());
        }
    }

    OpenStore requireOpen() {
        return Objects.requireNonNull(open, "no store is open");
    }

    boolean isOpen(OpenStore store) {
        return store.equals(open);
    }

    /** Whether a store is open. */
    public boolean isOpen() {
        return open != null;
    }

    /** Stops what runs and closes the store; what was recorded stays. Waits for the work to stop, a few seconds at most. */
    public void end() {
        tasks.running().forEach(Task::cancel);
        leaving.forEach(Runnable::run);
        tasks.awaitEnd(END_MILLIS);
        OpenStore current = open;
        open = null;
        if (current != null) {
            current.store().close();
        }
    }

    /** Closes the store, if one is open, when the work that records in it has ended. */
    public void close() {
        OpenStore current = open;
        open = null;
        if (current != null) {
            tasks.quietly(
                    "Closing the store",
                    monitor -> {
                        current.release();
                        return true;
                    },
                    outcome -> {});
        }
    }
}
