// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.truth.TruthLayer;
import org.tessera.engine.truth.TruthLayerCsv;
import org.tessera.store.ImageSetRecord;
import org.tessera.workbench.Workbench;

/** Ground truth in CSV files with the columns image, row, column and class; a failure is told. */
final class TruthFiles {
    private final Workbench workbench;

    TruthFiles(Workbench workbench) {
        this.workbench = workbench;
    }

    private static List<String> names(ImageSetRecord set) {
        return set.images().stream().map(image -> image.info().file().name()).toList();
    }

    /** Reads the classes of an image set's slices. */
    void read(Path file, ImageSetRecord set, Consumer<TruthLayer> done) {
        workbench.read(
                "Reading " + file.getFileName(),
                (store, monitor) -> TruthLayerCsv.layer(TruthLayerCsv.read(file), names(set), null),
                done);
    }

    /** Writes the classes of an image set's slices. */
    void write(TruthLayer layer, ImageSetRecord set, Path file) {
        workbench.read(
                "Writing " + file.getFileName(),
                (store, monitor) -> {
                    PictureFiles.write(TruthLayerCsv.write(layer, names(set)).getBytes(StandardCharsets.UTF_8), file);
                    return file;
                },
                written -> {});
    }
}
