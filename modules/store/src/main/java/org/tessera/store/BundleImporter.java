// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.task.Monitor;

/** Merges a bundle into a store within one transaction. */
final class BundleImporter {
    private static final double TOLERANCE = 1e-12;

    private final Handle handle;
    private final RunWriter writer;
    private final RunReader reader;
    private final RunEditor editor;
    private final Instant now;

    private final List<ImportReport.Entry> recorded = new ArrayList<>();
    private final List<ImportReport.Entry> identical = new ArrayList<>();
    private final Set<Long> changed = new LinkedHashSet<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<Long> layers = new ArrayList<>();
    private final Map<Long, Long> local = new HashMap<>();
    private final Map<Long, Long> sweeps = new HashMap<>();
    private final BundleExtras extras;

    BundleImporter(Handle handle, long change, Instant now) {
        this.handle = handle;
        this.writer = new RunWriter(handle, change);
        this.reader = new RunReader(handle);
        this.editor = new RunEditor(handle, change);
        this.now = now;
        this.extras = new BundleExtras(handle, now, conflicts);
    }

    ImportReport add(BundleFile bundle, Monitor monitor) {
        try {
            List<Long> runs = bundle.runs();
            for (int i = 0; i < runs.size(); i++) {
                monitor.check();
                add(bundle, runs.get(i));
                monitor.progress((i + 1) / (double) runs.size(), "run " + runs.get(i));
            }
            addMembers(bundle);
            for (long layer : bundle.truth()) {
                Map<String, @Nullable Object> json = bundle.truthJson(layer);
                extras.addTruth(
                                json,
                                writer.addImageSet(
                                        BundleFile.string(json, "project"),
                                        bundle.imageSet(BundleFile.whole(json, "image_set")),
                                        now))
                        .ifPresent(layers::add);
            }
            extras.addQueries(bundle.queries());
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException | DateTimeException e) {
            throw bundle.damaged(e);
        }
        return new ImportReport(recorded, identical, List.copyOf(changed), conflicts, layers);
    }

    private void add(BundleFile bundle, long number) {
        Map<String, @Nullable Object> json = bundle.runJson(number);
        RunDocument document = bundle.document(number);
        UUID uuid = UUID.fromString(BundleFile.string(json, "uuid"));
        Optional<RunRecord> same =
                reader.where("r.uuid = :value", uuid.toString()).stream().findFirst();
        Optional<RunRecord> alike = same.isPresent()
                ? same
                : reader
                        .where("r.identity_key = :value AND r.deleted IS NULL", BundleFile.string(json, "identity_key"))
                        .stream()
                        .filter(run -> run.labelKey().equals(json.get("label_key")) && equalScores(run, document))
                        .findFirst();
        long run;
        if (alike.isPresent()) {
            run = alike.get().id();
            identical.add(new ImportReport.Entry(number, run));
            merge(alike.get(), number, json);
        } else {
            reader
                    .where("r.identity_key = :value AND r.deleted IS NULL", BundleFile.string(json, "identity_key"))
                    .stream()
                    .findFirst()
                    .ifPresent(other -> conflicts.add("Run " + number + " of the bundle was asked what run "
                            + other.id() + " here was, and gave other labels or scores; both are kept."));
            run = writer.write(newRun(bundle, number, uuid, json, document));
            recorded.add(new ImportReport.Entry(number, run));
            if (Boolean.TRUE.equals(json.get("starred"))) {
                editor.set(run, "starred", true);
            }
            if (json.get("clusters") instanceof Map<?, ?> clusters) {
                editor.set(run, "clusters", ClusterStyles.of(clusters).write());
            }
            if (json.get("deleted") instanceof String deleted) {
                editor.set(run, "deleted", Instant.parse(deleted));
            }
        }
        addRepetitions(bundle, number, json, run);
        local.put(number, run);
        if (json.get("sweep") instanceof Number sweep) {
            new SweepWriter(handle, 0).addMember(sweep(bundle, sweep.longValue()), run);
        }
    }

    /** A run that is known here gets the repetitions, and with them the consistency of its slices, that only the bundle has. */
    private void addRepetitions(BundleFile bundle, long number, Map<String, @Nullable Object> json, long run) {
        if (!extras.addRepetitions(run, number, BundleFile.repetitions(json))) {
            return;
        }
        SliceScores consistency = bundle.sliceTable(number, (int) BundleFile.whole(json, "slices"))
                .scores()
                .get(NewRun.CONSISTENCY);
        boolean known = handle.createQuery("SELECT COUNT(*) FROM run_slice_score WHERE run_id = :run AND name = :name")
                        .bind("run", run)
                        .bind("name", NewRun.CONSISTENCY)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (consistency != null && !known) {
            RunWriter.writeSliceScores(handle, run, NewRun.CONSISTENCY, consistency);
        }
        if (identical.stream().anyMatch(entry -> entry.run() == run)) {
            editor.touch(run);
            changed.add(run);
        }
    }

    /** Runs that a sweep found known are of it too. */
    private void addMembers(BundleFile bundle) {
        for (long sweep : bundle.sweeps()) {
            if (bundle.sweep(sweep).get("runs") instanceof List<?> members) {
                for (Object member : members) {
                    Long run = local.get(((Number) member).longValue());
                    if (run != null) {
                        new SweepWriter(handle, 0).addMember(sweep(bundle, sweep), run);
                    }
                }
            }
        }
    }

    private static boolean equalScores(RunRecord run, RunDocument document) {
        return run.scores().keySet().equals(document.scores().keySet())
                && run.scores().entrySet().stream()
                        .allMatch(score -> Math.abs(score.getValue()
                                        - Objects.requireNonNull(
                                                document.scores().get(score.getKey())))
                                <= TOLERANCE * Math.max(1, Math.abs(score.getValue())));
    }

