// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.truth.TruthLayer;

/** Two stores: what one bundles, the other imports. */
class BundleTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Store from;
    private Store to;
    private Path file;

    @BeforeEach
    void openStores() {
        from = Store.open(StoreLocation.parse(folder.resolve("from").toString()));
        to = open();
        file = folder.resolve("runs.tessera");
    }

    @AfterEach
    void closeStores() {
        from.close();
        to.close();
    }

    private ImportReport importAll() {
        from.bundles().write(from.runs().stream().map(RunRecord::id).toList(), file, NOON, Monitor.none());
        return to.bundles().read(file, NOON, Monitor.none());
    }

    @Test
    void namesOfClustersThatDifferStayAsTheyAreHereAndThatIsSaid() {
        long run = from.record(SampleRuns.run("P", "E"));
        importAll();
        from.edits().style(run, ClusterStyles.NONE.withName(0, "theirs"));
        assertThat(importAll().conflicts()).isEmpty();
        assertThat(to.requireRun(1).clusters().name(0)).isEqualTo("theirs");

        to.edits().style(1, ClusterStyles.NONE.withName(0, "ours"));
        assertThat(importAll().conflicts())
                .singleElement()
                .asString()
                .contains("clusters of run 1 here", "those here stay");
        assertThat(to.requireRun(1).clusters().name(0)).isEqualTo("ours");
    }

    @Test
    void everythingOfARunArrives() {
        to.record(SampleRuns.withKey("other"));
        long sweep = from.sweeps().begin(SampleRuns.sweep(3));
        long run = from.record(SampleRuns.inSweep(sweep));
        from.edits().star(List.of(run), true);
        from.edits().style(run, ClusterStyles.NONE.withName(1, "crystals").withColour(0, "#112233"));
        from.edits().note(List.of(run), "a note, with \"quotes\", \u05e9\u05dc\u05d5\u05dd and <script>");

        ImportReport report = importAll();

        assertThat(report.recorded()).containsExactly(new ImportReport.Entry(run, 2));
        assertThat(report.identical()).isEmpty();
        assertThat(report.conflicts()).isEmpty();
        RunRecord before = from.requireRun(run);
        RunRecord after = to.requireRun(2);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("id", "imageSet", "sweep", "sameLabelsAs")
                .isEqualTo(before);
        assertThat(to.labels(2)).containsExactly(from.labels(run));
        assertThat(to.summary(2)).isEqualTo(from.summary(run));
        assertThat(to.sliceScores(2, NewRun.SILHOUETTE).orElseThrow().toArray())
                .containsExactly(
                        from.sliceScores(run, NewRun.SILHOUETTE).orElseThrow().toArray());
        assertThat(to.imageSet(after.imageSet())).isEqualTo(from.imageSet(before.imageSet()));
        SweepRecord arrived = to.sweep(after.sweep()).orElseThrow();
        assertThat(arrived.planned()).isEqualTo(3);
        assertThat(arrived.status()).as("nobody works on it here").isEqualTo(Status.INTERRUPTED);
    }

    @Test
    void repetitionsArriveWithTheConsistencyOfSlicesAlsoOfARunThatIsKnownHere() {
        long there = from.record(SampleRuns.run("P", "E"));
        long here = to.record(SampleRuns.run("P", "E"));
        List<Repetition> seeds = List.of(new Repetition("seeds", 1, 0.75), new Repetition("seeds", 2, 1 / 3.0));
        double[] consistency = new double[from.labels(there).length];
        consistency[1] = 0.5;
        from.repetitions().save(there, "seeds", seeds, SliceScores.of(consistency));

        ImportReport report = importAll();

        assertThat(report.changed()).containsExactly(here);
        assertThat(to.repetitions().of(here)).isEqualTo(seeds);
        assertThat(to.sliceScores(here, NewRun.CONSISTENCY).orElseThrow().toArray())
                .isEqualTo(consistency);
        assertThat(to.bundles().read(file, NOON, Monitor.none()))
                .satisfies(again -> assertThat(again.changed()).isEmpty())
                .satisfies(again -> assertThat(again.conflicts()).isEmpty());

        to.repetitions().save(here, "seeds", seeds.subList(0, 1), SliceScores.of(consistency));
        assertThat(to.bundles().read(file, NOON, Monitor.none()).conflicts())
                .singleElement()
                .asString()
                .contains("repeated by seeds with other outcomes", "those here stay");
        assertThat(to.repetitions().of(here)).hasSize(1);
    }

    @Test
    void repetitionsOfARunThatIsNewArriveWithIt() {
        long there = from.record(SampleRuns.run("P", "E"));
        List<Repetition> bootstrap = List.of(new Repetition("bootstrap", 7, Double.NaN));
        from.repetitions().save(there, "bootstrap", bootstrap, SliceScores.of(new double[from.labels(there).length]));

        ImportReport report = importAll();

        assertThat(report.changed()).isEmpty();
        assertThat(to.repetitions().of(1)).isEqualTo(bootstrap);
    }

    @Test
    void aRunThatASweepFoundKnownIsOfThatSweepWhereItArrives() {
        long run = from.record(SampleRuns.withKey("known"));
        long sweep = from.sweeps().begin(SampleRuns.sweep(1));
        from.record(List.of(SampleRuns.withKey("known", new SweepSlot(sweep, 0))), false);

        importAll();

        assertThat(from.runsOfSweep(sweep)).extracting(RunRecord::id).containsExactly(run);
        assertThat(to.runsOfSweep(1)).hasSize(1).first().satisfies(arrived -> assertThat(arrived.sweep())
                .isNull());
    }

    @Test
    void groundTruthArrivesWithAllItsVersions() {
        RunRecord run = from.requireRun(from.record(SampleRuns.run("P", "E")));
        from.truth().save(run.imageSet(), "by Ada", truth(0, 1, -1, 0, 0, 0, 0, 0), NOON);
        from.truth().save(run.imageSet(), "by Ada", truth(1, 1, 1, 1, 0, 0, 0, 0), NOON.plusSeconds(1));

        ImportReport first = importAll();
        ImportReport second = to.bundles().read(file, NOON, Monitor.none());

        assertThat(first.layers()).hasSize(2);
        assertThat(first.conflicts()).isEmpty();
        assertThat(second.layers()).isEmpty();
        assertThat(to.truth().all()).isEqualTo(from.truth().all());
    }

    @Test
    void groundTruthOfOneNameThatDiffersIsKeptBothTimes() {
        RunRecord there = from.requireRun(from.record(SampleRuns.run("P", "E")));
        RunRecord here = to.requireRun(to.record(SampleRuns.run("P", "E")));
        from.truth().save(there.imageSet(), "by Ada", truth(0, 1, -1, 0, 0, 0, 0, 0), NOON);
        to.truth().save(here.imageSet(), "by Ada", truth(1, 1, 1, 1, 0, 0, 0, 0), NOON);

        ImportReport report = importAll();

        assertThat(to.truth().versions(here.imageSet()))
                .extracting(layer -> layer.layer().labels().get(0))
                .containsExactly(1, 0);
        assertThat(report.conflicts()).singleElement().asString().contains("by Ada", "version 2 here");
    }

    private static TruthLayer truth(int... labels) {
        return new TruthLayer(new Grid(2, 4), List.of("crystal", "rest"), Labels.numbered(labels, 2));
    }

    @Test
    void aBundleOfAllHasTheSavedQueriesAndNoneOfThoseHereIsReplaced() {
        from.record(SampleRuns.run("P", "E"));
        from.queries().save("good", "silhouette > 0.5", NOON);
        from.queries().save("few", "clusters < 4", NOON);
        to.queries().save("good", "silhouette > 0.9", NOON);

        from.bundles().writeAll(file, NOON, Monitor.none());
        ImportReport report = to.bundles().read(file, NOON, Monitor.none());
        to.bundles().read(file, NOON, Monitor.none());

        assertThat(to.queries().all())
                .containsExactly(
                        Map.entry("few", "clusters < 4"),
                        Map.entry("good", "silhouette > 0.9"),
                        Map.entry("good 2", "silhouette > 0.5"));
        assertThat(report.conflicts()).singleElement().asString().contains("good 2");
    }

    @Test
    void importingTwiceChangesNothing() {
        from.record(SampleRuns.run("P", "E"));
        importAll();
        List<RunRecord> once = to.runs();

        ImportReport report = to.bundles().read(file, NOON, Monitor.none());

        assertThat(report.recorded()).isEmpty();
        assertThat(report.identical()).hasSize(1);
        assertThat(report.changed()).isEmpty();
        assertThat(report.conflicts()).isEmpty();
        assertThat(to.runs()).isEqualTo(once);
    }

    @Test
    void aRunIsBundledWithThoseItWasMadeFromAndPointsToThemWhereItArrives() {
        to.record(SampleRuns.withKey("other"));
        long parent = from.record(SampleRuns.withKey("parent"));
        long child = from.record(SampleRuns.child(parent));

        List<Long> written = from.bundles().write(List.of(child), file, NOON, Monitor.none());
        to.bundles().read(file, NOON, Monitor.none());

        assertThat(written).containsExactly(parent, child);
        assertThat(to.requireRun(3).parameters()).containsEntry("parent", 2L);
    }

    @Test
    void anIdenticalRunMadeHereGetsTagsStarsAndNotesOfBothAndSaysWhatDiffers() {
        long there = from.record(SampleRuns.run("P", "E"));
        long here = to.record(SampleRuns.run("P", "E"));
        from.edits().tag(List.of(there), List.of("theirs"));
        from.edits().star(List.of(there), true);
        from.edits().note(List.of(there), "their note");
        from.edits().rename(List.of(there), "their name");

        ImportReport report = importAll();

        assertThat(report.recorded()).isEmpty();
        assertThat(report.identical()).containsExactly(new ImportReport.Entry(there, here));
        assertThat(report.changed()).containsExactly(here);
        assertThat(report.conflicts()).singleElement().asString().contains("another name or note");
        RunRecord merged = to.requireRun(here);
        assertThat(merged.tags()).containsExactly("good", "theirs", "to show");
        assertThat(merged.starred()).isTrue();
        assertThat(merged.name()).isEqualTo("a name");
        assertThat(merged.note()).contains("a note", "their note", "their name");

        assertThat(to.bundles().read(file, NOON, Monitor.none()).changed()).isEmpty();
    }

    @Test
    void theSameQuestionWithAnotherAnswerIsAConflictAndBothAreKept() {
        from.record(SampleRuns.run("P", "E"));
        to.record(SampleRuns.withLabelKey("another"));

        ImportReport report = importAll();

        assertThat(report.recorded()).hasSize(1);
        assertThat(report.conflicts()).singleElement().asString().contains("both are kept");
        assertThat(to.runs()).hasSize(2);
    }

    @Test
    void aPersonCanReadIt() throws IOException {
        from.record(SampleRuns.run("P", "E"));
        importAll();

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("README.txt", "bundle.json", "runs/1/run.json", "runs/1/slices.csv");
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("runs/1/slices.csv"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .startsWith("image_number,row,column,label,silhouette\n0,0,0,0,0.5\n0,0,1,0,-0.25\n");
        }
    }

    @Test
    void whatIsNoBundleOrADamagedOneImportsNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("a.tessera"), "no zip");
        assertThatThrownBy(() -> to.bundles().read(text, NOON, Monitor.none()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a bundle");
        assertThatThrownBy(() -> to.bundles().read(folder.resolve("none"), NOON, Monitor.none()))
                .hasMessageContaining("There is no bundle");

        from.record(SampleRuns.withKey("one"));
        from.record(SampleRuns.withKey("two"));
        from.bundles().write(List.of(1L, 2L), file, NOON, Monitor.none());
        for (String broken : List.of("", "{}", "{\"uuid\": \"x\"}", "[1]", "{\"uuid\": 3")) {
            Path damaged = folder.resolve("damaged.tessera");
            try (ZipFile zip = new ZipFile(file.toFile());
                    OutputStream out = Files.newOutputStream(damaged);
                    ZipOutputStream copy = new ZipOutputStream(out)) {
                for (ZipEntry entry : zip.stream().toList()) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    copy.write(
                            entry.getName().equals("runs/2/run.json")
                                    ? broken.getBytes(StandardCharsets.UTF_8)
                                    : zip.getInputStream(entry).readAllBytes());
                }
            }
            assertThatThrownBy(() -> to.bundles().read(damaged, NOON, Monitor.none()))
                    .as(broken)
                    .isInstanceOf(StoreException.class);
            assertThat(to.runs()).isEmpty();
        }
    }
}
