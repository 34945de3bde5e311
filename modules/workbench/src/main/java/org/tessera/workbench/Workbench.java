// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.sample.SampleMosaic;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.DetailsLoader;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.ImageSets;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.Source;
import org.tessera.tracking.SweepOutcome;
import org.tessera.tracking.Tracker;
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
    /** Seed of the sample tiles. */
    private static final long SAMPLE_SEED = 20181027L;

    private static final long END_MILLIS = 5000;

    private final Session session = new Session();
    private final Tasks tasks;
    private final Executor ui;
    private final Consumer<String> problems;
    private final Workers workers = Workers.ofMachine();
    private final StatisticSet statistics;
    private final FeatureCache cache = FeatureCache.ofUser();
    private @Nullable Open open;
    private @Nullable Loading loading;
    private boolean looking;
    private boolean blind;

    /** An open store and what works on it. */
    private record Open(Store store, Tracker tracker, DetailsLoader details) {}

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
        this.ui = ui;
        this.problems = problems;
        session.addListener(this::loadDetails);
    }

    public Session session() {
        return session;
    }

    public Tasks tasks() {
        return tasks;
    }

    /** The statistics that can be chosen. */
    public StatisticSet statistics() {
        return statistics;
    }

    /** The threads that work. */
    public Workers workers() {
        return workers;
    }

    /** Opens a store, made if it is missing, in place of the one that is open. */
    public void open(StoreLocation location) {
        tasks.start(
                "Opening " + location,
                monitor -> {
                    Store store = Store.open(location);
                    return new Opened(store, store.snapshot(StoreSnapshot.EMPTY));
                },
                outcome -> ended(outcome, opened -> {
                    close();
                    Tracker tracker = new Tracker(opened.store, workers, Clock.systemUTC(), statistics, cache);
                    open = new Open(opened.store, tracker, new DetailsLoader(opened.store, workers, statistics, cache));
                    session.opened(location.toString(), opened.snapshot);
                }));
    }

    private record Opened(Store store, StoreSnapshot snapshot) {}

    /** Looks whether another program has recorded something; the windows then show it. Cheap: called every second. */
    public void look() {
        Open current = open;
        if (current == null || looking) {
            return;
        }
        looking = true;
        StoreSnapshot known = session.state().snapshot();
        tasks.quietly(
                "Looking at the store",
                monitor -> current.store.mark().equals(known.mark()) ? known : current.store.snapshot(known),
                outcome -> {
                    looking = false;
                    if (current.equals(open)) {
                        looked(outcome);
                    }
                });
    }

    private void looked(Outcome<StoreSnapshot> outcome) {
        if (outcome instanceof Outcome.Done<StoreSnapshot> done) {
            blind = false;
            show(done.result());
        } else if (outcome instanceof Outcome.Failed<StoreSnapshot> failed && !blind) {
            blind = true;
            problems.accept(failed.message());
        }
    }

    /** Shows a snapshot, unless it is older than the one shown: snapshots taken side by side may end in any order. */
    private void show(StoreSnapshot snapshot) {
        if (snapshot.runs().size() >= session.state().snapshot().runs().size()) {
            session.update(snapshot);
        }
    }

    /**
     * Adds images to a project, which is made if it is missing.
     *
     * @param sources folders and files
     * @param pattern of the files' names, see {@link ImageScanner}
     * @param mosaic rows x columns, or auto
     */
    public void addImages(List<Path> sources, String pattern, String mosaic, String project) {
        Open current = requireOpen();
        tasks.start(
                "Adding images",
                monitor -> add(current, ImageScanner.scan(sources, pattern, mosaic), project, monitor),
                outcome -> ended(outcome, this::showImageSet));
    }

    /** Draws the sample tiles beside the user's store and adds them to the project "Sample". */
    public void addSample(Path folder) {
        Open current = requireOpen();
        tasks.start(
                "Drawing the sample",
                monitor -> {
                    SampleMosaic.write(folder, SAMPLE_SEED);
                    return add(current, ImageScanner.scan(List.of(folder), "*.tif", "auto"), "Sample", monitor);
                },
                outcome -> ended(outcome, this::showImageSet));
    }

    private record Added(long imageSet, StoreSnapshot snapshot) {}

    private Added add(Open current, ImageSet set, String project, Monitor monitor) {
        long id = current.store.addImageSet(
                project,
                ImageSets.read(set, workers, monitor),
                Clock.systemUTC().instant());
        return new Added(id, current.store.snapshot(session.state().snapshot()));
    }

    private void showImageSet(Added added) {
        show(added.snapshot);
        session.selectImageSet(added.imageSet);
    }

    /** Makes one run of the images; it is selected when it is recorded. */
    public Task run(ImageSet images, RunSpec spec, Placement placement, Consumer<RunOutcome> end) {
        Open current = requireOpen();
        return tasks.start(
                "Run",
                monitor -> {
                    RunOutcome outcome =
                            current.tracker.run(new Source.Images(images), spec, placement, false, monitor);
                    return new Ran<>(
                            outcome, current.store.snapshot(session.state().snapshot()));
                },
                outcome -> ended(outcome, ran -> {
                    show(ran.snapshot);
                    session.selectRun(ran.result.run().id());
                    end.accept(ran.result);
                }));
    }

    /** Makes a sweep; its runs appear as they are recorded. */
    public Task sweep(ImageSet images, SweepSpec spec, Placement placement, Consumer<SweepOutcome> end) {
        Open current = requireOpen();
        return tasks.start(
                "Sweep",
                monitor -> {
                    SweepOutcome outcome = current.tracker.sweep(
                            new Source.Images(images),
                            spec,
                            placement,
                            false,
                            run -> ui.execute(() -> follow(run)),
                            monitor);
                    return new Ran<>(
                            outcome, current.store.snapshot(session.state().snapshot()));
                },
                outcome -> {
                    look();
                    ended(outcome, ran -> {
                        show(ran.snapshot);
                        selectBest(ran.result);
                        end.accept(ran.result);
                    });
                });
    }

    /** The best run of a sweep, be it new or known before; without one, the sweep. */
    private void selectBest(SweepOutcome outcome) {
        BestRun.of(outcome.runs(), session.state().score())
                .ifPresentOrElse(
                        best -> session.selectRun(best.run().id()), () -> session.selectSweep(outcome.sweep()));
    }

    private record Ran<T>(T result, StoreSnapshot snapshot) {}

    /** Shows the sweep whose run has just been recorded. */
    private void follow(RunOutcome outcome) {
        look();
        Long of = outcome.run().sweep();
        if (of == null || outcome.opened()) {
            return;
        }
        long sweep = of;
        boolean known = session.state().snapshot().sweeps().stream().anyMatch(s -> s.id() == sweep);
        if (known && !of.equals(session.state().sweep())) {
            session.selectSweep(sweep);
        }
    }

    /** Details being loaded: of which run in which store. */
    private record Loading(Open open, long run) {}

    private void loadDetails(SessionState before, SessionState after) {
        Open current = open;
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
        tasks.quietly("Loading run " + run.id(), monitor -> current.details.load(run, monitor), outcome -> {
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
        problems.accept(String.valueOf(problem.getMessage()));
    }

    private <T> void ended(Outcome<T> outcome, Consumer<T> done) {
        if (outcome instanceof Outcome.Done<T> ok) {
            done.accept(ok.result());
        } else if (outcome instanceof Outcome.Failed<T> failed) {
            problems.accept(failed.message());
        }
    }

    private Open requireOpen() {
        return Objects.requireNonNull(open, "no store is open");
    }

    /** Whether a store is open. */
    public boolean isOpen() {
        return open != null;
    }

    /** Stops what runs and closes the store; what was recorded stays. Waits for the work to stop, a few seconds at most. */
    public void end() {
        tasks.running().forEach(Task::cancel);
        tasks.awaitEnd(END_MILLIS);
        Open current = open;
        open = null;
        if (current != null) {
            current.store.close();
        }
    }

    /** Closes the store, if one is open. */
    public void close() {
        Open current = open;
        open = null;
        if (current != null) {
            tasks.quietly(
                    "Closing the store",
                    monitor -> {
                        current.store.close();
                        return true;
                    },
                    outcome -> {});
        }
    }
}
