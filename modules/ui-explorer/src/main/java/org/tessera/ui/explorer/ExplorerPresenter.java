// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.report.ReportContents;
import org.tessera.store.RunRecord;
import org.tessera.ui.explorer.ExplorerNode.Kind;
import org.tessera.ui.explorer.ExplorerNode.Mark;
import org.tessera.workbench.Sweeping;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;

/** What the explorer shows, and what a selection there means. */
final class ExplorerPresenter {
    /** Shows the tree. */
    interface View {
        /**
         * Another tree; what was expanded stays so.
         *
         * @param expanded whether all lines are to be seen, as while a filter is typed
         * @param empty whether there is nothing, even without a filter
         */
        void show(ExplorerNode root, boolean expanded, boolean empty);

        /**
         * Selects lines without telling, each by the keys from the top down to it, those that there are; the first is scrolled
         * to.
         */
        void select(List<List<String>> paths);

        /** What has just been done to runs and can be taken back; empty for nothing. */
        void showDone(String sentence);

        /** What has come of something that cannot be taken back. */
        void tell(String sentence);

        /** A file that was asked for is written. */
        void showWritten(Path file);
    }

    private final Workbench workbench;
    private final Session session;
    private final View view;
    private final ExplorerTree tree = new ExplorerTree();
    private String filter = "";

    ExplorerPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.session = workbench.session();
        this.view = view;
        show(session.state());
        session.addListener(this::changed);
        workbench.changes().addListener(view::showDone);
    }

    private void changed(SessionState before, SessionState after) {
        if (!before.snapshot().equals(after.snapshot()) || !before.score().equals(after.score())) {
            show(after);
        } else if (!before.selection().equals(after.selection())
                || !before.chosen().equals(after.chosen())) {
            view.select(ExplorerTree.pathsOf(after));
        }
    }

    private void show(SessionState state) {
        ExplorerNode all = tree.of(state.snapshot(), state.score());
        view.show(all.matching(filter), !filter.isBlank(), all.children().isEmpty());
        view.select(ExplorerTree.pathsOf(state));
    }

    /** The user has typed into the filter: lines that contain it stay, with what lies above and below them. */
    void filter(String text) {
        filter = text;
        show(session.state());
    }

    /**
     * The user has selected lines.
     *
     * @param lead the one that was clicked last
     * @param all of them
     */
    void selected(ExplorerNode lead, List<ExplorerNode> all) {
        Set<Long> runs = all.stream()
                .filter(node -> node.kind() == Kind.RUN)
                .map(ExplorerNode::id)
                .collect(Collectors.toSet());
        switch (lead.kind()) {
            case RUN -> {
                Long sweep = lead.sweep();
                if (runs.size() > 1) {
                    session.chooseRuns(runs, lead.id());
                } else if (sweep == null) {
                    session.selectRun(lead.id());
                } else {
                    session.selectRun(lead.id(), sweep);
                }
            }
            case SWEEP -> session.selectSweep(lead.id());
            case IMAGE_SET -> session.selectImageSet(lead.id());
            default -> {}
        }
    }

    /** Whether a line is a sweep that has stopped before it was done. */
    static boolean resumable(ExplorerNode node) {
        return node.kind() == Kind.SWEEP && node.mark() == Mark.STOPPED;
    }

    /** The record of a line that is a run. */
    Optional<RunRecord> run(ExplorerNode node) {
        return node.kind() == Kind.RUN ? session.state().snapshot().run(node.id()) : Optional.empty();
    }

    /** The runs that are chosen, oldest first. */
    List<RunRecord> chosen() {
        return session.state().chosen().stream()
                .sorted()
                .map(session.state().snapshot()::run)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Long> ids() {
        return session.state().chosen().stream().sorted().toList();
    }

    /** The chosen runs are starred, or not any more. */
    void star(boolean starred) {
        workbench.changes().star(ids(), starred);
    }

    void rename(RunRecord run, String name) {
        workbench.changes().rename(List.of(run.id()), name);
    }

    void tag(List<String> tags) {
        workbench.changes().tag(ids(), tags);
    }

    void note(String note) {
        workbench.changes().note(ids(), note);
    }

    void delete() {
        if (!ids().isEmpty()) {
            workbench.changes().delete(ids());
        }
    }

    void move(String experiment) {
        workbench.changes().move(ids(), experiment);
    }

    /** Writes something of the chosen runs to a file. */
    void export(RunFile kind, Path file) {
        export(kind, ReportContents.of(RunFile.title(chosen()), chosen()), file);
    }

    /** Runs are written to a file. */
    void export(RunFile kind, ReportContents of, Path file) {
        workbench.read(
                "Writing " + file.getFileName(),
                (store, monitor) -> {
                    kind.write(store, of, file, monitor);
                    return file;
                },
                view::showWritten);
    }

    /** What a report would be on: the chosen runs, or all of the selected sweep; empty where neither is. */
    Optional<ReportContents> reportable() {
        List<RunRecord> runs = chosen();
        if (!runs.isEmpty()) {
            return Optional.of(ReportContents.of(RunFile.title(runs), runs));
        }
        Long sweep = session.state().sweep();
        return sweep == null ? Optional.empty() : ofSweep(sweep);
    }

    /** A report on the sweep of a line; empty for a line that is none. */
    Optional<ReportContents> reportable(ExplorerNode node) {
        return node.kind() == Kind.SWEEP ? ofSweep(node.id()) : Optional.empty();
    }

    private Optional<ReportContents> ofSweep(long sweep) {
        List<RunRecord> runs = session.state().snapshot().runsOfSweep(sweep);
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportContents.ofMany(
                        "Sweep " + sweep, runs, session.state().score()));
    }

    /** The folder of the first image of an image set; empty for a line that is none. */
    Optional<Path> folder(ExplorerNode node) {
        return node.kind() != Kind.IMAGE_SET
                ? Optional.empty()
                : session.state()
                        .snapshot()
                        .imageSet(node.id())
                        .flatMap(entry -> entry.set().images().stream().findFirst())
                        .map(image -> image.info().file().path().getParent());
    }

    /** Whether the chosen runs can be moved to a line: an experiment of their project that not all are in. */
    boolean canMove(ExplorerNode to) {
        List<RunRecord> runs = chosen();
        return to.kind() == Kind.EXPERIMENT
                && runs.stream().allMatch(run -> to.key()
                        .equals(ExplorerNode.key(Kind.EXPERIMENT, run.project() + "/" + to.text())))
                && runs.stream().anyMatch(run -> !run.experiment().equals(to.text()));
    }

    /** The chosen run is repeated, to see how stable it is. */
    void repeat(RunRecord run) {
        workbench.judging().repeat(run, view::tell);
    }

    /** The consensus of the chosen runs is recorded. */
    void consensus() {
        workbench.judging().consensus(chosen(), view::tell);
    }

    /** The user takes the last change back. */
    void undo() {
        workbench.changes().undo();
    }

    /** The user wants a stopped sweep to go on. */
    void resume(ExplorerNode node) {
        workbench.sweeping().resume(node.id(), Sweeping.End.of(outcome -> {}, sweep -> {}));
    }
}