    /** Adds what is said of a run in the bundle to what is said of it here. */
    private void merge(RunRecord here, long number, Map<String, @Nullable Object> json) {
        List<String> tags = new ArrayList<>();
        BundleFile.list(json, "tags").forEach(tag -> tags.add(tag.toString()));
        tags.removeAll(here.tags());
        boolean star = Boolean.TRUE.equals(json.get("starred")) && !here.starred();
        String called = json.get("name") instanceof String text ? text : "";
        String note = here.note() == null ? "" : here.note();
        String name = here.name() == null ? called : here.name();
        String said = note;
        if (!called.isEmpty() && !called.equals(name)) {
            said = joined(said, "Also called \"" + called + "\".");
        }
        if (json.get("note") instanceof String theirs && !theirs.isBlank()) {
            said = joined(said, theirs);
        }
        if (!said.equals(note) && !note.isEmpty()) {
            conflicts.add("Run " + here.id() + " here and run " + number
                    + " of the bundle are one run with another name or note; both are in its note.");
        }
        if (here.deleted() != null && json.get("deleted") == null) {
            conflicts.add("Run " + here.id() + " is deleted here and not in the bundle; it stays deleted and can be"
                    + " restored.");
        }
        ClusterStyles styles =
                json.get("clusters") instanceof Map<?, ?> theirs ? ClusterStyles.of(theirs) : ClusterStyles.NONE;
        boolean styled = !styles.equals(here.clusters()) && !styles.equals(ClusterStyles.NONE);
        if (styled && !here.clusters().equals(ClusterStyles.NONE)) {
            styled = false;
            conflicts.add("The clusters of run " + here.id() + " here and of run " + number
                    + " of the bundle have other names, colours or another order; those here stay.");
        }
        boolean renamed = !name.equals(here.name() == null ? "" : here.name());
        if (!tags.isEmpty() || star || renamed || styled || !said.equals(note)) {
            editor.touch(here.id());
            editor.tag(here.id(), tags);
            if (star) {
                editor.set(here.id(), "starred", true);
            }
            if (styled) {
                editor.set(here.id(), "clusters", styles.write());
            }
            if (renamed) {
                editor.set(here.id(), "name", name);
            }
            if (!said.equals(note)) {
                editor.set(here.id(), "note", said);
            }
            changed.add(here.id());
        }
    }

    private static String joined(String note, String more) {
        return note.contains(more) ? note : note.isEmpty() ? more : note + "\n\n" + more;
    }

    private NewRun newRun(
            BundleFile bundle, long number, UUID uuid, Map<String, @Nullable Object> json, RunDocument document) {
        int slices = (int) BundleFile.whole(json, "slices");
        BundleFile.Slices table = bundle.sliceTable(number, slices);
        Map<String, @Nullable Object> parameters = BundleFile.renumbered(document.parameters(), ancestor -> {
            Long here = local.get(ancestor);
            if (here == null) {
                throw new IllegalArgumentException("without run " + ancestor);
            }
            return here;
        });
        List<String> tags = new ArrayList<>();
        BundleFile.list(json, "tags").forEach(tag -> tags.add(tag.toString()));
        Map<ScoreName, Double> scores = new TreeMap<>(Comparator.comparing(ScoreName::id));
        document.scores().forEach((name, value) -> ScoreName.ofId(name).ifPresent(score -> scores.put(score, value)));
        Map<String, Double> timings = new LinkedHashMap<>(document.timingsMillis());
        return new NewRun(
                uuid,
                new Placement(
                        BundleFile.string(json, "project"),
                        BundleFile.string(json, "experiment"),
                        (String) json.get("name"),
                        (String) json.get("note"),
                        tags),
                bundle.imageSet(BundleFile.whole(json, "image_set")),
                json.get("sweep") instanceof Number sweep
                        ? new SweepSlot(sweep(bundle, sweep.longValue()), SweepSlot.NO_PLAN)
                        : null,
                Instant.parse(BundleFile.string(json, "started")),
                Instant.parse(BundleFile.string(json, "finished")),
                parameters,
                parameters.get("seed") instanceof Long seed ? seed : null,
                Labels.numbered(
                        table.labels().stream().mapToInt(Integer::intValue).toArray(),
                        document.clusterSizes().size()),
                parameters.get("grid") == null ? table.refs() : null,
                new Scores(scores),
                document.explainedVarianceRatio(),
                document.warnings(),
                timings,
                json.containsKey("features")
                        ? SummaryText.of(BundleFile.map(json, "features"), json.get("pca_loadings"))
                        : null,
                table.scores(),
                new NewRun.Keys(
                        BundleFile.string(json, "identity_key"),
                        BundleFile.string(json, "feature_key"),
                        BundleFile.string(json, "label_key")),
                new Provenance(
                        BundleFile.string(json, "engine_version"),
                        BundleFile.string(json, "program_version"),
                        BundleFile.string(json, "java_version"),
                        BundleFile.string(json, "machine")));
    }

    private long sweep(BundleFile bundle, long number) {
        return sweeps.computeIfAbsent(number, id -> {
            Map<String, @Nullable Object> json = bundle.sweep(number);
            return new SweepWriter(handle, 0)
                    .add(
                            UUID.fromString(BundleFile.string(json, "uuid")),
                            writer.experiment(
                                    writer.project(BundleFile.string(json, "project"), now),
                                    BundleFile.string(json, "experiment"),
                                    now),
                            writer.addImageSet(
                                    BundleFile.string(json, "project"),
                                    bundle.imageSet(BundleFile.whole(json, "image_set")),
                                    now),
                            json);
        });
    }
}
