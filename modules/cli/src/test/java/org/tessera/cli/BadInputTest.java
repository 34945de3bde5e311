// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;

/** Every mistake gets one line that names it, and nothing is recorded. */
class BadInputTest {
    @TempDir
    Path folder;

    private CommandLineHarness tessera;
    private Path tiles;

    @BeforeEach
    void writeTiles() throws IOException {
        tessera = new CommandLineHarness(folder);
        tiles = Files.createDirectory(folder.resolve("tiles"));
        SplittableRandom random = new SplittableRandom(1);
        short[] pixels = new short[40 * 40];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) random.nextInt(9000);
        }
        PictureFiles.writeTiff(new GrayImage(40, 40, 16, pixels), tiles.resolve("a.tif"));
    }

    @Test
    void foldersMissingEmptyOrWithoutImages() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refused(1, "nowhere", "run", "--images", folder.resolve("nowhere"));
        refused(1, "empty", "run", "--images", empty);
        refused(1, "*.bmp", "run", "--images", tiles, "--pattern", "*.bmp");
        refused(1, "--images or --features", "run");
    }

    @Test
    void filesThatAreNoImagesOrCutOff() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.tif"), "no pixels");
        refused(1, "notes.tif", "run", "--images", text);
        byte[] bytes = Files.readAllBytes(tiles.resolve("a.tif"));
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, bytes.length / 2));
        refused(1, "cut.tif", "sweep", "--images", cut, "--grid", "2,4");
        refused(1, "cut.tif", "features", "--images", cut, "--out", folder.resolve("f.csv"));
        assertThat(folder.resolve("f.csv")).doesNotExist();
    }

    @Test
    void gridsZeroWrongOrFinerThanTheImage() {
        refused(2, "grid", "run", "--images", tiles, "--grid", "0");
        refused(2, "12by16", "run", "--images", tiles, "--grid", "12by16");
        refused(1, "41x41", "run", "--images", tiles, "--grid", "41");
        refused(1, "1000x1000", "sweep", "--images", tiles, "--grid", "2,1000");
    }

    @Test
    void clustersTooFewOrMoreThanTheSlices() {
        refused(2, "clusters", "run", "--images", tiles, "--clusters", "1");
        refused(2, "clusters", "run", "--images", tiles, "--clusters", "-3");
        refused(2, "many", "run", "--images", tiles, "--clusters", "many");
        refused(1, "only 4 slices", "run", "--images", tiles, "--grid", "2", "--clusters", "5");
        refused(1, "4 slices", "sweep", "--images", tiles, "--grid", "2,4", "--clusters", "3,5");
    }

    @Test
    void unknownNamesSuggestTheNearest() {
        refused(2, "\"skewness\"", "run", "--images", tiles, "--statistics", "std,skewnes");
        refused(2, "\"kmeans\"", "run", "--images", tiles, "--algorithm", "kmean");
        refused(2, "\"complete\"", "run", "--images", tiles, "--algorithm", "hierarchical", "--linkage", "complet");
        refused(2, "--clusters", "run", "--images", tiles, "--cluster", "3");
        assertThat(refusedPlain(2, "swep")).contains("sweep");
    }

    @Test
    void contradictionsAreSaid() {
        refused(2, "PCA", "run", "--images", tiles, "--no-pca", "--pca-components", "2");
        refused(2, "6 statistics", "run", "--images", tiles, "--pca-components", "7");
        refused(2, "tessera sweep", "run", "--images", tiles, "--grid", "2,4");
        refused(2, "linkage", "run", "--images", tiles, "--linkage", "ward");
        refused(1, "mosaic", "run", "--images", tiles, "--mosaic", "0x0");
    }

    @Test
    void storesThatAreNoneAndRunsThatAreNotThere() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mv.db"), "no runs");
        assertThat(refusedPlain(1, "list", "--store", text)).contains("not a Tessera store");
        assertThat(refusedPlain(1, "run", "--images", tiles, "--store", text)).contains("not a Tessera store");
        assertThat(text).hasContent("no runs");
        assertThat(refusedPlain(1, "list", "--store", folder.resolve("none.mv.db")))
                .contains("no store");
        assertThat(tessera.run("run", "--images", tiles, "--clusters", "2").status())
                .isZero();
        assertThat(refusedPlain(1, "show", "99", "--store", tessera.store())).contains("no run 99");
        assertThat(refusedPlain(1, "export", "99", "--labels", folder.resolve("l.csv"), "--store", tessera.store()))
                .contains("no run 99");
        assertThat(refusedPlain(2, "show", "one", "--store", tessera.store())).contains("one");
    }

    @Test
    void outputsThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        tessera.run("run", "--images", tiles, "--clusters", "2");
        List<Object[]> commands = List.of(
                new Object[] {"features", "--images", tiles, "--out", file.resolve("f.csv")},
                new Object[] {"export", "1", "--labels", file.resolve("l.csv"), "--store", tessera.store()},
                new Object[] {"export", "1", "--heatmap", file.resolve("h.png"), "--store", tessera.store()},
                new Object[] {"report", "1", "--out", file.resolve("r.html"), "--store", tessera.store()},
                new Object[] {"demo", "--out", file.resolve("demo"), "--no-window"});
        for (Object[] command : commands) {
            assertThat(refusedPlain(1, command)).contains("Cannot write");
        }
        assertThat(refusedPlain(2, "export", "1", "--heatmap", folder.resolve("h.gif"), "--store", tessera.store()))
                .contains(".png or .svg");
        assertThat(file).hasContent("in the way");
    }

    private void refused(int status, String part, Object... words) {
        CommandLineHarness.Ended ended = "features".equals(words[0]) ? tessera.plain(words) : tessera.run(words);
        check(ended, status);
        assertThat(ended.err()).contains(part);
        if (tessera.store().toFile().exists()) {
            assertThat(tessera.plain("list", "--json", "--store", tessera.store())
                            .json())
                    .as("nothing is recorded")
                    .containsEntry("total", 0);
        }
    }

    private String refusedPlain(int status, Object... words) {
        CommandLineHarness.Ended ended = tessera.plain(words);
        check(ended, status);
        return ended.err();
    }

    private static void check(CommandLineHarness.Ended ended, int status) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().strip())
                .startsWith("tessera: ")
                .doesNotContain("\n")
                .doesNotContain("unexpected error");
    }
}
