// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class ImageLocatorTest extends TrackerFixture {
    private Path tiles;
    private Path elsewhere;

    @BeforeEach
    void record() throws IOException {
        tiles = folder.resolve("tiles");
        elsewhere = Files.createDirectories(folder.resolve("disk/deep"));
        tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none());
    }

    private ImageLocator.Located find() {
        return new ImageLocator(workers).locate(store, 1, folder.resolve("disk"), Monitor.none());
    }

    @Test
    void imagesThatWereMovedAreFoundByTheirNameHoweverDeep() throws IOException {
        Files.move(tiles.resolve("a.tif"), elsewhere.resolve("a.tif"));

        ImageLocator.Located located = find();

        assertThat(located.there()).isEqualTo(1);
        assertThat(located.found()).containsOnlyKeys(0);
        assertThat(located.lost()).isEmpty();
        assertThat(StoredImages.read(store.imageSet(1), workers, (index, image) -> {}, Monitor.none()))
                .isEmpty();
        Source again = new Source.Images(store.imageSet(1).toImageSet());
        assertThat(tracker.run(again, Tiles.spec(4, 2, 2), HERE, false, Monitor.none())
                        .run()
                        .imageSet())
                .isEqualTo(1);
    }

    @Test
    void imagesThatWereRenamedAreFoundByTheirPixelsAndKeepTheirNames() throws IOException {
        Files.move(tiles.resolve("a.tif"), elsewhere.resolve("one.tif"));
        Files.move(tiles.resolve("b.tif"), elsewhere.resolve("a.tif"));

        ImageLocator.Located located = find();

        assertThat(located.found())
                .containsEntry(0, elsewhere.resolve("one.tif").toAbsolutePath())
                .containsEntry(1, elsewhere.resolve("a.tif").toAbsolutePath());
        assertThat(store.imageSet(1).images().get(1).info().file().name()).isEqualTo("b.tif");
    }

    @Test
    void anotherImageOfTheSameNameIsNeverTakenForIt() throws IOException {
        Files.move(tiles.resolve("a.tif"), folder.resolve("kept.tif"));
        Files.copy(tiles.resolve("b.tif"), elsewhere.resolve("a.tif"), StandardCopyOption.REPLACE_EXISTING);

        ImageLocator.Located located = find();

        assertThat(located.found()).isEmpty();
        assertThat(located.lost()).containsExactly("a.tif");
    }

    @Test
    void aFolderThatIsNoneIsToldInWords() {
        assertThatThrownBy(() -> new ImageLocator(workers).locate(store, 1, folder.resolve("none"), Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be read; name one that can");
    }
}
