// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;

/** Two small image files, and specs for them. */
final class Tiles {
    private Tiles() {}

    static Source write(Path folder) {
        SplittableRandom random = new SplittableRandom(3);
        for (String name : List.of("a.tif", "b.tif")) {
            short[] pixels = new short[64 * 48];
            for (int i = 0; i < pixels.length; i++) {
                boolean dark = i % 64 < 16 && i / 64 < 12;
                pixels[i] = (short) ((dark ? 2000 : 9000) + random.nextInt(dark ? 900 : 300));
            }
            PictureFiles.writeTiff(new GrayImage(64, 48, 16, pixels), folder.resolve(name));
        }
        return new Source.Images(ImageScanner.scan(List.of(folder), "*.tif", "auto"));
    }

    static RunSpec spec(int grid, int clusters, long seed) {
        return new RunSpec(
                new Grid(grid, grid),
                StatisticSet.NOTEBOOK,
                true,
                true,
                OptionalInt.empty(),
                new ClusteringSpec.KMeans(clusters, 10, seed));
    }

    static SweepSpec sweep(List<Integer> grids, List<Integer> clusters) {
        return new SweepSpec(
                grids.stream().map(g -> new Grid(g, g)).toList(),
                List.of(StatisticSet.NOTEBOOK),
                List.of(true),
                List.of(new SweepSpec.Pca(true, OptionalInt.empty())),
                clusters.stream()
                        .map(k -> (ClusteringSpec) new ClusteringSpec.KMeans(k, 5, 42))
                        .toList(),
                List.of(Preparation.NONE),
                null,
                null,
                0);
    }

    /** Two runs for each seed. */
    static SweepSpec sweepOfSeeds(long first, long last) {
        return new SweepSpec(
                List.of(new Grid(4, 4)),
                List.of(StatisticSet.NOTEBOOK, List.of("mean", "std")),
                List.of(true),
                List.of(new SweepSpec.Pca(true, OptionalInt.empty())),
                LongStream.rangeClosed(first, last)
                        .mapToObj(seed -> (ClusteringSpec) new ClusteringSpec.KMeans(3, 10, seed))
                        .toList(),
                List.of(Preparation.NONE),
                null,
                null,
                0);
    }
}
