// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunRecord;

class ApplyTest extends TrackerFixture {
    static List<ClusteringSpec> algorithms() {
        return List.of(
                new ClusteringSpec.KMeans(3, 10, 1),
                new ClusteringSpec.Hierarchical(3, Linkage.COMPLETE),
                new ClusteringSpec.Hierarchical(3, Linkage.AVERAGE, Distance.COSINE),
                new ClusteringSpec.GaussianMixture(2, 10, 1),
                new ClusteringSpec.Spectral(3, 5, 10, 1));
    }

    private static RunSpec with(ClusteringSpec clustering) {
        RunSpec spec = Tiles.spec(6, 2, 1);
        return new RunSpec(
                spec.grid(), spec.statistics(), spec.standardize(), spec.pca(), spec.pcaComponents(), clustering);
    }

    private RunRecord run(RunSpec spec) {
        return tracker.run(source, spec, HERE, false, Monitor.none()).run();
    }

    private RunRecord apply(Source to, long model) {
        return tracker.apply(to, model, HERE, false, Monitor.none()).run();
    }

    /** One of the tiles alone, in a folder of its own. */
    private Source oneTile() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path first = ((Source.Images) source).set().images().get(0).path();
        Files.copy(first, other.resolve("z.tif"));
        return new Source.Images(ImageScanner.scan(List.of(other), "*.tif", "auto"));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void appliedToItsOwnImagesARunGivesItsOwnLabels(ClusteringSpec clustering) {
        RunRecord fitted = run(with(clustering));

        RunRecord applied = apply(source, fitted.id());

        assertThat(store.labels(applied.id())).isEqualTo(store.labels(fitted.id()));
        assertThat(applied.id()).isNotEqualTo(fitted.id());
        assertThat(applied.sameLabelsAs()).isEqualTo(fitted.id());
        assertThat(applied.parameters()).containsEntry("applied", fitted.id());
        assertThat(applied.scores().keySet()).isEqualTo(fitted.scores().keySet());
        assertThat(applied.explainedVarianceRatio()).isEqualTo(fitted.explainedVarianceRatio());
    }

    @Test
    void otherImagesGetTheClustersOfTheRunAndKeepTheirNumbers() throws IOException {
        RunRecord fitted = run(Tiles.spec(6, 3, 1));
        int[] labels = store.labels(fitted.id());

        RunRecord applied = apply(oneTile(), fitted.id());

        assertThat(store.labels(applied.id())).isEqualTo(Arrays.copyOf(labels, 36));
        assertThat(applied.clusterSizes()).hasSize(3);
        assertThat(applied.images()).isEqualTo(1);
    }

    @Test
    void appliedAgainItIsIdenticalAndAnAppliedRunStandsForTheOneItApplied() throws IOException {
        RunRecord fitted = run(Tiles.spec(6, 3, 1));
        Source other = oneTile();
        RunRecord applied = apply(other, fitted.id());

        assertThat(apply(other, fitted.id()).id()).isEqualTo(applied.id());
        assertThat(apply(other, applied.id()).id()).isEqualTo(applied.id());
        assertThat(store.runs()).hasSize(2);
    }

    @Test
    void aRunOfSomeClustersIsAppliedAfterTheRunThatMadeThem() {
        RunRecord first = run(Tiles.spec(6, 2, 1));
        RunRecord second = run(Tiles.spec(6, 2, 2).under(new Parent(first.id(), List.of(0))));

        RunRecord applied = apply(source, second.id());

        assertThat(store.labels(applied.id())).isEqualTo(store.labels(second.id()));
        assertThat(store.labels(applied.id())).contains(-1);
    }

    @Test
    void conditionsAndPreparationAreApplied() {
        RunRecord fitted = run(Tiles.spec(6, 2, 1).where("mean > 3000").prepared(new Preparation(true, false, 2, 0)));

        RunRecord applied = apply(source, fitted.id());

        assertThat(store.labels(applied.id())).isEqualTo(store.labels(fitted.id()));
        assertThat(applied.parameters()).containsEntry("flat_field", true).containsEntry("bin", 2L);
    }

    @Test
    void aTableIsAppliedToTablesOnly() throws IOException {
        Path csv = folder.resolve("f.csv");
        String table = FeatureTableCsv.write(Tracker.features(
                        ((Source.Images) source).set(),
                        Tiles.spec(6, 2, 1).slicing(),
                        StatisticSet.NOTEBOOK,
                        StatisticSet.BUILT_IN,
                        workers,
                        Monitor.none())
                .table(Tiles.spec(6, 2, 1).slicing()));
        Files.write(csv, table.getBytes(StandardCharsets.UTF_8));
        RunSpec images = Tiles.spec(6, 3, 1);
        RunSpec spec = new RunSpec(null, images.statistics(), true, true, images.pcaComponents(), images.clustering());
        RunRecord fitted = tracker.run(new Source.Table(csv), spec, HERE, false, Monitor.none())
                .run();

        assertThat(store.labels(apply(new Source.Table(csv), fitted.id()).id())).isEqualTo(store.labels(fitted.id()));
        assertThatThrownBy(() -> apply(source, fitted.id()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("feature table");
    }

    @Test
    void aRunWhoseImagesAreGoneOrChangedIsNotAppliedAndNothingIsRecorded() throws IOException {
        RunRecord fitted = run(Tiles.spec(6, 3, 1));
        Source other = oneTile();
        Path first = ((Source.Images) source).set().images().get(0).path();
        Path second = ((Source.Images) source).set().images().get(1).path();
        Files.delete(first);

        assertThatThrownBy(() -> apply(other, fitted.id()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("run " + fitted.id())
                .hasMessageContaining(first.getFileName().toString());

        Files.copy(second, first);
        assertThatThrownBy(() -> apply(other, fitted.id()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has changed since it was recorded");
        assertThat(store.runs()).hasSize(1);
    }

    @Test
    void theDetailsOfAnAppliedRunAreInTheSpaceOfTheRunItApplied() throws IOException {
        RunRecord fitted = run(Tiles.spec(6, 3, 1));
        RunRecord applied = apply(oneTile(), fitted.id());
        DetailsLoader loader =
                new DetailsLoader(store, workers, StatisticSet.BUILT_IN, new FeatureCache(folder.resolve("cache")));

        RunDetails.Measured own = loader.load(fitted, Monitor.none()).measured().orElseThrow();
        RunDetails.Measured other =
                loader.load(applied, Monitor.none()).measured().orElseThrow();

        for (int slice = 0; slice < 36; slice++) {
            assertThat(other.components().get(slice, 0))
                    .isEqualTo(own.components().get(slice, 0));
        }
    }
}
