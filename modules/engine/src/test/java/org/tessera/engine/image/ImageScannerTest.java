// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.task.ProblemException;

class ImageScannerTest {
    @TempDir
    Path folder;

    @Test
    void namesAreInNaturalOrder() throws IOException {
        touch("tile10.tif", "tile9.tif", "Tile1.TIF", "notes.txt", ".hidden.tif");

        ImageSet set = ImageScanner.scan(List.of(folder), ImageScanner.DEFAULT_PATTERN, "auto");

        assertThat(set.images()).extracting(ImageFile::name).containsExactly("Tile1.TIF", "tile9.tif", "tile10.tif");
    }

    @Test
    void rowAndColumnInNamesMakeTheMosaic() throws IOException {
        touch("Tile_002-003-000_0-000.tif", "Tile_002-002-000_0-000.tif", "Tile_003-003-000_0-000.tif");

        Mosaic mosaic = ImageScanner.scan(List.of(folder), "*.tif", "auto").mosaic();

        assertThat(mosaic).isEqualTo(new Mosaic(2, 2, List.of(0, 1, 3)));
    }

    @Test
    void namesThatSayNothingMakeTheMosaicAsSquareAsItGoes() throws IOException {
        touch("a.tif", "b.tif", "c.tif", "d.tif", "e.tif");

        assertThat(ImageScanner.scan(List.of(folder), "*.tif", "auto").mosaic())
                .isEqualTo(new Mosaic(2, 3, List.of(0, 1, 2, 3, 4)));
        assertThat(ImageScanner.scan(List.of(folder), "*.tif", "5x1").mosaic().rows())
                .isEqualTo(5);
    }

    @Test
    void aMosaicTooSmallIsRefused() throws IOException {
        touch("a.tif", "b.tif", "c.tif");

        assertThatThrownBy(() -> ImageScanner.scan(List.of(folder), "*.tif", "1x2"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1x2");
    }

    @Test
    void filesOfOneNameInTwoFoldersStayApart() throws IOException {
        Files.createDirectories(folder.resolve("one"));
        Files.createDirectories(folder.resolve("two"));
        touch("one/a.tif", "two/a.tif");

        ImageSet set = ImageScanner.scan(
                List.of(folder.resolve("one"), folder.resolve("two"), folder.resolve("one/a.tif")), "*.tif", "auto");

        assertThat(set.images()).extracting(ImageFile::name).containsExactly("one/a.tif", "two/a.tif");
    }

    @Test
    void aMissingAndAnEmptyFolderAreNamed() {
        assertThatThrownBy(() -> ImageScanner.scan(List.of(folder.resolve("nowhere")), "*.tif", "auto"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> ImageScanner.scan(List.of(folder), "*.tif", "auto"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("*.tif");
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}
