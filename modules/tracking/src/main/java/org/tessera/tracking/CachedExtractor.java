// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
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
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureExtractor.Extraction;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FlatField;
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

    /** What is known of an image: for each slicing its values. */
    private record Known(ImageInfo info, List<double[]> values) {}

    /** As {@link FeatureExtractor#extract}; images of which all is known are not read. */
    Extraction extract(ImageSet set, List<Slicing> slicings, List<String> ids, Monitor monitor) {
        if (slicings.stream().noneMatch(slicing -> slicing.preparation().flatField())) {
            return extract(set, slicings, ids, null, monitor);
        }
        FlatField background = FeatureExtractor.background(
                blocks -> extract(set, List.of(blocks), FlatField.STATISTICS, null, monitor.part(0, 0.5)));
        return extract(set, slicings, ids, background, monitor.part(0.5, 1));
    }

    private Extraction extract(
            ImageSet set, List<Slicing> slicings, List<String> ids, @Nullable FlatField background, Monitor monitor) {
        if (!ids.stream().allMatch(CachedExtractor::isOurs)) {
            return extractor.extract(set, slicings, ids, background, monitor);
        }
        List<FeatureCache.Wanted> wanted = slicings.stream()
                .map(slicing ->
                        new FeatureCache.Wanted(slicing, slicing.preparation().flatField() ? background : null, ids))
                .toList();
        List<@Nullable Known> known = new ArrayList<>();
        for (ImageFile file : set.images()) {
            monitor.check();
            known.add(known(file, wanted));
        }
        int[] missing = IntStream.range(0, known.size())
                .filter(i -> known.get(i) == null)
                .toArray();
        double readMillis = 0;
        double statisticsMillis = 0;
        if (missing.length > 0) {
            Extraction extracted = extractor.extract(subset(set, missing), slicings, ids, background, monitor);
            int[] from = new int[slicings.size()];
            for (int i = 0; i < missing.length; i++) {
                ImageInfo info = extracted.images().get(i);
                List<double[]> values = new ArrayList<>();
                for (int s = 0; s < from.length; s++) {
                    int slices = wanted.get(s).slices(info);
                    values.add(extracted.table(slicings.get(s)).values().rowMajor(from[s], from[s] + slices));
                    from[s] += slices;
                }
                known.set(missing[i], keep(info, wanted, values));
            }
            readMillis = extracted.readMillis();
            statisticsMillis = extracted.statisticsMillis();
        }
        monitor.progress(1, set.name());
        return assemble(set, slicings, ids, known, readMillis, statisticsMillis);
    }

    /** Whether a statistic is sure to mean the same another day: one of a plug-in may not. */
    private static boolean isOurs(String id) {
        try {
            return StatisticSet.BUILT_IN.statistic(id).id().equals(id);
        } catch (ProblemException e) {
            return false;
        }
    }

    private @Nullable Known known(ImageFile file, List<FeatureCache.Wanted> wanted) {
        Optional<ImageInfo> info = cache.image(file);
        if (info.isEmpty()) {
            return null;
        }
        List<double[]> values = new ArrayList<>();
        for (FeatureCache.Wanted one : wanted) {
            Optional<double[]> known = cache.values(info.get(), one);
            if (known.isEmpty()) {
                return null;
            }
            values.add(known.get());
        }
        return new Known(info.get(), values);
    }

    private Known keep(ImageInfo info, List<FeatureCache.Wanted> wanted, List<double[]> values) {
        cache.put(info);
        for (int i = 0; i < values.size(); i++) {
            cache.put(info, wanted.get(i), values.get(i));
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
            List<Slicing> slicings,
            List<String> ids,
            List<@Nullable Known> known,
            double readMillis,
            double statisticsMillis) {
        List<String> names = set.images().stream().map(ImageFile::name).toList();
        List<Known> all = known.stream().map(Objects::requireNonNull).toList();
        Map<Slicing, FeatureTable> tables = new LinkedHashMap<>();
        for (int s = 0; s < slicings.size(); s++) {
            int index = s;
            Slicing slicing = slicings.get(s);
            List<ImageSlices> slices = all.stream()
                    .map(one -> ImageSlices.of(
                            slicing, one.info().width(), one.info().height()))
                    .toList();
            List<double[]> parts =
                    all.stream().map(one -> one.values().get(index)).toList();
            tables.put(slicing, FeatureTable.ofImages(names, ids, slices, parts));
        }
        return new Extraction(all.stream().map(Known::info).toList(), tables, readMillis, statisticsMillis);
    }
}
