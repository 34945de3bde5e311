// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.task.ProblemException;
import org.tessera.tracking.Source;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is made from. */
final class SourceOptions {
    @Option(names = "--images", arity = "1..*", paramLabel = "DIR", description = "Folders of images, or image files.")
    private @Nullable List<Path> images;

    @Option(names = "--features", paramLabel = "F.csv", description = "A feature table to cluster instead of images.")
    private @Nullable Path features;

    @Mixin
    private final PatternOption pattern = new PatternOption();

    @Option(
            names = "--mosaic",
            defaultValue = "auto",
            paramLabel = "RxC",
            description = "Rows x columns of the mosaic; auto reads names such as Tile_002-003.tif.")
    private String mosaic = "auto";

    @Option(names = "--page", paramLabel = "N", description = "Page of files that have several (default: 1).")
    private @Nullable Integer page;

    Source source(CommonOptions common) {
        List<Path> folders = images == null ? null : common.images(images);
        Path table = features;
        if (table != null && folders == null) {
            if (page != null) {
                throw new ProblemException("A feature table has no pages; leave --page out, or give --images.");
            }
            return new Source.Table(table);
        }
        if (folders == null || table != null) {
            throw new ProblemException("Give either --images or --features, one of the two.");
        }
        ImageSet set = ImageScanner.scan(folders, pattern.glob(), mosaic, common.page(page));
        return new Source.Images(set);
    }
}
