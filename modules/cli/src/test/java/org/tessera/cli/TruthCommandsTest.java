// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ground truth from the command line. */
class TruthCommandsTest extends CommandTest {
    private Path classes(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("by ada.csv"), "image,row,column,class\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void aLayerIsImportedForTheImagesOfARunListedAndExported() throws IOException {
        json("run", "--images", tiles, "--grid", "4", "--json");
        Path file = classes("a.tif,0,0,dark", "a.tif,3,3,odd", "b.tif,0,3,bright");

        Map<String, Object> layer = json("truth", "import", file, "--json");

        assertThat(layer)
                .containsEntry("id", 1)
                .containsEntry("name", "by ada")
                .containsEntry("version", 1)
                .containsEntry("image_set", 1)
                .containsEntry("grid", "4x4")
                .containsEntry("classes", List.of("bright", "dark", "odd"))
                .containsEntry("sizes", List.of(1, 1, 1))
                .containsEntry("known", 3)
                .containsEntry("slices", 32);
        assertThat(json("truth", "import", file, "--json")).as("the same again").isEqualTo(layer);
        classes("a.tif,0,0,dark");
        assertThat(json("truth", "import", file, "--grid", "4", "--json")).containsEntry("version", 2);
        assertThat(json("truth", "list", "--json").get("layers"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .first()
                .isEqualTo(layer);
        Path out = folder.resolve("out.csv");
        json("truth", "export", "1", "--out", out, "--json");
        assertThat(Files.readAllLines(out))
                .hasSize(33)
                .contains("a.tif,0,0,dark", "a.tif,0,1,", "a.tif,3,3,odd", "b.tif,0,3,bright");
        assertThat(json("truth", "delete", "1", "--json").get("deleted")).isNotNull();
        assertThat(json("truth", "restore", "1", "--json")).isEqualTo(layer);
    }

    @Test
    void imagesWithoutARunAreReadFirst() throws IOException {
        Path file = classes("a.tif,0,0,dark");

        assertThat(json("truth", "import", file, "--images", tiles, "--name", "x", "--json"))
                .containsEntry("name", "x")
                .containsEntry("grid", "1x1");
    }

    @Test
    void whichStatisticsTellTheClassesApartIsTold() throws IOException {
        json("run", "--images", tiles, "--grid", "4", "--json");
        refused(1, "There is no ground truth of these images", "truth", "importance", "1");
        json("truth", "import", classes("a.tif,0,0,dark", "a.tif,3,3,bright", "b.tif,0,3,bright"), "--json");

        Map<String, Object> judged = json("truth", "importance", "1", "--json");

        assertThat(judged).containsEntry("id", 1).containsEntry("layer", 1);
        assertThat((List<?>) judged.get("statistics")).hasSize(6);
        assertThat(tessera.run("truth", "importance", "1").out())
                .contains("Run 1, layer 1, by ada, version 1", "statistic", "mode_notebook");
        refused(1, "no ground-truth layer 7", "truth", "importance", "1", "--layer", "7");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Path file = classes("a.tif,0,0,dark");
        refused(1, "No recorded image set has an image \"a.tif\"", "truth", "import", file);
        json("run", "--images", tiles, "--grid", "4", "--json");
        Path others = folder.resolve("others");
        write(others, 2, "a.tif", "b.tif");
        json("run", "--images", others, "--grid", "4", "--json");
        refused(1, "choose one with --image-set", "truth", "import", file);
        assertThat(json("truth", "import", file, "--image-set", "2", "--json")).containsEntry("image_set", 2);
        refused(1, "no image set 9", "truth", "import", file, "--image-set", "9");
        refused(1, "Line 2", "truth", "import", classes("z.tif,0,0,dark"), "--image-set", "1");
        refused(2, "The grid", "truth", "import", file, "--grid", "wide");
        refused(1, "no ground-truth layer 7", "truth", "export", "7", "--out", folder.resolve("x.csv"));
        assertThat(tessera.plain("truth").err()).contains("import, list, score, importance, export, delete or restore");
    }
}
