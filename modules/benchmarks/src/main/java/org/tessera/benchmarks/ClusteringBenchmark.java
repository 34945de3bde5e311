// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.score.Silhouette;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.PrincipalComponents;

/** Matrix to labels and scores, six features in four clouds, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClusteringBenchmark {
    @Param({"1600", "16384"})
    public int slices;

    private Matrix x;
    private Labels labels;
    private Workers workers;

    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[slices * 6];
        for (int i = 0; i < values.length; i++) {
            double cloud = (i / 6) % 16 < 9 ? 0 : (i / 6) % 16 < 14 ? 2 : 5;
            values[i] = cloud + random.nextDouble() + random.nextDouble() + random.nextDouble();
        }
        x = new Matrix(slices, 6, values);
        workers = new Workers(1);
        labels = kMeans();
    }

    @TearDown
    public void close() {
        workers.close();
    }

    @Benchmark
    public Labels kMeans() {
        return new Clusterer(workers).cluster(x, new ClusteringSpec.KMeans(3, 20, 42), Monitor.none());
    }

    @Benchmark
    public double[] silhouette() {
        return new Silhouette(workers).ofEach(x, labels, Monitor.none());
    }

    @Benchmark
    public Labels completeLinkage() {
        return new Clusterer(workers)
                .cluster(x, new ClusteringSpec.Hierarchical(3, Linkage.COMPLETE), Monitor.none());
    }

    @Benchmark
    public Labels wardLinkage() {
        return new Clusterer(workers).cluster(x, new ClusteringSpec.Hierarchical(3, Linkage.WARD), Monitor.none());
    }

    @Benchmark
    public PrincipalComponents principalComponents() {
        return PrincipalComponents.of(x, 6);
    }
}
