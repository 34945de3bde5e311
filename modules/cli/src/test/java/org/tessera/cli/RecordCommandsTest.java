// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Finding, comparing, editing, deleting and reproducing runs; looking after the store. */
class RecordCommandsTest extends CommandTest {
    @Test
    void aListIsFilteredByAConditionAndSaysWhatIsWrongWithOne() {
        json("sweep", "--images", tiles, "--grid", "4,8", "--clusters", "2..4", "--tag", "good", "--json");
        json("run", "--images", tiles, "--grid", "8", "--algorithm", "dbscan", "--json");

        Map<String, Object> listed = json("list", "--where", "grid = 8 and clusters > 2 and tag = good", "--json");

        assertThat(listed).containsEntry("total", 2);
        assertThat((List<?>)
                        json("list", "--where", "clusters is null", "--json").get("runs"))
                .hasSize(1);
        assertThat(tessera.run("list", "--where", "clusters = 99").out()).contains("None of 7 runs");
        refused(2, "at column 12: clusters is a number", "list", "--where", "clusters = many");
    }

    @Test
    void runsDifferInWhatTheyWereMadeWithAndWhatCameOfIt() {
        json("run", "--images", tiles, "--grid", "8", "--clusters", "2", "--json");
        json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--seed", "7", "--json");

        Map<String, Object> differences = map(json("diff", "1", "2", "--json"), "differences");

        assertThat(differences)
                .containsEntry("clusters", List.of(2, 3))
                .containsEntry("seed", List.of(42, 7))
                .containsKey("silhouette")
                .doesNotContainKeys("grid", "id", "started", "algorithm");
        assertThat(tessera.run("diff", "1", "2").out()).containsPattern("run 1 +run 2");
        assertThat(map(json("diff", "1", "2", "--all", "--json"), "differences"))
                .containsKey("grid");
        refused(2, "does not differ from itself", "diff", "1", "1");
        refused(1, "no run 9", "diff", "1", "9");
    }

    @Test
    void runsAreTaggedNotedStarredNamedAndMoved() {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..5", "--json");

        assertThat(json("tag", "1,3..4", "good,new", "to show", "--json")).containsEntry("runs", List.of(1, 3, 4));
        assertThat(tessera.run("untag", "4", "new").out()).contains("Untagged run 4.");
        tessera.run("note", "2", "a", "second", "look");
        tessera.run("star", "2", "3");
        tessera.run("star", "3", "--off");
        tessera.run("rename", "2", "Best of all");
        tessera.run("move", "2", "--experiment", "Kept");

        assertThat(json("show", "4", "--json")).containsEntry("tags", List.of("good", "to show"));
        assertThat(json("show", "2", "--json"))
                .containsEntry("note", "a second look")
                .containsEntry("starred", true)
                .containsEntry("name", "Best of all")
                .containsEntry("experiment", "Kept");
        assertThat(json("list", "--where", "starred = true or tag = new", "--json"))
                .containsEntry("total", 3);
        refused(1, "There is no run 9; nothing is changed", "tag", "1,9", "good");
        refused(2, "The run", "star", "one");
        refused(2, "Missing required", "tag", "1");
    }

    @Test
    void aDeletedRunIsGoneUntilItIsRestoredAndForGoodOnceItIsPurged() {
        Object[] again = {"run", "--images", tiles, "--grid", "4", "--clusters", "2", "--json"};
        json(again);

        assertThat(tessera.run("delete", "1").out()).contains("Deleted run 1.");
        assertThat(json("list", "--json")).containsEntry("total", 0);
        assertThat(json("list", "--deleted", "--json")).containsEntry("total", 1);
        assertThat(tessera.run("show", "1").out()).contains("deleted");
        assertThat(json(again)).containsEntry("id", 2).containsEntry("identical_to", null);
        tessera.run("restore", "1");
        assertThat(json("list", "--json")).containsEntry("total", 2);
        refused(1, "is not deleted; delete it first", "purge", "1");
        tessera.run("delete", "1");
        assertThat(tessera.run("purge", "1").out()).contains("Purged run 1.");
        refused(1, "no run 1", "show", "1");
    }

    @Test
    void everyKindOfRunIsReproducedFromItsRecord() throws IOException {
        json("sweep", "--images", tiles, "--grid", "8", "--clusters", "2..4", "--flat-field", "--json");
        json("run", "--images", tiles, "--grid", "8", "--algorithm", "dbscan", "--bin", "2", "--json");
        json("run", "--images", tiles, "--grid", "8", "--clusters", "2", "--where-slice", "mean > 1200", "--json");
        json(
                "run",
                "--images",
                tiles,
                "--grid",
                "8",
                "--clusters",
                "2",
                "--flat-field",
                "--parent",
                "1",
                "--parent-clusters",
                "0",
                "--json");
        json("apply", "6", "--images", tiles, "--json");
        Path csv = folder.resolve("f.csv");
        tessera.run("features", "--images", tiles, "--grid", "4", "--out", csv);
        json("run", "--features", csv, "--clusters", "2", "--algorithm", "spectral", "--json");

        for (int id = 1; id <= 8; id++) {
            assertThat(json("reproduce", Integer.toString(id), "--json"))
                    .as("run %s", id)
                    .containsEntry("equal", true)
                    .containsEntry("differences", List.of());
        }
        assertThat((List<?>) json("list", "--json").get("runs")).hasSize(8);
    }

    @Test
    void aRunOfAnImageThatHasChangedIsNotReproducedAndItIsSaid() throws IOException {
        json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--json");
        write(tiles, 99, "b.tif");

        CommandLineHarness.Ended ended = tessera.run("reproduce", "1");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .contains("Run 1 is not reproduced")
                .contains("b.tif has changed since it was recorded")
                .contains("is recorded");
        Files.delete(tiles.resolve("b.tif"));
        refused(1, "b.tif", "reproduce", "1");
    }

    private Map<String, Object> store(String what, Object... more) {
        List<Object> words = new ArrayList<>(List.of("store", what, "--store", tessera.store(), "--json"));
        words.addAll(List.of(more));
        CommandLineHarness.Ended ended = tessera.plain(words.toArray());
        assertThat(ended.status()).as(ended.err()).isZero();
        return ended.json();
    }

    @Test
    void aStoreIsCountedBackedUpCompactedAndABackupOpens() throws IOException {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..4", "--json");
        tessera.run("delete", "3");

        assertThat(store("info"))
                .containsEntry("runs", 2)
                .containsEntry("deleted", 1)
                .containsEntry("sweeps", 1)
                .containsEntry("schema", 9);
        Path zip = Path.of(store("backup").get("backup").toString());
        assertThat(zip).exists();
        assertThat((List<?>) store("info").get("backups")).hasSize(1);
        Map<String, Object> compacted = store("compact");
        assertThat((Integer) compacted.get("after")).isLessThanOrEqualTo((Integer) compacted.get("before"));
        assertThat(json("list", "--json")).containsEntry("total", 2);

        Path restored = folder.resolve("restored.mv.db");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Files.copy(file.getInputStream(file.entries().nextElement()), restored);
        }
        assertThat(tessera.plain("list", "--store", restored, "--json").json()).containsEntry("total", 2);
        assertThat(tessera.plain("store").status()).isEqualTo(2);
    }
}
