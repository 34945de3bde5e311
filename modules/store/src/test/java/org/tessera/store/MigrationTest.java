// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.ImageInfo;

class MigrationTest {
    @TempDir
    Path folder;

    @Test
    void aStoreOfTheFirstVersionKeepsItsImages() throws SQLException {
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
        }

        try (Store store = Store.open(StoreLocation.parse(folder.resolve("old").toString()))) {
            ImageInfo image = store.imageSet(1).images().get(0).info();

            assertThat(image.file().name()).isEqualTo("a.tif");
            assertThat(image.file().page()).isEqualTo(1);
            assertThat(image.pages()).isEqualTo(1);
            assertThat(image.pixelSize()).isNull();
            assertThat(image.height()).isEqualTo(20);
            assertThat(store.info().backups())
                    .as("what was there before is kept")
                    .singleElement()
                    .satisfies(backup -> assertThat(backup).exists());
        }
    }
}
