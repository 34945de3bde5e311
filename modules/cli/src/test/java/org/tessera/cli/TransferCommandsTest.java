// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.testing.PostgresServer;

/** Bundles, saved queries, resumed sweeps, and a store on a server. */
class TransferCommandsTest extends CommandTest {
    @Test
    void runsGoFromOneStoreToAnotherAndReproduceThere() {
        json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--tag", "good", "--json");
        json("run", "--images", tiles, "--grid", "8", "--parent", "1", "--parent-clusters", "0,1", "--json");
        json("run", "--images", tiles, "--grid", "4", "--json");
        Path bundle = folder.resolve("two.tessera");
        Path other = folder.resolve("other.mv.db");

        assertThat(json("bundle", "2", "--out", bundle, "--json")).containsEntry("runs", List.of(1, 2));
        assertThat(tessera.plain("run", "--store", other, "--images", tiles, "--grid", "2")
                        .status())
                .isZero();
        Map<String, Object> report =
                tessera.plain("import", "--store", other, bundle, "--json").json();

        assertThat(report)
                .containsEntry("new", List.of(Map.of("bundled", 1, "run", 2), Map.of("bundled", 2, "run", 3)))
                .containsEntry("identical", List.of())
                .containsEntry("conflicts", List.of());
        Map<String, Object> here =
                tessera.plain("show", "--store", other, "3", "--json").json();
        assertThat(map(here, "parameters")).containsEntry("parent", 2);
        assertThat(here.get("scores")).isEqualTo(json("show", "2", "--json").get("scores"));
        assertThat(here).containsKeys("features", "pca_loadings");
        assertThat(tessera.plain("reproduce", "--store", other, "3").status()).isZero();
        assertThat(tessera.plain("import", "--store", other, bundle).out())
                .startsWith("0 new, 2 identical to runs that were here, 0 in conflict");
        refused(2, "one of the three", "bundle", "--out", bundle);
        refused(1, "no run 9", "bundle", "9", "--out", bundle);
        refused(1, "no bundle", "import", folder.resolve("none.tessera"));
    }

    @Test
    void aConditionIsSavedUnderANameAndUsed() {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..4", "--json");
        Object[] save = {"query", "save", "--store", tessera.store(), "few", "clusters < 4"};

        assertThat(tessera.plain(save).out()).isEqualToIgnoringNewLines("few: clusters < 4\n");
        assertThat(json("list", "--query", "few", "--json")).containsEntry("total", 2);
        assertThat(json("list", "--query", "few", "--where", "clusters = 3", "--json"))
                .containsEntry("total", 1);
        assertThat(tessera.plain("query", "list", "--store", tessera.store(), "--json")
                        .json())
                .containsEntry("queries", Map.of("few", "clusters < 4"));
        refused(1, "Did you mean \"few\"?", "list", "--query", "fw");
        assertThat(tessera.plain("query", "save", "--store", tessera.store(), "bad", "clusters <")
                        .status())
                .isEqualTo(2);
        tessera.plain("query", "delete", "--store", tessera.store(), "few");
        refused(1, "None is saved", "list", "--query", "few");
    }

    @Test
    void aSweepThatHasStoppedIsResumed() {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..4", "--json");
        refused(1, "complete", "resume", "1");
        refused(1, "no sweep 7", "resume", "7");
        try (Store store =
                Store.openExisting(StoreLocation.parse(tessera.store().toString()))) {
            store.sweeps().end(1, Status.CANCELLED, Instant.now());
        }

        refused(1, "kept no plans", "resume", "1");
    }

    @Test
    void imagesThatWereMovedAreLocated() throws IOException {
        json("run", "--images", tiles, "--grid", "4", "--clusters", "2", "--json");
        Path moved = folder.resolve("moved");
        Files.move(tiles, moved);

        Map<String, Object> located = json("locate", "1", "--in", moved, "--json");
        assertThat(located).containsEntry("there", 0).containsEntry("lost", List.of());
        assertThat((Integer) located.get("found")).isPositive();
        assertThat(json("reproduce", "1", "--json")).isNotEmpty();
        refused(1, "no image set 9", "locate", "9", "--in", moved);
        refused(1, "cannot be read", "locate", "1", "--in", folder.resolve("none"));
    }

    @Test
    void aStoreOnAServerDoesWhatOneInAFileDoes() {
        String url = PostgresServer.newDatabase();

        Map<String, Object> sweep = tessera.plain(
                        "sweep", "--store", url, "--images", tiles, "--grid", "4,8", "--clusters", "2..3", "--json")
                .json();
        assertThat((List<?>) sweep.get("runs")).hasSize(4);
        assertThat(tessera.plain("run", "--store", url, "--images", tiles, "--grid", "4", "--clusters", "2", "--json")
                        .json())
                .containsEntry("identical_to", 1);
        assertThat(tessera.plain("reproduce", "--store", url, "1").status()).isZero();
        assertThat(tessera.plain("list", "--store", url, "--where", "clusters = 2", "--json")
                        .json())
                .containsEntry("total", 2);
        assertThat(tessera.plain("store", "info", "--store", url).out())
                .contains("4")
                .doesNotContain("password=none");
        CommandLineHarness.Ended refused = tessera.plain("store", "backup", "--store", url);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("pg_dump").doesNotContain("password=none");
        CommandLineHarness.Ended wrong = tessera.plain("list", "--store", "jdbc:mysql://x/y");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("jdbc:postgresql:");
    }
}
