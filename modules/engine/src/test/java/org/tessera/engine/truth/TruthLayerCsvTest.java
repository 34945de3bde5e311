// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.testing.Shared;

class TruthLayerCsvTest {
    private static final List<String> IMAGES = List.of("a.tif", "b, \"c\".tif");

    @TempDir
    Path folder;

    private TruthLayer layer(String text, Grid grid) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.csv"), text);
        return TruthLayerCsv.layer(TruthLayerCsv.read(file), IMAGES, grid);
    }

    @Test
    void aPartialLayerInAnyOrderIsReadAndWritesBack() throws IOException {
        TruthLayer layer = layer("""
                class,row,column,image
                fibre 10,1,0,"b, ""c"".tif"
                fibre 9,0,1,a.tif
                ,1,1,a.tif
                """, null);

        assertThat(layer.grid()).isEqualTo(new Grid(2, 2));
        assertThat(layer.classes()).containsExactly("fibre 9", "fibre 10");
        assertThat(layer.labels().toArray()).containsExactly(-1, 0, -1, -1, -1, -1, 1, -1);
        assertThat(layer(TruthLayerCsv.write(layer, IMAGES), null)).isEqualTo(layer);
    }

    @Test
    void theGridMayBeFinerThanTheSlicesThatAreKnown() throws IOException {
        TruthLayer layer = layer("image,row,column,class\na.tif,0,1,x\n", new Grid(4, 4));

        assertThat(layer.labels().size()).isEqualTo(32);
        assertThat(layer.labels().get(1)).isZero();
    }

    @Test
    void aLineThatIsWrongIsNamed() {
        assertThatThrownBy(() -> layer("image,row,column,class\na.tif,0,0,x\nz.tif,0,0,x\n", null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("no image \"z.tif\"");
        assertThatThrownBy(() -> layer("image,row,column,class\na.tif,0,4,x\n", new Grid(4, 4)))
                .hasMessageContaining("Line 2")
                .hasMessageContaining("column 4 is not in the grid 4x4");
        assertThatThrownBy(() -> layer("image,row,column,class\na.tif,0,0,x\na.tif,0,0,y\n", null))
                .hasMessageContaining("Line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> layer("image,row,column,kind\na.tif,0,0,x\n", null))
                .hasMessageContaining("no column class");
        assertThatThrownBy(() -> layer("image,row\n", null)).hasMessageContaining("not a table of classes");
    }

    @Test
    void theClassesOfTheRealTilesAreRead() {
        Path shared = Shared.require();
        List<String> images = List.of(
                "Tile_001-001-000_0-000.tif",
                "Tile_001-002-000_0-000.tif",
                "Tile_001-003-000_0-000.tif",
                "Tile_002-001-000_0-000.tif",
                "Tile_002-002-000_0-000.tif",
                "Tile_002-003-000_0-000.tif");

        TruthLayer layer =
                TruthLayerCsv.layer(TruthLayerCsv.read(shared.resolve("data/tileset7_4x4_classes.csv")), images, null);

        assertThat(layer.grid()).isEqualTo(new Grid(4, 4));
        assertThat(layer.classes()).containsExactly("A", "B", "C");
        assertThat(layer.labels().sizes()).containsExactly(73, 10, 13);
    }
}
