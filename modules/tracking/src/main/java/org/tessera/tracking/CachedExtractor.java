// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureExtractor.Extraction;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

/** Extracts what the cache does not know. Any thread. */
final class CachedExtractor {
    private final FeatureExtractor extractor;
    private final FeatureCache cache;

    CachedExtractor(Workers workers, StatisticSet statistics, FeatureCache cache) {
        this.extractor = new FeatureExtractor(workers, statistics);
        this.cache = cache;
    }

    /** What is known of an image: for each grid its values. */
    private record Known(ImageInfo info, List<double[]> values) {}

    /** As {@link FeatureExtractor#extract}; images of which all is known are not read. */
    Extraction extract(ImageSet set, List<Grid> grids, List<String> ids, Monitor monitor) {
        if (!ids.stream().allMatch(CachedExtractor::isOurs)) {
            return extractor.extract(set, grids, ids, monitor);
        }
        List<@Nullable Known> known = new ArrayList<>();
        for (ImageFile file : set.images()) {
            monitor.check();
            known.add(known(file, grids, ids));
        }
        int[] missing = IntStream.range(0, known.size())
                .filter(i -> known.get(i) == null)
                .toArray();
        double readMillis = 0;
        double statisticsMillis = 0;
        if (missing.length > 0) {
            Extraction extracted = extractor.extract(subset(set, missing), grids, ids, monitor);
            List<double[]> values = grids.stream()
                    .map(grid -> extracted.table(grid).values().toRowMajor())
                    .toList();
            for (int i = 0; i < missing.length; i++) {
                known.set(missing[i], keep(extracted.images().get(i), values, i, grids, ids));
            }
            readMillis = extracted.readMillis();
            statisticsMillis = extracted.statisticsMillis();
        }
        monitor.progress(1, set.name());
        return assemble(set, grids, ids, known, readMillis, statisticsMillis);
    }

    /** Whether a statistic is sure to mean the same another day: one of a plug-in may not. */
    private static boolean isOurs(String id) {
        try {
            return StatisticSet.BUILT_IN.statistic(id).id().equals(id);
        } catch (ProblemException e) {
            return false;
        }
    }

    private @Nullable Known known(ImageFile file, List<Grid> grids, List<String> ids) {
        Optional<ImageInfo> info = cache.image(file);
        if (info.isEmpty()) {
            return null;
        }
        List<double[]> values = new ArrayList<>();
        for (Grid grid : grids) {
            Optional<double[]> ofGrid = cache.values(info.get(), grid, ids);
            if (ofGrid.isEmpty()) {
                return null;
            }
            values.add(ofGrid.get());
        }
        return new Known(info.get(), values);
    }

    /** Takes the values of one image out of those of all, and into the cache. */
    private Known keep(ImageInfo info, List<double[]> all, int image, List<Grid> grids, List<String> ids) {
        cache.put(info);
        List<double[]> values = new ArrayList<>();
        for (int g = 0; g < grids.size(); g++) {
            int length = grids.get(g).slices() * ids.size();
            double[] own = Arrays.copyOfRange(all.get(g), image * length, (image + 1) * length);
            cache.put(info, grids.get(g), ids, own);
            values.add(own);
        }
        return new Known(info, values);
    }

    private static ImageSet subset(ImageSet set, int[] chosen) {
        return new ImageSet(
                set.name(),
                IntStream.of(chosen).mapToObj(i -> set.images().get(i)).toList(),
                new Mosaic(
                        set.mosaic().rows(),
                        set.mosaic().columns(),
                        IntStream.of(chosen)
                                .mapToObj(i -> set.mosaic().cells().get(i))
                                .toList()));
    }

    private static Extraction assemble(
            ImageSet set,
            List<Grid> grids,
            List<String> ids,
            List<@Nullable Known> known,
            double readMillis,
            double statisticsMillis) {
        List<String> names = set.images().stream().map(ImageFile::name).toList();
        List<Known> all = known.stream().map(Objects::requireNonNull).toList();
        Map<Grid, FeatureTable> tables = new LinkedHashMap<>();
        for (int g = 0; g < grids.size(); g++) {
            int index = g;
            List<double[]> parts =
                    all.stream().map(one -> one.values().get(index)).toList();
            tables.put(grids.get(g), FeatureTable.ofGrid(names, ids, grids.get(g), parts));
        }
        return new Extraction(all.stream().map(Known::info).toList(), tables, readMillis, statisticsMillis);
    }
}
