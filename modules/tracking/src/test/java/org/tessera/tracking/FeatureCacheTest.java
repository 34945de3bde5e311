// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureExtractor.Extraction;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

class FeatureCacheTest {
    private static final List<Grid> GRIDS = List.of(new Grid(2, 3), new Grid(4, 4));
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

    @TempDir
    Path folder;

    private final Workers workers = new Workers(2);
    private ImageSet set;

    @BeforeEach
    void write() throws IOException {
        set = ((Source.Images) Tiles.write(folder.resolve("tiles"))).set();
        age();
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private void age() throws IOException {
        for (String name : List.of("a.tif", "b.tif")) {
            Files.setLastModifiedTime(folder.resolve("tiles").resolve(name), LONG_AGO);
        }
    }

    private Extraction extract(List<Grid> grids, List<String> ids) {
        return new CachedExtractor(workers, StatisticSet.BUILT_IN, new FeatureCache(folder.resolve("cache")))
                .extract(set, Slicing.of(grids), ids, Monitor.none());
    }

    /** Pixels that nobody must read: the file keeps its size and time of change, and holds nothing. */
    private void blank(String name) throws IOException {
        Path file = folder.resolve("tiles").resolve(name);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    @Test
    void whatIsKnownIsHadAgainWithoutTouchingAPixel() throws IOException {
        Extraction first = extract(GRIDS, StatisticSet.NOTEBOOK);
        blank("a.tif");
        blank("b.tif");

        Extraction second = extract(GRIDS, StatisticSet.NOTEBOOK);

        assertThat(second.tables()).isEqualTo(first.tables());
        assertThat(second.images()).isEqualTo(first.images());
        assertThat(second.readMillis()).isZero();
    }

    @Test
    void someOfTheStatisticsInAnotherOrderAreKnownToo() throws IOException {
        extract(GRIDS, StatisticSet.NOTEBOOK);
        blank("a.tif");
        blank("b.tif");

        Extraction some = extract(List.of(GRIDS.get(1)), List.of("kurtosis", "mean"));

        assertThat(some.table(GRIDS.get(1)).statistics()).containsExactly("kurtosis", "mean");
        assertThat(some.table(GRIDS.get(1)).values().rows()).isEqualTo(32);
    }

    @Test
    void cachedAndComputedAreEqualToTheLastBitUndefinedValuesIncluded() {
        List<String> ids = StatisticSet.BUILT_IN.parse("all,iqr / std,histogram-4");
        Extraction computed = new FeatureExtractor(workers).extract(set, Slicing.of(GRIDS), ids, Monitor.none());
        extract(GRIDS, ids);

        assertThat(extract(GRIDS, ids).tables()).isEqualTo(computed.tables());
    }

    @Test
    void onlyTheImageThatIsNewIsRead() throws IOException {
        ImageSet both = set;
        set = new ImageSet("a", List.of(both.images().get(0)), new org.tessera.engine.image.Mosaic(1, 1, List.of(0)));
        extract(GRIDS, StatisticSet.NOTEBOOK);
        blank("a.tif");
        set = both;

        assertThat(extract(GRIDS, StatisticSet.NOTEBOOK).images()).hasSize(2);
    }

    @Test
    void aFileThatHasChangedIsReadAgain() throws IOException {
        extract(GRIDS, StatisticSet.NOTEBOOK);
        Path file = folder.resolve("tiles/a.tif");
        Files.write(file, new byte[(int) Files.size(file)]);

        assertThatThrownBy(() -> extract(GRIDS, StatisticSet.NOTEBOOK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a.tif");
    }

    @Test
    void aFileThatHasJustChangedIsNotTrusted() throws IOException {
        Files.setLastModifiedTime(folder.resolve("tiles/a.tif"), FileTime.from(Instant.now()));
        extract(GRIDS, StatisticSet.NOTEBOOK);
        blank("a.tif");

        assertThatThrownBy(() -> extract(GRIDS, StatisticSet.NOTEBOOK)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theSamePixelsUnderAnotherNameNeedNoCounting() throws IOException {
        Extraction first = extract(GRIDS, StatisticSet.NOTEBOOK);
        Path copy = folder.resolve("tiles/c.tif");
        Files.copy(folder.resolve("tiles/a.tif"), copy);
        FeatureCache cache = new FeatureCache(folder.resolve("cache"));

        assertThat(cache.values(
                        first.images().get(0),
                        new FeatureCache.Wanted(Slicing.of(GRIDS.get(0)), null, StatisticSet.NOTEBOOK)))
                .isPresent();
    }

    @Test
    void damagedAndDeletedCacheFilesAreComputedAgain() throws IOException {
        Extraction first = extract(GRIDS, StatisticSet.NOTEBOOK);
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            int turn = 0;
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                switch (turn++ % 3) {
                    case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                    case 1 -> {
                        bytes[bytes.length / 3] ^= 4;
                        Files.write(file, bytes);
                    }
                    default -> Files.delete(file);
                }
            }
        }

        assertThat(extract(GRIDS, StatisticSet.NOTEBOOK).tables()).isEqualTo(first.tables());
    }

    @Test
    void theOldestFilesGoWhenThereAreTooMany() throws IOException {
        CacheFile files = new CacheFile(folder.resolve("bounded"), 50_000);
        for (int i = 0; i < 600; i++) {
            files.write("f" + i, out -> out.write(new byte[1000]));
        }

        try (Stream<Path> left = Files.list(folder.resolve("bounded"))) {
            long total = left.mapToLong(file -> file.toFile().length()).sum();
            assertThat(total).isLessThan(50_000 + 257L * 1008);
        }
        assertThat(files.read("f0", in -> in.read())).isEmpty();
        assertThat(files.read("f599", in -> in.read())).hasValue(0);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "a file where the folder should be");

        Extraction extraction = new CachedExtractor(workers, StatisticSet.BUILT_IN, new FeatureCache(file))
                .extract(set, Slicing.of(GRIDS), StatisticSet.NOTEBOOK, Monitor.none());

        assertThat(extraction.images()).hasSize(2);
    }
}
