// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.ImageInfo;

class MigrationTest {
    @TempDir
    Path folder;

    @Test
    void processesThatOpenAnOlderStoreAtOnceMigrateItOnceWithOneBackup() throws IOException, InterruptedException {
        StoreLocation location = StoreLocation.parse(folder.resolve("old").toString());
        Migrations.configured()
                .dataSource("jdbc:h2:" + folder.resolve("old").toAbsolutePath(), "sa", "")
                .target("3")
                .load()
                .migrate();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(ServingProcess.launch(location));
        }
        for (Process process : processes) {
            ServingProcess.awaitOpen(process);
        }
        for (Process process : processes) {
            ServingProcess.end(process);
            assertThat(process.waitFor()).isZero();
        }

        try (Store store = Store.openExisting(location)) {
            assertThat(store.info().schema()).isEqualTo(Migrations.NEWEST);
            assertThat(store.info().backups()).hasSize(1);
        }
    }

    @Test
    void aStoreOfTheFirstVersionKeepsItsImagesAndRuns() throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("old").toAbsolutePath();
        Migrations.configured().dataSource(url, "sa", "").target("1").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO project (id, name, created) VALUES (1, 'P', CURRENT_TIMESTAMP)");
            statement.execute("INSERT INTO image_set (id, project_id, kind, name, content_key, mosaic_rows,"
                    + " mosaic_columns, created) VALUES (1, 1, 'images', 'tiles', 'key', 1, 1, CURRENT_TIMESTAMP)");
            statement.execute("INSERT INTO image (image_set_id, ordinal, name, path, mosaic_cell, width, height,"
                    + " bit_depth, bytes, file_sha256, pixel_sha256)"
                    + " VALUES (1, 0, 'a.tif', '/images/a.tif', 0, 10, 20, 16, 400, 'f', 'p')");
            statement.execute(
                    "INSERT INTO experiment (id, project_id, name, created) VALUES (1, 1, 'E', CURRENT_TIMESTAMP)");
            statement.execute("INSERT INTO sweep (id, experiment_id, image_set_id, uuid, status, planned, started)"
                    + " VALUES (1, 1, 1, '00000000-0000-0000-0000-000000000009', 'running', 5, CURRENT_TIMESTAMP)");
            statement.execute("INSERT INTO run (id, experiment_id, image_set_id, sweep_id, uuid, name, note, status,"
                    + " started, finished, slices, seed, degenerate, identity_key, feature_key, label_key,"
                    + " engine_version, program_version, java_version, machine) VALUES (7, 1, 1, 1,"
                    + " '00000000-0000-0000-0000-000000000001', 'old', 'a note', 'done', CURRENT_TIMESTAMP,"
                    + " CURRENT_TIMESTAMP, 3, 42, FALSE, 'i', 'f', 'l', '2', '1', '17', 'm')");
            statement.execute("INSERT INTO run_parameter (run_id, ordinal, name, kind, number_value, text_value) VALUES"
                    + " (7, 0, 'grid', 'text', NULL, '4x4'), (7, 1, 'clusters', 'long', 3, '3'),"
                    + " (7, 2, 'statistics', 'list', NULL, 'std,mean'), (7, 3, 'pca', 'boolean', 1, NULL),"
                    + " (7, 4, 'linkage', 'null', NULL, NULL), (7, 5, 'eps', 'double', 0.1, NULL),"
                    + " (7, 6, 'seed', 'long', 9223372036854775807, '9223372036854775807'),"
                    + " (7, 7, 'parent', 'long', 5, '5')");
            statement.execute("ALTER TABLE run ALTER COLUMN id RESTART WITH 8");
            statement.execute(
                    "INSERT INTO run_score (run_id, name, score) VALUES (7, 'silhouette', 0.30000000000000004)");
            statement.execute("INSERT INTO run_series (run_id, name, ordinal, label, number_value) VALUES"
                    + " (7, 'cluster_sizes', 0, '', 2), (7, 'cluster_sizes', 1, '', 1),"
                    + " (7, 'explained_variance_ratio', 0, '', 0.75), (7, 'timings_ms', 0, 'read', 3.5)");
            statement.execute("INSERT INTO run_warning (run_id, ordinal, sentence) VALUES (7, 0, 'One.')");
            statement.execute("INSERT INTO run_tag (run_id, tag) VALUES (7, 'good')");
            try (PreparedStatement labels =
                    connection.prepareStatement("INSERT INTO run_labels (run_id, labels) VALUES (7, ?)")) {
                labels.setBytes(1, LabelCodec.encode(new int[] {0, 1, 0}));
                labels.execute();
            }
        }

        try (Store store = Store.open(StoreLocation.parse(folder.resolve("old").toString()))) {
            ImageInfo image = store.imageSet(1).images().get(0).info();

            assertThat(image.file().name()).isEqualTo("a.tif");
            assertThat(image.file().page()).isEqualTo(1);
            assertThat(image.pages()).isEqualTo(1);
            assertThat(image.pixelSize()).isNull();
            assertThat(image.height()).isEqualTo(20);
            RunRecord run = store.requireRun(7);
            assertThat(run.parameters())
                    .containsEntry("grid", "4x4")
                    .containsEntry("clusters", 3L)
                    .containsEntry("statistics", List.of("std", "mean"))
                    .containsEntry("pca", true)
                    .containsEntry("linkage", null)
                    .containsEntry("eps", 0.1)
                    .containsEntry("seed", Long.MAX_VALUE);
            assertThat(List.copyOf(run.parameters().keySet()))
                    .containsExactly("grid", "clusters", "statistics", "pca", "linkage", "eps", "seed", "parent");
            assertThat(run.scores()).isEqualTo(Map.of("silhouette", 0.1 + 0.2));
            assertThat(run.clusterSizes()).containsExactly(2, 1);
            assertThat(run.explainedVarianceRatio()).containsExactly(0.75);
            assertThat(run.timingsMillis()).isEqualTo(Map.of("read", 3.5));
            assertThat(run.warnings()).containsExactly("One.");
            assertThat(run.tags()).containsExactly("good");
            assertThat(run.name()).isEqualTo("old");
            assertThat(run.note()).isEqualTo("a note");
            assertThat(store.labels(7)).containsExactly(0, 1, 0);
            assertThat(store.summary(7)).isEmpty();
            assertThat(store.runsOfSweep(1)).hasSize(1);
            assertThat(store.sweep(1).orElseThrow().status())
                    .as("nobody works on it")
                    .isEqualTo(Status.INTERRUPTED);
            assertThat(store.record(SampleRuns.run("P", "E"))).isGreaterThan(7);
            assertThat(store.info().backups())
                    .as("what was there before is kept")
                    .singleElement()
                    .satisfies(backup -> assertThat(backup).exists());
        }
    }
}
